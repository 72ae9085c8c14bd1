/** The closed sets of the domain, and the small values that every floor shares. One word per idea. */

/** A short label that exists in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export const locales = ["ZH", "EN"] as const;
export type Locale = (typeof locales)[number];

/** Whether all texts of a case are there in both languages; else in which one is missing. */
export const languageStates = ["COMPLETE", "ZH_MISSING", "EN_MISSING", "ZH_AND_EN_MISSING"] as const;
export type LanguageState = (typeof languageStates)[number];

/** SOURCE: a source says it. EDITORIAL: we judged it. INFERRED: we worked it out. */
export const bases = ["SOURCE", "EDITORIAL", "INFERRED"] as const;
export type Basis = (typeof bases)[number];

export const categoryKeys = [
  "NEW_INDUSTRY_CLUSTER",
  "TRADITIONAL_INDUSTRY_UPGRADING",
  "POPULATION_TRANSFER",
  "URBAN_RURAL_INTEGRATION",
  "CULTURAL_HERITAGE",
] as const;
export type CategoryKey = (typeof categoryKeys)[number];

export const regionLevels = ["PROVINCE", "PREFECTURE", "COUNTY", "FUNCTIONAL_ZONE"] as const;
export type RegionLevel = (typeof regionLevels)[number];

export const townKinds = ["CHARACTERISTIC_TOWN", "STATUTORY_TOWN", "PROJECT", "UNSTATED"] as const;
export type TownKind = (typeof townKinds)[number];

export const townStatusKinds = [
  "LISTED",
  "NAMED",
  "CITED",
  "RENAMED",
  "WARNED",
  "UNDER_CORRECTION",
  "DEMOTED",
  "REMOVED",
  "CLOSED",
] as const;
export type TownStatusKind = (typeof townStatusKinds)[number];

export const caseKinds = ["EXEMPLARY", "CAUTIONARY"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** In the order in which a case tells them. */
export const sectionKinds = [
  "BACKGROUND",
  "PROBLEM",
  "PRACTICE",
  "MECHANISM",
  "RESULT",
  "SETBACK",
  "LESSON",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const translationStatuses = ["ORIGINAL", "TRANSLATED", "MACHINE_TRANSLATED"] as const;
export type TranslationStatus = (typeof translationStatuses)[number];

export const evidenceKinds = [
  "RECOGNITION",
  "BACKGROUND",
  "PRACTICE",
  "MECHANISM",
  "OUTCOME",
  "CHALLENGE",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceScopes = ["TOWN", "PART_OF_TOWN", "ONE_ORGANISATION", "WIDER_AREA", "UNCLEAR"] as const;
export type EvidenceScope = (typeof evidenceScopes)[number];

/** MORE_THAN 超过/多/余 · AT_LEAST 不少于/以上 · NEARLY 近 · ABOUT 约 · RANGE value to valueMax. */
export const valueQualifiers = [
  "EXACT",
  "ABOUT",
  "NEARLY",
  "MORE_THAN",
  "AT_LEAST",
  "AT_MOST",
  "RANGE",
] as const;
export type ValueQualifier = (typeof valueQualifiers)[number];

export const indicatorNatures = ["ACTUAL", "PLANNED", "TARGET", "FORECAST"] as const;
export type IndicatorNature = (typeof indicatorNatures)[number];

/** POINT at asOf · PERIOD during period · CUMULATIVE up to asOf · RECURRING so much a year. */
export const timeBases = ["POINT", "PERIOD", "CUMULATIVE", "RECURRING"] as const;
export type TimeBasis = (typeof timeBases)[number];

export const successionKinds = ["REPEALED", "CARRIED_FORWARD", "LISTS_RENAMED"] as const;
export type SuccessionKind = (typeof successionKinds)[number];

export const workflowStatuses = ["draft", "published"] as const;
export type WorkflowStatus = (typeof workflowStatuses)[number];

/** A year, a month or a day: `2019`, `2019-07` or `2019-07-05`. */
export type PartialDate = string;

/** A stretch of time. No `from`: until; no `to`: since. */
export interface Period {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly label: Label | null;
  readonly basis: Basis;
}

/** The national rounds of typical experience: 2019 and 2020. */
export const nationalRounds = [1, 2] as const;

export const citationStyles = ["GB_T_7714"] as const;
export type CitationStyle = (typeof citationStyles)[number];

export const searchEngineKinds = ["EMBEDDED", "MEILISEARCH"] as const;
export type SearchEngineKind = (typeof searchEngineKinds)[number];

/** Why another engine answers than the one that is wanted. */
export const degradedReasons = [
  "UNREACHABLE",
  "TIMED_OUT",
  "BROKEN_ANSWER",
  "REFUSED",
  "NOT_READY",
  "BEHIND",
] as const;
export type DegradedReason = (typeof degradedReasons)[number];

/** FALSE_TOWN misused the name · VIRTUAL_TOWN existed on paper · RED_LINE crossed one · QUALITY_WARNING a province's yellow card. */
export const warningKinds = [
  "FALSE_TOWN",
  "VIRTUAL_TOWN",
  "FALSE_OR_VIRTUAL_TOWN",
  "RED_LINE",
  "QUALITY_WARNING",
] as const;
export type WarningKind = (typeof warningKinds)[number];

export const actorRoles = ["PAID", "BUILT", "OPERATED", "REGULATED", "ADVISED", "BOUGHT"] as const;
export type ActorRole = (typeof actorRoles)[number];

export const actorKinds = [
  "GOVERNMENT",
  "ENTERPRISE",
  "JOINT_COMPANY",
  "ASSOCIATION",
  "SCHOOL",
  "HOUSEHOLDS",
  "OTHER",
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** What evidence of a case may stand behind, beside its practices. */
export const connectionKinds = ["problem", "actor", "contradiction"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];
