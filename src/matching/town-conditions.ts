import type { CaseFacts } from "../catalogue/case-facts.js";
import { isInPlace, type NearFilter } from "../catalogue/places.js";
import { indicatorOfSize, isLikeSize, sizeMeasures, type SizeMeasure } from "../catalogue/size-facts.js";
import type { EvidenceView } from "../catalogue/views.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import type { Label } from "../terms.js";
import type { KnownCase } from "./known-case.js";
import { coordinatesLabel, sizeLabel } from "./number-labels.js";
import type { TownProfile } from "./town-profile.js";

/** NOT_MET: the record says otherwise. UNKNOWN: it does not say. */
export const matchStates = ["MET", "NOT_MET", "UNKNOWN"] as const;
export type MatchState = (typeof matchStates)[number];

/** One thing that the asking town says of itself, to be looked for in a case. */
export interface TownCondition {
  readonly name: Label;
  readonly weight: number;
  readonly stateIn: (facts: CaseFacts) => MatchState;
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
export function conditionsOf(profile: TownProfile, vocabulary: Vocabulary): TownCondition[] {
  const { province, near, isTraditionalIndustry } = profile;
  const measures = Object.keys(sizeMeasures) as SizeMeasure[];
  return [
    ...(province === undefined ? [] : [ofProvince(province, vocabulary)]),
    ...(near === undefined ? [] : [ofPlace(near)]),
    ...(profile.industries ?? []).map((key) => ofIndustry(key, vocabulary)),
    ...(isTraditionalIndustry === undefined ? [] : [ofTradition(isTraditionalIndustry, vocabulary)]),
    ...(profile.problems ?? []).map((key) => ofProblem(key, vocabulary)),
    ...(profile.practices ?? []).map((slug) => ofPractice(slug, vocabulary)),
    ...measures.flatMap((measure) => {
      const value = profile[measure];
      return value === undefined ? [] : [ofSize(measure, value)];
    }),
  ];
}

const metIf = (isMet: boolean): MatchState => (isMet ? "MET" : "NOT_MET");
const noEvidence = (): readonly EvidenceView[] => [];

function ofProvince(key: string, { regions }: Vocabulary): TownCondition {
  const { zh, en } = nameOf(regions, key);
  return {
    name: { zh: `位于${zh}`, en: `In ${en}` },
    weight: conditionWeights.province,
    stateIn: ({ province }) => metIf(province === key),
    evidenceIn: noEvidence,
  };
}

function ofPlace(near: NearFilter): TownCondition {
  const { zh, en } = coordinatesLabel(near);
  const { withinKilometres } = near;
  return {
    name: { zh: `距${zh}不超过${withinKilometres}公里`, en: `Within ${withinKilometres} km of ${en}` },
    weight: conditionWeights.near,
    stateIn: ({ town: { location } }) =>
      location === null ? "UNKNOWN" : metIf(isInPlace(location, { near })),
    evidenceIn: noEvidence,
  };
}

/** The industries of a town are what it lives by: one that is not among them is none of them. */
function ofIndustry(key: string, vocabulary: Vocabulary): TownCondition {
  const { zh, en } = nameOf(vocabulary.industries, key);
  return {
    name: { zh: `产业：${zh}`, en: `Industry: ${en}` },
    weight: conditionWeights.industries,
    stateIn: ({ industries }) => (industries.length === 0 ? "UNKNOWN" : metIf(industries.includes(key))),
    evidenceIn: noEvidence,
  };
}

function ofTradition(isWanted: boolean, vocabulary: Vocabulary): TownCondition {
  const traditional = new Set(
    vocabulary.industries.filter(({ isTraditional }) => isTraditional).map(({ key }) => key),
  );
  return {
    name: isWanted
      ? { zh: "有传统产业", en: "Has a traditional industry" }
      : { zh: "没有传统产业", en: "Has no traditional industry" },
    weight: conditionWeights.isTraditionalIndustry,
    stateIn({ industries }) {
      if (industries.length === 0) return "UNKNOWN";
      return metIf(industries.some((key) => traditional.has(key)) === isWanted);
    },
    evidenceIn: noEvidence,
  };
}

/** A problem that no evidence shows may have been there all the same: never NOT_MET. */
function ofProblem(key: string, vocabulary: Vocabulary): TownCondition {
  const { zh, en } = nameOf(vocabulary.problems, key);
  return {
    name: { zh: `问题：${zh}`, en: `Problem: ${en}` },
    weight: conditionWeights.problems,
    stateIn: ({ problems }) => (problems.includes(key) ? "MET" : "UNKNOWN"),
    evidenceIn: ({ view }) => view.problemsFound.find(({ problem }) => problem.key === key)?.evidence ?? [],
  };
}

/** So may a practice. */
function ofPractice(wanted: string, vocabulary: Vocabulary): TownCondition {
  const practices = vocabulary.practices.map(({ slug, name }) => ({ key: slug, name }));
  const { zh, en } = nameOf(practices, wanted);
  return {
    name: { zh: `做法：${zh}`, en: `Practice: ${en}` },
    weight: conditionWeights.practices,
    stateIn: (facts) => (facts.practices.includes(wanted) ? "MET" : "UNKNOWN"),
    evidenceIn: ({ view }) =>
      view.practiceUses.find(({ practice }) => practice.slug === wanted)?.evidence ?? [],
  };
}

function ofSize(measure: SizeMeasure, value: number): TownCondition {
  const wanted = { least: value, most: value };
  const { zh, en } = sizeLabel(measure, value);
  return {
    name: {
      zh: `${zh}上下（相差不超过${MET_SIZE_FACTOR}倍）`,
      en: `${en}, within a factor of ${MET_SIZE_FACTOR}`,
    },
    weight: conditionWeights.sizes,
    stateIn({ sizes }) {
      const size = sizes[measure];
      return size === undefined ? "UNKNOWN" : metIf(isLikeSize(size, wanted, MET_SIZE_FACTOR));
    },
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
