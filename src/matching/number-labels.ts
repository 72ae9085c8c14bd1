import type { Point } from "../catalogue/distance.js";
import type { SizeMeasure } from "../catalogue/size-facts.js";
import type { Label } from "../terms.js";

/** A size in words, its value in the measure's unit: “企业数3000家”, “Enterprises: 3,000”. */
export function sizeLabel(measure: SizeMeasure, value: number): Label {
  const { zh, en, unit = 1 } = wordsAround[measure];
  const number = numberLabel(value / unit);
  return { zh: zh.join(number.zh), en: en.join(number.en) };
}

/** What stands before and after the number, and how much of the measure's unit is one. */
const wordsAround: Readonly<
  Record<SizeMeasure, { zh: [string, string]; en: [string, string]; unit?: number }>
> = {
  area: { zh: ["面积", "平方公里"], en: ["Area: ", " km²"], unit: 1_000_000 },
  enterprises: { zh: ["企业数", "家"], en: ["Enterprises: ", ""] },
  jobs: { zh: ["就业人数", "人"], en: ["Jobs: ", ""] },
  investment: { zh: ["投资额", "元"], en: ["Investment: ", " yuan"] },
};

/** “北纬30.54°、东经119.98°”, “30.54° N, 119.98° E”. */
export function coordinatesLabel({ latitude, longitude }: Point): Label {
  const [isNorth, isEast] = [latitude >= 0, longitude >= 0];
  const [parallel, meridian] = [degreesOf(latitude), degreesOf(longitude)];
  return {
    zh: `${isNorth ? "北纬" : "南纬"}${parallel}、${isEast ? "东经" : "西经"}${meridian}`,
    en: `${parallel} ${isNorth ? "N" : "S"}, ${meridian} ${isEast ? "E" : "W"}`,
  };
}

/** To four places: ten metres. */
const degreesOf = (angle: number): string => `${Number(Math.abs(angle).toFixed(4))}°`;

const MILLION = 1_000_000;
const digits = { maximumSignificantDigits: 6 } as const;
const inChinese = new Intl.NumberFormat("zh-CN", { notation: "compact", ...digits });
const inEnglish = new Intl.NumberFormat("en", digits);
const inEnglishWords = new Intl.NumberFormat("en", {
  ...{ notation: "compact", compactDisplay: "long" },
  ...digits,
});

/** To six digits, long ones with a word: 5000000000 is “50亿” and “5 billion”. */
function numberLabel(value: number): Label {
  return { zh: inChinese.format(value), en: (value < MILLION ? inEnglish : inEnglishWords).format(value) };
}
