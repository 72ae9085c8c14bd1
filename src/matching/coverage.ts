import type { CaseFacts } from "../catalogue/case-facts.js";
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
  const { all, facts } = edition.columns;
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
      count: facts.filter((one) => languageStateOf(one) === state).length,
    })),
    evidence: evidenceBands.map(({ from, to }) => ({
      ...{ from, to },
      count: facts.filter(({ evidence: { length } }) => length >= from && (to === null || length <= to))
        .length,
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

function languageStateOf({ missingLocales }: CaseFacts): LanguageState {
  const [isZhMissing, isEnMissing] = [missingLocales.includes("ZH"), missingLocales.includes("EN")];
  if (isZhMissing) return isEnMissing ? "ZH_AND_EN_MISSING" : "ZH_MISSING";
  return isEnMissing ? "EN_MISSING" : "COMPLETE";
}
