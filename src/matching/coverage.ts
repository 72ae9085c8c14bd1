import type { Bitset } from "../catalogue/bitset.js";
import type { CaseColumns } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import type { NamedGroup } from "../catalogue/group-values.js";
import { languageStateNames } from "../names.js";
import { languageStates, type Label, type LanguageState } from "../terms.js";
import { divideCases } from "./divide-cases.js";

/** How the published cases are spread; in each list every case counts once. */
export interface Coverage {
  readonly categories: readonly CoverageCount[];
  readonly categoryBasis: readonly CoverageCount[];
  /** All that the vocabulary has, so that gaps show. */
  readonly provinces: readonly CoverageCount[];
  readonly rounds: readonly CoverageCount[];
  readonly kinds: readonly CoverageCount[];
  readonly languages: readonly CoverageCount[];
  readonly evidence: readonly EvidenceBand[];
}

export interface CoverageCount {
  readonly value: string;
  readonly label: Label;
  readonly count: number;
}

/** Cases with at least `from` pieces of evidence and at most `to`; null: however many. */
export interface EvidenceBand {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** Counted from the columns and what they know of each case; no case is loaded. */
export function coverageOf(edition: Pick<Edition, "columns" | "vocabulary">): Coverage {
  const { columns } = edition;
  const { all } = columns;
  const countsBy = (group: NamedGroup): CoverageCount[] =>
    divideCases(edition, group, all, { withEmpty: true }).map(({ value, label, cases }) => ({
      ...{ value, label, count: cases.count() },
    }));
  return {
    categories: countsBy("categories"),
    categoryBasis: countsBy("categoryBasis"),
    provinces: countsBy("provinces"),
    rounds: countsBy("rounds"),
    kinds: countsBy("kinds"),
    languages: languageStates.map((state) => ({
      ...{ value: state, label: languageStateNames[state] },
      count: casesIn(state, columns).count(),
    })),
    evidence: evidenceBands.map(({ from, to }) => ({
      ...{ from, to },
      count: countByEvidence(columns, from, to ?? Infinity),
    })),
  };
}

/** A warning rests on a bulletin of a few sentences, a model on twenty statements and more. */
const evidenceBands = [
  { from: 0, to: 4 },
  { from: 5, to: 9 },
  { from: 10, to: 19 },
  { from: 20, to: null },
] as const;

function countByEvidence({ size, facts }: CaseColumns, from: number, to: number): number {
  let count = 0;
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const { length } = facts.evidenceAt(ordinal);
    if (length >= from && length <= to) count += 1;
  }
  return count;
}

function casesIn(state: LanguageState, { all, having }: CaseColumns): Bitset {
  const [isZhMissing, isEnMissing] = [having("missingLocales", "ZH"), having("missingLocales", "EN")];
  switch (state) {
    case "COMPLETE":
      return all.without(isZhMissing).without(isEnMissing);
    case "ZH_MISSING":
      return isZhMissing.without(isEnMissing);
    case "EN_MISSING":
      return isEnMissing.without(isZhMissing);
    case "ZH_AND_EN_MISSING":
      return isZhMissing.and(isEnMissing);
  }
}
