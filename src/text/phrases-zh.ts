import { chineseUnits } from "./figure-units.js";
import type { Dimension, FoundFigure } from "./figure.js";
import { chineseNumber } from "./numerals.js";

const DECADE = /(?:(?<century>\d{2}|[一二十八九]+)世纪|上世纪)(?<decade>\d0|[一二三四五六七八九]十)年代/g;
const FRACTION = /([二三四五六七八九十]+)分之([一二两三四五六七八九]+)/g;
const HALF = new RegExp(
  `半(${[...chineseUnits.keys()].filter((unit) => !/^[A-Za-z%㎡成]/.test(unit)).join("|")})`,
  "g",
);

/**
 * Figures that a Chinese text gives in a phrase of their own: 上世纪90年代, 三分之二, 翻番. With `ones` also 一半
 * and 首批, which need no evidence but are evidence all the same.
 */
export function chinesePhrases(text: string, ones: boolean): FoundFigure[] {
  return [...decades(text), ...fractions(text), ...multiples(text), ...(ones ? halvesAndFirsts(text) : [])];
}

/** 20世纪90年代 and 上世纪90年代 are 1990. */
function decades(text: string): FoundFigure[] {
  return spans(text, DECADE, "decade", ({ groups = {} }) => {
    const century = groups["century"] === undefined ? 20 : chineseNumber(groups["century"]);
    return (century - 1) * 100 + chineseNumber(groups["decade"] ?? "");
  });
}

/** 三分之二 is 66.7 per cent. */
function fractions(text: string): FoundFigure[] {
  return spans(text, FRACTION, "percent", (match) => {
    return (100 * chineseNumber(match[2] ?? "")) / chineseNumber(match[1] ?? "1");
  });
}

/** 翻一番 is twice as much, 翻两番 four times. */
function multiples(text: string): FoundFigure[] {
  return spans(text, /翻了?[一两]?番|翻倍/g, "count", (match) => (match[0].includes("两") ? 4 : 2));
}

function halvesAndFirsts(text: string): FoundFigure[] {
  return [
    ...spans(text, /首(?!都|席|长|先|要|府)/g, "ordinal", () => 1),
    ...spans(text, /一半|半数|过半/g, "percent", () => 50),
    ...[...text.matchAll(HALF)].flatMap((match) => {
      const unit = chineseUnits.get(match[1] ?? "");
      const place = { start: match.index, end: match.index + match[0].length };
      return unit === undefined ? [] : [{ ...place, dimension: unit.dimension, value: 0.5 * unit.factor }];
    }),
  ];
}

function spans(
  text: string,
  pattern: RegExp,
  dimension: Dimension,
  valueOf: (match: RegExpExecArray) => number,
): FoundFigure[] {
  return [...text.matchAll(pattern)].map((match) => {
    return { start: match.index, end: match.index + match[0].length, dimension, value: valueOf(match) };
  });
}
