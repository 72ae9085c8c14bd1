import { Bitset } from "../catalogue/bitset.js";
import type { CaseColumns } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { matchCases } from "../catalogue/filter.js";
import type { NearFilter } from "../catalogue/places.js";
import {
  indicatorOfSize,
  isLikeSize,
  sizeMeasures,
  type Size,
  type SizeMeasure,
} from "../catalogue/size-facts.js";
import type { EvidenceView } from "../catalogue/views.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import { onFirstUse } from "../on-first-use.js";
import type { Label } from "../terms.js";
import type { KnownCase } from "./known-case.js";
import { coordinatesLabel, sizeLabel } from "./number-labels.js";
import type { TownProfile } from "./town-profile.js";

/** NOT_MET: the record says otherwise. UNKNOWN: it does not say. */
export const matchStates = ["MET", "NOT_MET", "UNKNOWN"] as const;
export type MatchState = (typeof matchStates)[number];

/** One thing that the asking town says of itself, to be looked for in the cases. */
export interface TownCondition {
  readonly name: Label;
  readonly weight: number;
  /** The cases of which the record says so; of those that are in neither set it says nothing. */
  readonly met: Bitset;
  /** Those of which it says otherwise. */
  readonly notMet: Bitset;
  /** What the state rests on; none where the case needs no statement, as for the place of its town. */
  readonly evidenceIn: (one: KnownCase) => readonly EvidenceView[];
}

/** What one condition counts, by the part of the profile that it is of; `sizes`: each of the four. */
export const conditionWeights = {
  problems: 3,
  industries: 2,
  isTraditionalIndustry: 2,
  practices: 2,
  province: 1,
  near: 1,
  sizes: 1,
} as const;

/** A size is met when neither is more than this many times the other. */
export const MET_SIZE_FACTOR = 3;

/** One condition a part, and one an industry, a problem and a practice, in the order of the profile. */
export function conditionsOf(
  profile: TownProfile,
  { columns, vocabulary }: Pick<Edition, "columns" | "vocabulary">,
): TownCondition[] {
  const { province, near, isTraditionalIndustry } = profile;
  const cases: Cases = {
    ...{ columns, vocabulary, none: Bitset.empty(columns.size) },
    withIndustry: onFirstUse(() => {
      const counts = columns.valueCounts("industries");
      return Bitset.where(columns.size, (ordinal) => (counts[ordinal] ?? 0) > 0);
    }),
  };
  const measures = Object.keys(sizeMeasures) as SizeMeasure[];
  return [
    ...(province === undefined ? [] : [ofProvince(province, cases)]),
    ...(near === undefined ? [] : [ofPlace(near, cases)]),
    ...(profile.industries ?? []).map((key) => ofIndustry(key, cases)),
    ...(isTraditionalIndustry === undefined ? [] : [ofTradition(isTraditionalIndustry, cases)]),
    ...(profile.problems ?? []).map((key) => ofProblem(key, cases)),
    ...(profile.practices ?? []).map((slug) => ofPractice(slug, cases)),
    ...measures.flatMap((measure) => {
      const value = profile[measure];
      return value === undefined ? [] : [ofSize(measure, value, cases)];
    }),
  ];
}

/** What the condition is in the case at this ordinal. */
export function stateOf({ met, notMet }: TownCondition, ordinal: number): MatchState {
  if (met.has(ordinal)) return "MET";
  return notMet.has(ordinal) ? "NOT_MET" : "UNKNOWN";
}

/** Where conditions are looked for. */
interface Cases {
  readonly columns: CaseColumns;
  readonly vocabulary: Vocabulary;
  readonly none: Bitset;
  /** Those whose industries are known. */
  readonly withIndustry: () => Bitset;
}

/** Of all cases of which something is known, it is met in some and not in the others. */
const metAmong = (known: Bitset, met: Bitset) => ({ met, notMet: known.without(met) });
const noEvidence = (): readonly EvidenceView[] => [];

function ofProvince(key: string, { columns, vocabulary }: Cases): TownCondition {
  const { zh, en } = nameOf(vocabulary.regions, key);
  return {
    name: { zh: `位于${zh}`, en: `In ${en}` },
    weight: conditionWeights.province,
    ...metAmong(columns.all, columns.having("provinces", key)),
    evidenceIn: noEvidence,
  };
}

function ofPlace(near: NearFilter, { columns }: Cases): TownCondition {
  const { zh, en } = coordinatesLabel(near);
  const { withinKilometres } = near;
  const latitudes = columns.latitudes();
  const known = Bitset.where(columns.size, (ordinal) => !Number.isNaN(latitudes[ordinal]));
  return {
    name: { zh: `距${zh}不超过${withinKilometres}公里`, en: `Within ${withinKilometres} km of ${en}` },
    weight: conditionWeights.near,
    ...metAmong(known, matchCases(columns, { near })),
    evidenceIn: noEvidence,
  };
}

/** The industries of a town are what it lives by: one that is not among them is none of them. */
function ofIndustry(key: string, cases: Cases): TownCondition {
  const { columns, vocabulary } = cases;
  const { zh, en } = nameOf(vocabulary.industries, key);
  return {
    name: { zh: `产业：${zh}`, en: `Industry: ${en}` },
    weight: conditionWeights.industries,
    ...metAmong(cases.withIndustry(), columns.having("industries", key)),
    evidenceIn: noEvidence,
  };
}

function ofTradition(isWanted: boolean, cases: Cases): TownCondition {
  const known = cases.withIndustry();
  const traditional = cases.vocabulary.industries
    .filter(({ isTraditional }) => isTraditional)
    .reduce((all, { key }) => all.or(cases.columns.having("industries", key)), cases.none);
  return {
    name: isWanted
      ? { zh: "有传统产业", en: "Has a traditional industry" }
      : { zh: "没有传统产业", en: "Has no traditional industry" },
    weight: conditionWeights.isTraditionalIndustry,
    ...metAmong(known, isWanted ? traditional : known.without(traditional)),
    evidenceIn: noEvidence,
  };
}

/** A problem that no evidence shows may have been there all the same: never NOT_MET. */
function ofProblem(key: string, { columns, vocabulary, none }: Cases): TownCondition {
  const { zh, en } = nameOf(vocabulary.problems, key);
  return {
    name: { zh: `问题：${zh}`, en: `Problem: ${en}` },
    weight: conditionWeights.problems,
    ...{ met: columns.having("problems", key), notMet: none },
    evidenceIn: ({ view }) => view.problemsFound.find(({ problem }) => problem.key === key)?.evidence ?? [],
  };
}

/** So may a practice. */
function ofPractice(wanted: string, { columns, vocabulary, none }: Cases): TownCondition {
  const practices = vocabulary.practices.map(({ slug, name }) => ({ key: slug, name }));
  const { zh, en } = nameOf(practices, wanted);
  return {
    name: { zh: `做法：${zh}`, en: `Practice: ${en}` },
    weight: conditionWeights.practices,
    ...{ met: columns.having("practices", wanted), notMet: none },
    evidenceIn: ({ view }) =>
      view.practiceUses.find(({ practice }) => practice.slug === wanted)?.evidence ?? [],
  };
}

function ofSize(
  measure: SizeMeasure,
  value: number,
  { columns: { size: caseCount, facts } }: Cases,
): TownCondition {
  const wanted = { least: value, most: value };
  const known = Bitset.where(caseCount, (ordinal) => facts.sizeAt(ordinal, measure) !== null);
  const isMet = (size: Size | null): boolean => size !== null && isLikeSize(size, wanted, MET_SIZE_FACTOR);
  const met = Bitset.where(caseCount, (ordinal) => isMet(facts.sizeAt(ordinal, measure)), known);
  const { zh, en } = sizeLabel(measure, value);
  return {
    name: {
      zh: `${zh}上下（相差不超过${MET_SIZE_FACTOR}倍）`,
      en: `${en}, within a factor of ${MET_SIZE_FACTOR}`,
    },
    weight: conditionWeights.sizes,
    ...metAmong(known, met),
    evidenceIn({ facts: { sizes }, view }) {
      const size = sizes[measure];
      const indicator = size && indicatorOfSize(view, measure, size);
      return indicator === undefined ? [] : [indicator.evidence];
    },
  };
}

/** The profile has been checked against the vocabulary: the key is there. */
function nameOf(words: readonly { readonly key: string; readonly name: Label }[], key: string): Label {
  return words.find((word) => word.key === key)?.name ?? { zh: key, en: key };
}
