import { englishUnits, type FigureUnit } from "./figure-units.js";
import type { FoundFigure } from "./figure.js";
import { englishCardinals, englishNumber, englishOrdinals } from "./numerals.js";

const ORDINAL = new RegExp(
  String.raw`\b(?:(?<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?<word>${[...englishOrdinals.keys()].join("|")})\b|\b(?<digits>\d+)(?:st|nd|rd|th)\b`,
  "gi",
);
const FRACTION = new RegExp(
  String.raw`(?<!\bfirst )\b(?<count>an?|${englishCardinals.join("|")})[- ](?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?<plural>s?)\b`,
  "gi",
);
const OUT_OF = new RegExp(
  String.raw`\b(?<count>${englishCardinals.join("|")}|\d{1,2}) in (?<whole>two|three|four|five|six|ten|10|a hundred|100)\b(?! (?:years|provinces|cities|towns|countries|places|months))`,
  "gi",
);
/** What follows a part of something: a fifth of the houses; but not the fifth year. */
const AFTER_PART =
  /^(?:[.,;:)]| (?:of|more|less|lower|higher|fewer|as|to|in|or|and|from|by|were|was|is|are)\b|$)/;
const UNITS = [...englishUnits.keys()].filter((unit) => /^[a-z ]{2,}$/.test(unit));
const HALF = new RegExp(`\\bhalf[- ](?:an? )?(${UNITS.join("|")})s?\\b|\\bhalf\\b(?!-)`, "gi");

const WHOLE: FigureUnit = { dimension: "percent", factor: 100 };

/**
 * The second group, the 14th plan; two-thirds, which is 66.7 per cent. With `ones` also the first group,
 * half of them and half an hour.
 */
export function englishOrdinalsIn(text: string, ones: boolean): FoundFigure[] {
  const fractions = [
    ...[...text.matchAll(FRACTION)].flatMap((match) => fractionOf(text, match)),
    ...[...text.matchAll(OUT_OF)].map(shareOf),
  ];
  const isFraction = (start: number): boolean =>
    fractions.some((fraction) => fraction.start <= start && start < fraction.end);
  const ordinals = [...text.matchAll(ORDINAL)]
    .filter(({ index }) => !isFraction(index))
    .map(ordinalOf)
    .filter(({ value }) => ones || value !== 1);
  return [...fractions, ...ordinals, ...(ones ? [...text.matchAll(HALF)].map(halfOf) : [])];
}

function ordinalOf(match: RegExpExecArray): FoundFigure {
  const { tens, word, digits } = match.groups ?? {};
  const end = match.index + match[0].length;
  const value =
    digits === undefined
      ? (englishOrdinals.get(word?.toLowerCase() ?? "") ?? 0) + (tens === undefined ? 0 : englishNumber(tens))
      : Number(digits);
  return { start: match.index, end, dimension: "ordinal", value };
}

function fractionOf(text: string, match: RegExpExecArray): FoundFigure[] {
  const { count = "", part = "", plural } = match.groups ?? {};
  const end = match.index + match[0].length;
  const after = text.slice(end);
  const isArticle = /^an?$/i.test(count);
  const isQuarters = part === "quarter" && plural === "s";
  const isPart = isQuarters ? after.startsWith(" of ") : plural === "s" || AFTER_PART.test(after);
  if (!isPart && (isArticle || isQuarters)) return [];
  const whole = part === "quarter" ? 4 : (englishOrdinals.get(part.toLowerCase()) ?? 1);
  const value = (100 * (isArticle ? 1 : englishNumber(count))) / whole;
  return [{ start: match.index, end, dimension: "percent", value }];
}

/** Seven in ten are 70 per cent. */
function shareOf(match: RegExpExecArray): FoundFigure {
  const { count = "", whole = "" } = match.groups ?? {};
  const value = (100 * englishNumber(count)) / englishNumber(whole);
  return { start: match.index, end: match.index + match[0].length, dimension: "percent", value };
}

function halfOf(match: RegExpExecArray): FoundFigure {
  const place = { start: match.index, end: match.index + match[0].length };
  const { dimension, factor } = englishUnits.get(match[1]?.toLowerCase() ?? "") ?? WHOLE;
  return { ...place, dimension, value: 0.5 * factor };
}
