import { indicatorNatures, type Label } from "../../terms.js";
import type { IndicatorFile } from "../case-file.js";
import type { SeedLists } from "../seed-files.js";
import type { Random } from "./random.js";

/** A figure, and how a statement tells it: 到2016年，企业数超过495家. */
export function syntheticFigure(
  random: Random,
  measure: SeedLists["vocabulary/measures.yaml"][number],
  year: string,
): { readonly indicator: IndicatorFile; readonly told: Label } {
  const { value, words } = (inUnit[measure.unit] ?? counted("个", "items"))(random.rank(100_000) + 1);
  const { qualifier, before } = random.isOneIn(3) ? random.of(qualified) : exact;
  const valueText = { zh: before.zh + words.zh, en: before.en + words.en };
  const isPeriod = measure.unit === "CNY" && random.isOneIn(2);
  return {
    indicator: {
      ...{ measure: measure.key, value, valueMax: null, qualifier, valueText, valueAsPublished: null },
      nature: random.isOneIn(5) ? random.of(indicatorNatures) : "ACTUAL",
      timeBasis: measure.key === "investment" ? "CUMULATIVE" : isPeriod ? "PERIOD" : "POINT",
      period: isPeriod ? { from: year, to: year, label: null, basis: "SOURCE" } : null,
      ...{ asOf: isPeriod ? null : year, asOfBasis: isPeriod ? null : "SOURCE" },
      ...{ scope: null, scopeArea: null },
    },
    told: {
      zh: `到${year}年，${measure.name.zh}为${valueText.zh}`,
      en: `By ${year} the figure for “${measure.name.en.toLowerCase()}” was ${valueText.en}`,
    },
  };
}

/** 1,931: without the comma it reads like a year. */
const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");

type Worded = (count: number) => { readonly value: number; readonly words: Label };

const counted =
  (zh: string, en: string): Worded =>
  (count) => ({ value: count + 2, words: { zh: `${count + 2}${zh}`, en: `${grouped(count + 2)} ${en}` } });

const inUnit: Readonly<Record<string, Worded>> = {
  PROJECT: counted("个", "projects"),
  ITEM: counted("个", "items"),
  ENTERPRISE: counted("家", "firms"),
  PERSON: counted("人", "people"),
  HOUSEHOLD: counted("户", "households"),
  PATENT: counted("件", "patents"),
  VEHICLE: counted("辆", "vehicles"),
  TONNE: counted("吨", "tonnes"),
  CNY: (count) => ({
    value: (count + 1) * 1e7,
    words: { zh: `${(count + 1) / 10}亿元`, en: `${grouped((count + 1) * 10)} million yuan` },
  }),
  SQUARE_METRE: (count) => ({
    value: (count + 1) * 1e5,
    words: { zh: `${(count + 1) / 10}平方公里`, en: `${(count + 1) / 10} square kilometres` },
  }),
};

/** Units whose figures can be told. */
export const toldUnits: readonly string[] = Object.keys(inUnit);

const exact = { qualifier: "EXACT", before: { zh: "", en: "" } } as const;
const qualified = [
  { qualifier: "MORE_THAN", before: { zh: "超过", en: "more than " } },
  { qualifier: "ABOUT", before: { zh: "约", en: "about " } },
  { qualifier: "AT_LEAST", before: { zh: "不少于", en: "at least " } },
] as const;
