import type { CaseFacts } from "./case-facts.js";
import { kilometresBetween, type Point } from "./distance.js";

/** Orders that hang on the cases alone. */
export const fixedOrders = [
  "CATEGORY_ASC",
  "TITLE_ZH_ASC",
  "TITLE_EN_ASC",
  "UPDATED_DESC",
  "ROUND_ASC",
] as const;
export type FixedOrder = (typeof fixedOrders)[number];

export const caseOrders = [...fixedOrders, "DISTANCE_ASC"] as const;
export type CaseOrder = (typeof caseOrders)[number];

/** One collator a language, ours and never the database's: Chinese by pinyin (CLDR, zh-u-co-pinyin). */
const byPinyin = new Intl.Collator("zh-u-co-pinyin");
const byEnglish = new Intl.Collator("en");

/** What an order compares; also what a cursor of that order carries. Titles compare by a collator. */
export type SortKey = readonly (string | number)[];

/** The key of one case in an order; the id makes every order total. */
export function sortKeyOf(facts: CaseFacts, order: FixedOrder): SortKey {
  switch (order) {
    case "CATEGORY_ASC":
      return [facts.categoryPosition, facts.titleZh, facts.id];
    case "TITLE_ZH_ASC":
      return [facts.titleZh, facts.id];
    case "TITLE_EN_ASC":
      return [facts.titleEn, facts.id];
    case "UPDATED_DESC":
      return [-facts.updatedAt, facts.id];
    case "ROUND_ASC":
      return [facts.round ?? Number.MAX_SAFE_INTEGER, facts.categoryPosition, facts.titleZh, facts.id];
  }
}

/** Orders of a list of towns. */
export const townOrders = ["NAME_ZH_ASC", "DISTANCE_ASC"] as const;
export type TownOrder = (typeof townOrders)[number];

/** The key of something by its distance from a point, in metres; a place that is not known comes last. */
export function distanceKeyOf(id: string, location: Point | null, from: Point): SortKey {
  return [
    location === null ? Number.MAX_SAFE_INTEGER : Math.round(1000 * kilometresBetween(from, location)),
    id,
  ];
}

/** Negative when `a` comes first. The last part is always an id, compared by code units. */
export function compareSortKeys(a: SortKey, b: SortKey, order: CaseOrder): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index], b[index]];
    const difference =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : compareText(String(left), String(right), index === a.length - 1 ? null : order);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Ids and keys: the same everywhere, whatever the language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Titles, in one language. */
export function compareTitles(a: string, b: string, language: "zh" | "en"): number {
  return (language === "zh" ? byPinyin : byEnglish).compare(a, b);
}

function compareText(a: string, b: string, order: CaseOrder | null): number {
  return order === null
    ? compareCodeUnits(a, b)
    : compareTitles(a, b, order === "TITLE_EN_ASC" ? "en" : "zh");
}
