import type { Bitset } from "../catalogue/bitset.js";
import { UNKNOWN } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { groupValuesOf, type NamedGroup } from "../catalogue/group-values.js";
import type { Label } from "../terms.js";

/** The cases that have one value of a group. */
export interface CasesOfValue {
  /** As a filter takes it, or UNKNOWN. */
  readonly value: string;
  readonly label: Label;
  readonly cases: Bitset;
}

/**
 * These cases by the values of a group, in the vocabulary's order: every value of a closed set, those that
 * any of the cases has of an open one; then, as UNKNOWN, the cases that have none, if there are any.
 * A case stands under each of its values.
 */
export function divideCases(
  { columns, vocabulary }: Pick<Edition, "columns" | "vocabulary">,
  group: NamedGroup,
  among: Bitset,
  { withEmpty = false } = {},
): CasesOfValue[] {
  const { isClosed, values, missing } = groupValuesOf(group, vocabulary);
  const divided = values.map(({ key, value, name }) => ({
    ...{ value, label: name, cases: columns.having(group, key).and(among) },
  }));
  const rest = divided.reduce((left, { cases }) => left.without(cases), among);
  return [
    ...divided.filter(({ cases }) => isClosed || withEmpty || !cases.isEmpty()),
    ...(rest.isEmpty() ? [] : [{ value: UNKNOWN, label: missing, cases: rest }]),
  ];
}
