import {
  basisNames,
  caseKindNames,
  noneNoted,
  notAWarning,
  notStated,
  roundNames,
  warningKindNames,
} from "../names.js";
import { bases, caseKinds, nationalRounds, warningKinds, type Label } from "../terms.js";
import type { FacetGroup } from "./facets.js";
import type { NamedKeyView, Vocabulary } from "./vocabulary-views.js";

/** Groups whose values have names, for people to choose from and to count by. */
export type NamedGroup = FacetGroup | "categoryBasis";

/** What a group can be, in the order in which people read it. */
export interface GroupValues {
  /** Each value is worth a line, also where no case has it; else only those that cases have. */
  readonly isClosed: boolean;
  readonly values: readonly GroupValue[];
  /** What it is called when a case has none of them. */
  readonly missing: Label;
}

export interface GroupValue {
  /** As in the columns. */
  readonly key: string;
  /** As a filter takes it: for a province its code where it has one, else the key. */
  readonly value: string;
  readonly name: Label;
}

/** The one place that decides which values a group lists, in which order and under which names. */
export function groupValuesOf(group: NamedGroup, vocabulary: Vocabulary): GroupValues {
  switch (group) {
    case "categories":
      return closed(vocabulary.categories);
    case "categoryBasis":
      return closed(named(bases, basisNames));
    case "kinds":
      return closed(named(caseKinds, caseKindNames));
    case "rounds":
      return closed(nationalRounds.map((round) => ({ key: String(round), name: roundNames[round] })));
    case "warningKinds":
      return closed(named(warningKinds, warningKindNames), notAWarning);
    case "provinces":
      return open(provincesOf(vocabulary), notStated);
    case "practices":
      return open(vocabulary.practices.map(({ slug, name }) => ({ key: slug, name })));
    case "industries":
    case "problems":
    case "tags":
      return open(vocabulary[group]);
  }
}

interface Value extends NamedKeyView {
  readonly value?: string;
}

const closed = (values: readonly Value[], missing = notStated): GroupValues => ({
  ...{ isClosed: true, values: values.map(groupValueOf), missing },
});

const open = (values: readonly Value[], missing = noneNoted): GroupValues => ({
  ...{ isClosed: false, values: values.map(groupValueOf), missing },
});

const groupValueOf = ({ key, name, value = key }: Value): GroupValue => ({ key, name, value });

function named<Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, Label>>): Value[] {
  return keys.map((key) => ({ key, name: names[key] }));
}

function provincesOf({ regions }: Vocabulary): Value[] {
  return regions
    .filter(({ level }) => level === "PROVINCE")
    .map(({ key, code, name }) => ({ key, name, value: code ?? key }));
}
