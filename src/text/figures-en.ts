import { englishDates } from "./dates-en.js";
import { englishUnits, type FigureUnit } from "./figure-units.js";
import { withoutFigures, type Dimension, type FoundFigure } from "./figure.js";
import { englishFixedWords } from "./fixed-words.js";
import { englishCardinals, englishNumber, englishScales } from "./numerals.js";
import { englishOrdinalsIn } from "./ordinals-en.js";
import { withSharedUnits, type EnglishReading } from "./shared-units-en.js";

const CARDINAL = `(?:${englishCardinals.join("|")})`;
const SCALE = `(?:${englishScales.join("|")})`;
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const WORDS = [
  "half[- ]a[- ]dozen",
  `(?:a|${CARDINAL})(?:-${CARDINAL})?(?:[- ]${SCALE})+(?:[- ]and[- ]${CARDINAL}(?:-${CARDINAL})?)?`,
  `${CARDINAL}(?:-${CARDINAL})?`,
].join("|");
const currencies = new Map<string, Dimension>([
  ["CNY", "money"],
  ["RMB", "money"],
  ["¥", "money"],
  ["￥", "money"],
  ["HK$", "hong-kong-dollars"],
  ["US$", "dollars"],
  ["USD", "dollars"],
  ["$", "dollars"],
  ["EUR", "euros"],
  ["€", "euros"],
  ["GBP", "pounds"],
  ["£", "pounds"],
]);
const CURRENCY = [...currencies.keys()].map((sign) => sign.replace("$", "\\$")).join("|");
const NUMBER = new RegExp(
  [
    String.raw`(?:(?<currency>${CURRENCY}) ?|(?<![a-z]-?|\d[.,]?))`,
    String.raw`(?<number>(?:${DIGITS}|\b(?:${WORDS})\b)(?:[- ]${SCALE}\b)*)`,
    String.raw`(?<short>bn\b|k\b)?(?<half> and a half)?`,
  ].join(""),
  "gi",
);
const shortScales: Readonly<Record<string, number>> = { bn: 1e9, m: 1e6, k: 1e3 };
const UNIT = new RegExp(
  [
    "^[ -]?(?:(?:full|whole|straight|consecutive|more|further|successive|long|short)[ -])?",
    `(?<unit>${unitPattern()})(?:e?s)?(?![A-Za-z])`,
  ].join(""),
  "i",
);
const BEFORE_ORDINAL = /\b(?:No\.|Number|Grade|Level|Class|Phase|Stage|Round|Tier) $/i;

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

/** The figures of an English text whose digits are half-width; see `figuresIn`. */
export function englishFigures(text: string, ones: boolean): FoundFigure[] {
  const fixed = text.replace(englishFixedWords, (word) => "\0".repeat(word.length));
  const dates = englishDates(fixed);
  const undated = withoutFigures(dates, fixed);
  const ordinals = englishOrdinalsIn(undated, ones);
  const rest = withoutFigures(ordinals, undated);
  const numerals = [...rest.matchAll(NUMBER)].flatMap((match) => numeralOf(rest, match, ones));
  return [...dates, ...ordinals, ...multiples(rest), ...withSharedUnits(rest, numerals.map(readingOf))];
}

/** None for an article, and for a name: 5G, one of them. */
function numeralOf(text: string, match: RegExpExecArray, ones: boolean): Numeral[] {
  const { number = "", currency, short, half } = match.groups ?? {};
  const start = match.index;
  const read = start + match[0].length;
  const isMillion = currency !== undefined && /^m\b/.test(text.slice(read));
  const end = isMillion ? read + 1 : read;
  const after = text.slice(end);
  const isName = /\d$/.test(number) && /^[A-Za-z]/.test(after) && !UNIT.test(after);
  const isArticle = /^one$/i.test(number) && half === undefined;
  if (isName || (isArticle && !ones)) return [];
  const scale = shortScales[isMillion ? "m" : (short?.toLowerCase() ?? "")] ?? 1;
  const value = englishNumber(number) * scale + (half === undefined ? 0 : 0.5);
  const money = currencies.get(currency?.toUpperCase() ?? "") ?? null;
  return [{ start, end, number, value, currency: money, before: text.slice(0, start), after }];
}

function readingOf({ start, end, number, value, currency, before, after }: Numeral): EnglishReading {
  const plain = { start, end, number, value, factor: 1 };
  if (currency !== null) return { ...plain, dimension: currency, isBare: false };
  const text = UNIT.exec(after);
  const unit = unitNamed(text?.groups?.["unit"] ?? "");
  if (text !== null && unit !== null) {
    const { dimension, factor } = unit;
    return { ...plain, end: end + text[0].length, value: value * factor, dimension, factor, isBare: false };
  }
  return { ...plain, dimension: BEFORE_ORDINAL.test(before) ? "ordinal" : "count", isBare: true };
}

/** Longest first; a space of a unit may be a hyphen. */
function unitPattern(): string {
  return [...englishUnits.keys()]
    .sort((one, other) => other.length - one.length)
    .map((unit) => unit.replaceAll(".", "\\.").replaceAll(" ", "[- ]"))
    .join("|");
}

function unitNamed(text: string): FigureUnit | null {
  const lower = text.toLowerCase();
  const names = [text, lower, lower.replaceAll("-", " ")];
  return names.map((name) => englishUnits.get(name)).find((unit) => unit !== undefined) ?? null;
}

const multiplied = { twice: 2, doubled: 2, doubling: 2, tripled: 3, trebled: 3, quadrupled: 4 };

/** Twice a year; doubled. */
function multiples(text: string): FoundFigure[] {
  return Object.entries(multiplied).flatMap(([word, value]) =>
    [...text.matchAll(new RegExp(`\\b${word}\\b`, "gi"))].map(({ index }) => {
      return { start: index, end: index + word.length, dimension: "count", value } as const;
    }),
  );
}
