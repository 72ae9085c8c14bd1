import type { FoundFigure } from "./figure.js";
import { englishNumber } from "./numerals.js";

/** A number of an English text with what it measures so far. */
export interface EnglishReading extends FoundFigure {
  readonly number: string;
  /** Of its unit, in the dimension's own. */
  readonly factor: number;
  /** Neither unit nor currency. */
  readonly isBare: boolean;
}

/** What joins two numbers that share a unit. */
const JOINED = /^(?: ?[–—-] ?| to | or | and )$/;
/** What follows a number that has no noun of its own. */
const NO_NOUN = /^(?:[.,;:)]| (?:of|in|for|and|from|by|to|on|as|a|per)\b|$)/;

/** Gives numbers the unit, the currency and the scale that the text says only once for two of them. */
export function withSharedUnits(text: string, readings: readonly EnglishReading[]): EnglishReading[] {
  const forward = readings.map((reading, index) => withUnitOfNext(text, reading, readings[index + 1]));
  return forward.map((reading, index) => withMoneyBefore(text, reading, forward.slice(0, index)));
}

/** 40 to 70 milligrams; 5 to 10 million yuan; CNY 3–5 million. */
function withUnitOfNext(
  text: string,
  first: EnglishReading,
  second: EnglishReading | undefined,
): EnglishReading {
  if (second === undefined || !JOINED.test(text.slice(first.end, second.start))) return first;
  const isUnitShared = first.isBare && first.dimension === "count" && !second.isBare;
  const isScaleShared = isUnitShared || (!first.isBare && first.factor === 1 && second.isBare);
  const [scale] = /[- ](?:hundred|thousand|million|billion|trillion)\b.*$/i.exec(second.number) ?? [];
  const isScaled = isScaleShared && scale !== undefined && /^(?:[\d.,]+|[a-z]+)$/i.test(first.number);
  const value = first.value * (isScaled ? englishNumber(`1${scale}`) : 1);
  if (!isUnitShared) return { ...first, value };
  const { dimension, factor } = second;
  return { ...first, dimension, factor, value: value * factor, isBare: false };
}

/**
 * CNY 6–8: the second number is money too. And a million or billion without a noun is money when the
 * sentence has spoken of money before: 15 billion yuan of output, 160 million of tax.
 */
function withMoneyBefore(
  text: string,
  reading: EnglishReading,
  earlier: readonly EnglishReading[],
): EnglishReading {
  const money = earlier.findLast(({ dimension }) => dimension === "money");
  if (money === undefined || !reading.isBare || reading.dimension !== "count") return reading;
  const between = text.slice(money.end, reading.start);
  const isJoined = JOINED.test(between);
  const isLarge = /(?:million|billion)$/i.test(reading.number) && !/[.!?]\s/.test(between);
  const isMoney = (isJoined || isLarge) && NO_NOUN.test(text.slice(reading.end));
  return isMoney ? { ...reading, dimension: "money" } : reading;
}
