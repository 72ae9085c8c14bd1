import * as terms from "../../terms.js";
import { enumOf } from "./enum-of.js";

/** The closed sets of the record. */

export const LocaleEnum = enumOf("Locale", "A language of the knowledge base.", terms.locales, {
  ZH: "Chinese, in simplified characters.",
  EN: "English.",
});

export const BasisEnum = enumOf("Basis", "What a statement of ours rests on.", terms.bases, {
  SOURCE: "A source says it.",
  EDITORIAL: "We judged it.",
  INFERRED: "We worked it out: a year, a subtraction, the order of a list.",
});

export const CategoryKeyEnum = enumOf(
  "CategoryKey",
  "The five aspects of experience (五个方面经验). The keys are short; `Category.name` and `namesAsPublished` carry the wording.",
  terms.categoryKeys,
  {
    NEW_INDUSTRY_CLUSTER: "新兴产业集聚发展: clusters of emerging industries.",
    TRADITIONAL_INDUSTRY_UPGRADING: "传统产业转型升级: upgrading of traditional industries.",
    POPULATION_TRANSFER: "农业转移人口市民化: settling people who leave farming as full urban residents.",
    URBAN_RURAL_INTEGRATION: "城乡融合发展: urban–rural integration.",
    CULTURAL_HERITAGE: "传统文化传承保护: passing on and protecting traditional culture.",
  },
);

export const RegionLevelEnum = enumOf("RegionLevel", "The level of a division.", terms.regionLevels, {
  PROVINCE: "Province, autonomous region or municipality under the central government (省级).",
  PREFECTURE: "Prefecture-level city or prefecture (地级).",
  COUNTY: "County, district or county-level city (县级).",
  FUNCTIONAL_ZONE: "A development zone that is no division of GB/T 2260.",
});

export const TownKindEnum = enumOf("TownKind", "What the subject of a case is.", terms.townKinds, {
  CHARACTERISTIC_TOWN:
    "特色小镇: an industry platform of a few square kilometres, neither a statutory town nor an industrial park.",
  STATUTORY_TOWN: "建制镇: an administrative town.",
  PROJECT: "A property or tourism project under the name of a town.",
  UNSTATED: "The source does not say.",
});

export const TownStatusKindEnum = enumOf(
  "TownStatusKind",
  "What happened to a town's standing.",
  terms.townStatusKinds,
  {
    LISTED: "列入创建名单或清单: put on a list of towns to be built or kept.",
    NAMED: "命名: formally named, an act of a province.",
    CITED: "列为典型经验: cited as typical experience in a national round.",
    RENAMED: "更名: renamed.",
    WARNED: "警示: warned.",
    UNDER_CORRECTION: "整改: under correction.",
    DEMOTED: "降格: put on a lower list.",
    REMOVED: "除名: taken off a list.",
    CLOSED: "Closed down.",
  },
);

export const CaseKindEnum = enumOf("CaseKind", "Whether a case is a model or a warning.", terms.caseKinds, {
  EXEMPLARY: "典型经验案例: a case held up as a model.",
  CAUTIONARY: "警示案例: a case held up as a warning.",
});

export const SectionKindEnum = enumOf("SectionKind", "What a section of a case tells.", terms.sectionKinds, {
  BACKGROUND: "背景: the place and what it started from.",
  PROBLEM: "问题: what had to be solved.",
  PRACTICE: "做法: what was done.",
  MECHANISM: "机制: how it is run and paid for.",
  RESULT: "结果: what came of it.",
  SETBACK: "后来的挫折: what went wrong afterwards, by the sources.",
  LESSON: "启示: our own judgement; its basis is EDITORIAL.",
});

export const TranslationStatusEnum = enumOf(
  "TranslationStatus",
  "How a text came into its language.",
  terms.translationStatuses,
  {
    ORIGINAL: "Written in this language.",
    TRANSLATED: "Translated by an editor.",
    MACHINE_TRANSLATED: "Translated by a machine, not yet checked.",
  },
);

export const EvidenceKindEnum = enumOf(
  "EvidenceKind",
  "What a piece of evidence speaks of.",
  terms.evidenceKinds,
  {
    RECOGNITION: "A list, a title, an award.",
    BACKGROUND: "The place, its size, its plans.",
    PRACTICE: "Something that was done.",
    MECHANISM: "Money, rules, organisation.",
    OUTCOME: "A result.",
    CHALLENGE: "A difficulty or a criticism.",
  },
);

export const EvidenceScopeEnum = enumOf(
  "EvidenceScope",
  "How much of the world a statement covers. Figures of different scope are never compared.",
  terms.evidenceScopes,
  {
    TOWN: "The town.",
    PART_OF_TOWN: "Part of the town: a core area, a park, a street.",
    ONE_ORGANISATION: "One firm or other organisation.",
    WIDER_AREA: "More than the town: a subdistrict, a county, a city.",
    UNCLEAR: "The source does not make it clear.",
  },
);

export const ValueQualifierEnum = enumOf(
  "ValueQualifier",
  "How exactly a figure is meant.",
  terms.valueQualifiers,
  {
    EXACT: "Just this value.",
    ABOUT: "约: about.",
    NEARLY: "近: a little less.",
    MORE_THAN: "超过、多、余: more than.",
    AT_LEAST: "不少于、以上: at least.",
    AT_MOST: "至多: at most.",
    RANGE: "From `value` to `valueMax`.",
  },
);

export const IndicatorNatureEnum = enumOf(
  "IndicatorNature",
  "What kind of claim a figure is.",
  terms.indicatorNatures,
  {
    ACTUAL: "Something that happened.",
    PLANNED: "Something planned or announced.",
    TARGET: "A goal, for its due date.",
    FORECAST: "An expectation.",
  },
);

export const TimeBasisEnum = enumOf("TimeBasis", "How a figure stands in time.", terms.timeBases, {
  POINT: "At `asOf`.",
  PERIOD: "During `period`.",
  CUMULATIVE: "From `period.from`, or an unstated start, up to `asOf`.",
  RECURRING: "So much a year, or a month.",
});

export const SuccessionKindEnum = enumOf(
  "SuccessionKind",
  "How a document gave way to the next.",
  terms.successionKinds,
  {
    REPEALED: "It was repealed.",
    CARRIED_FORWARD: "The next document carries it on.",
    LISTS_RENAMED: "The lists it published were renamed.",
  },
);

export const CitationStyleEnum = enumOf(
  "CitationStyle",
  "How a reference is written.",
  terms.citationStyles,
  {
    GB_T_7714: "GB/T 7714—2015, the Chinese national standard for references.",
  },
);

export const WarningKindEnum = enumOf("WarningKind", "What kind of warning a case is.", terms.warningKinds, {
  FALSE_TOWN: "虚假特色小镇: the name was misused for something else.",
  VIRTUAL_TOWN: "虚拟特色小镇: it existed on paper only.",
  FALSE_OR_VIRTUAL_TOWN: "虚假虚拟特色小镇: one class in the bulletin of 2021, whose towns it calls false.",
  RED_LINE: "触碰红线: it broke an ecological or a farmland limit.",
  QUALITY_WARNING: "A province's warning about how it was built (黄牌警告).",
});

export const ActorRoleEnum = enumOf("ActorRole", "What somebody did in a town.", terms.actorRoles, {
  PAID: "Paid for it, or part of it.",
  BUILT: "Built it.",
  OPERATED: "Ran it.",
  REGULATED: "Set or enforced the rules.",
  ADVISED: "Advised, researched or designed.",
  BOUGHT: "Bought what it makes or offers.",
});

export const ActorKindEnum = enumOf("ActorKind", "What kind of body an actor is.", terms.actorKinds, {
  GOVERNMENT: "A government or one of its bodies.",
  ENTERPRISE: "A firm.",
  JOINT_COMPANY: "A company of government and firms together.",
  ASSOCIATION: "An association or cooperative.",
  SCHOOL: "A school, university or institute.",
  HOUSEHOLDS: "Households, villagers, craftspeople.",
  OTHER: "Anybody else.",
});
