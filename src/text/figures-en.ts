import { englishDates } from "./dates-en.js";
import { englishUnits, type FigureUnit } from "./figure-units.js";
import { withoutFigures, type Dimension, type FoundFigure } from "./figure.js";
import { englishFixedWords } from "./fixed-words.js";
import { englishOrdinalsIn } from "./ordinals-en.js";
import { englishCardinals, englishNumber, englishScales } from "./numerals.js";

const CARDINAL = englishCardinals.join("|");
const SCALE = englishScales.join("|");
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const WORDS = String.raw`half[- ]a[- ]dozen|(?:(?:a|${CARDINAL})(?:[- ](?:${CARDINAL}))?)(?:[- ](?:${SCALE}))+(?:[- ]and[- ](?:${CARDINAL})(?:[- ](?:${CARDINAL}))?)?|(?:${CARDINAL})(?:-(?:${CARDINAL}))?`;
const CURRENCIES: Readonly<Record<string, Dimension>> = {
  cny: "money",
  rmb: "money",
  "¥": "money",
  "￥": "money",
  us$: "dollars",
  usd: "dollars",
  $: "dollars",
  hk$: "hong-kong-dollars",
  "€": "euros",
  eur: "euros",
  "£": "pounds",
  gbp: "pounds",
};
const CURRENCY = String.raw`\b(?:CNY|RMB|USD|EUR|GBP|US\$|HK\$)|[¥￥$€£]`;
const NUMBER = new RegExp(
  String.raw`(?:(?<currency>${CURRENCY})[ ]?|(?<![A-Za-z]|[A-Z]-|\d[.,]?))(?<number>${DIGITS}(?:bn|m|k)\b|(?:${DIGITS}|\b(?:${WORDS})\b)(?:[- ](?:${SCALE})\b)*)(?<half> and a half)?`,
  "gi",
);
const SHORT_SCALES: Readonly<Record<string, number>> = { bn: 1e9, m: 1e6, k: 1e3 };
const UNIT = new RegExp(
  `^[ -]?(?:(?:full|whole|straight|consecutive|more|further|successive|long|short)[ -])?(?<unit>${[
    ...englishUnits.keys(),
  ]
    .sort((one, other) => other.length - one.length)
    .map((unit) => unit.replaceAll(".", "\\.").replaceAll(" ", "[- ]"))
    .join("|")})(?:e?s)?(?![A-Za-z])`,
  "i",
);
/** What joins two numbers that share the unit of the second. */
const JOINED = /^(?: ?[–—-] ?| to | or | and )$/;

/** A number of the text with what is around it. */
interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly value: number;
  readonly currency: Dimension | null;
  readonly before: string;
  readonly after: string;
}

interface Reading extends FoundFigure {
  readonly number: string;
  readonly factor: number;
  /** Neither unit nor currency. */
  readonly isBare: boolean;
}

/** The figures of an English text whose digits are half-width; see `figuresIn`. */
export function englishFigures(text: string, ones: boolean): FoundFigure[] {
  const fixed = text.replace(englishFixedWords, (word) => "\0".repeat(word.length));
  const dates = englishDates(fixed);
  const undated = withoutFigures(dates, fixed);
  const ordinals = englishOrdinalsIn(undated, ones);
  const rest = withoutFigures(ordinals, undated);
  const numerals = [...rest.matchAll(NUMBER)].flatMap((match) => numeralOf(rest, match, ones));
  const readings = numerals.map(readingOf);
  const shared = readings.map((reading, index) => withSharedUnit(rest, reading, readings[index + 1]));
  const elided = shared.map((reading, index) => withElidedMoney(rest, reading, shared.slice(0, index)));
  return [...dates, ...ordinals, ...elided, ...multiples(rest)];
}

function numeralOf(text: string, match: RegExpExecArray, ones: boolean): Numeral[] {
  const { number = "", currency, half } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const after = text.slice(end);
  const isName = /\d$/.test(number) && /^[A-Za-z]/.test(after) && !UNIT.test(after);
  const isArticle = /^one$/i.test(number) && half === undefined;
  if (isName || (isArticle && !ones)) return [];
  const short = /(?<=\d)(?:bn|m|k)$/i.exec(number)?.[0].toLowerCase() ?? "";
  // 10m is a length unless a currency stands before it.
  if (short === "m" && currency === undefined) {
    const bare = number.slice(0, -1);
    return [
      {
        start,
        end: end - 1,
        number: bare,
        value: englishNumber(bare),
        currency: null,
        before: "",
        after: `m${after}`,
      },
    ];
  }
  const plain = number.slice(0, number.length - short.length);
  const value = englishNumber(plain) * (SHORT_SCALES[short] ?? 1) + (half === undefined ? 0 : 0.5);
  const money = CURRENCIES[currency?.toLowerCase() ?? ""] ?? null;
  return [{ start, end, number, value, currency: money, before: text.slice(0, start), after }];
}

function readingOf({ start, end, number, value, currency, before, after }: Numeral): Reading {
  if (currency !== null) {
    return { start, end, number, dimension: currency, value, factor: 1, isBare: false };
  }
  const text = UNIT.exec(after);
  const unit = unitNamed(text?.groups?.["unit"]);
  if (text !== null && unit !== null) {
    const { dimension, factor } = unit;
    return {
      start,
      end: end + text[0].length,
      number,
      dimension,
      value: value * factor,
      factor,
      isBare: false,
    };
  }
  const isOrdinal = /\b(?:No\.|Number|Grade|Level|Class|Phase|Stage|Round|Tier)[ ]$/i.test(before);
  return { start, end, number, dimension: isOrdinal ? "ordinal" : "count", value, factor: 1, isBare: true };
}

function unitNamed(text: string | undefined): FigureUnit | null {
  if (text === undefined) return null;
  return (
    englishUnits.get(text) ??
    englishUnits.get(text.toLowerCase()) ??
    englishUnits.get(text.toLowerCase().replaceAll("-", " ")) ??
    null
  );
}

/** CNY 6–8; 40 to 70 milligrams; 5 to 10 million yuan: what one number has, the other has too. */
function withSharedUnit(text: string, first: Reading, second: Reading | undefined): Reading {
  const between = second === undefined ? "" : text.slice(first.end, second.start);
  if (second === undefined || !JOINED.test(between)) return first;
  if (!first.isBare || first.dimension !== "count" || second.isBare) return first;
  const scale = /[- ](?:hundred|thousand|million|billion|trillion)(?:[- ].*)?$/i.exec(second.number)?.[0];
  const isScaled = scale !== undefined && /^[\d.,]+$|^[a-z]+$/i.test(first.number);
  const value = first.value * (isScaled ? englishNumber(`1${scale}`) : 1) * second.factor;
  return { ...first, dimension: second.dimension, factor: second.factor, value, isBare: false };
}

/**
 * CNY 6–8: the second number is money too. And 160 million, with no noun after it, is money when
 * the sentence has spoken of money before: 15 billion yuan of output, 160 million of tax.
 */
function withElidedMoney(text: string, reading: Reading, earlier: readonly Reading[]): Reading {
  if (!reading.isBare || reading.dimension !== "count") return reading;
  const previous = earlier.at(-1);
  const isRange = previous !== undefined && /^ ?[–—-] ?$/.test(text.slice(previous.end, reading.start));
  if (isRange && !previous.isBare && previous.factor === 1)
    return { ...reading, dimension: previous.dimension };
  const money = earlier.findLast(({ dimension }) => dimension === "money");
  const isAlone =
    /(?:million|billion)$/i.test(reading.number) &&
    /^(?:[.,;:)]| (?:of|in|for|and|from|by|to|on|as)\b|$)/.test(text.slice(reading.end));
  if (money === undefined || !isAlone || /[.!?]\s/.test(text.slice(money.end, reading.start))) return reading;
  return { ...reading, dimension: "money" };
}

const MULTIPLES: Readonly<Record<string, number>> = {
  twice: 2,
  doubled: 2,
  doubling: 2,
  tripled: 3,
  trebled: 3,
  quadrupled: 4,
};

/** Twice a year; doubled. */
function multiples(text: string): FoundFigure[] {
  const pattern = new RegExp(`\\b(?:${Object.keys(MULTIPLES).join("|")})\\b`, "gi");
  return [...text.matchAll(pattern)].map((match) => ({
    ...{ start: match.index, end: match.index + match[0].length },
    ...{ dimension: "count", value: MULTIPLES[match[0].toLowerCase()] ?? 0 },
  }));
}
