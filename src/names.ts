import type { Basis, CaseKind, Label, LanguageState, nationalRounds, WarningKind } from "./terms.js";

/** What the words of closed sets are called, wherever a person reads them: facets, statistics, warnings. */

export const caseKindNames: Readonly<Record<CaseKind, Label>> = {
  EXEMPLARY: { zh: "典型经验案例", en: "Model cases" },
  CAUTIONARY: { zh: "警示案例", en: "Cautionary cases" },
};

export const warningKindNames: Readonly<Record<WarningKind, Label>> = {
  FALSE_TOWN: { zh: "虚假特色小镇（滥用名称）", en: "False town (the name was misused)" },
  VIRTUAL_TOWN: { zh: "虚拟特色小镇（只在纸面上）", en: "Virtual town (it existed on paper only)" },
  FALSE_OR_VIRTUAL_TOWN: {
    zh: "虚假虚拟特色小镇（通报合为一类）",
    en: "False or virtual town (one class in the bulletin)",
  },
  RED_LINE: { zh: "触碰红线", en: "Crossed a red line" },
  QUALITY_WARNING: { zh: "质量警告（省级黄牌）", en: "Quality warning (a province's yellow card)" },
};

export const basisNames: Readonly<Record<Basis, Label>> = {
  SOURCE: { zh: "来源注明", en: "A source says so" },
  EDITORIAL: { zh: "编者判断", en: "Our judgement" },
  INFERRED: { zh: "推断", en: "Worked out by us" },
};

export const languageStateNames: Readonly<Record<LanguageState, Label>> = {
  COMPLETE: { zh: "中英文齐全", en: "Complete in both languages" },
  ZH_MISSING: { zh: "缺少中文", en: "Chinese is missing" },
  EN_MISSING: { zh: "缺少英文", en: "English is missing" },
  ZH_AND_EN_MISSING: { zh: "中英文都有缺", en: "Chinese and English are missing" },
};

/** By the number of the round. */
export const roundNames: Readonly<Record<(typeof nationalRounds)[number], Label>> = {
  1: { zh: "第一轮（2019年）", en: "Round 1 (2019)" },
  2: { zh: "第二轮（2020年）", en: "Round 2 (2020)" },
};

/** Of a value that is missing. */
export const notStated: Label = { zh: "未注明", en: "Not stated" };

/** Of the kind of warning that a model is. */
export const notAWarning: Label = { zh: "非警示案例", en: "Not a warning" };

/** Of industries, problems, practices and tags where there are none. */
export const noneNoted: Label = { zh: "未记录", en: "None noted" };
