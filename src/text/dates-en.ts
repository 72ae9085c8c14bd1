import type { FoundFigure } from "./figures.js";

const MONTHS =
  "January February March April May June July August September October November December".split(" ");
const MONTH = MONTHS.join("|");
const DAY = String.raw`(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?`;

/** Numbers beside a month: 28 August, 1 to 3 July, August 28, May 2019; and May or March alone after a preposition. */
const DATE = new RegExp(
  [
    String.raw`\b(?:(?<from>${DAY})(?: ?[–—-] ?| to | and ))?(?<day>${DAY}) (?<month>${MONTH})\b`,
    String.raw`\b(?<month2>${MONTH}) (?<from2>${DAY})(?: ?[–—-] ?(?<day2>${DAY}))?\b(?![,.]?\d| million| billion)`,
    String.raw`\b(?<month3>${MONTHS.filter((month) => !/^Ma(?:y|rch)$/.test(month)).join("|")})\b`,
    String.raw`(?:(?<=\b(?:in|by|since|from|of|until|late|early|mid|to|and|between|during|on|this|last|and|every|before|after) )|(?<=\bmid-))(?<month4>March|May)\b`,
    String.raw`\b(?<month5>March|May)(?= \d{4}\b)`,
    String.raw`(?<=\bon the )(?<day6>${DAY}(?<=[a-z]))`,
  ].join("|"),
  "g",
);

const DATE_WORDS = "in by since from of until till to and between during early late mid before after the year or through";
const BEFORE_YEAR = new RegExp(`(?:\\b(?:${DATE_WORDS.replaceAll(" ", "|")}|${MONTH})|[(–—/-]|\\d{4},)[ ]?$|^$`, "i");
/** A plural noun or a unit: what a count has after it and a year has not. */
const AFTER_COUNT = /^[ -](?:[a-z-]+ )?(?:[a-z]{2,}(?<!ss|us|is|as)s|people|mu|yuan|children|women|men|percent|per cent)\b|^%/;
const YEAR = /(?<![\d.,$¥€£A-Za-z]|(?:CNY|RMB|USD) )(?:1\d{3}|20\d{2}|2100)(?<decade>s)?(?![\d]|[.,]\d|[A-Za-z%]| ?(?:million|billion|thousand))/g;

/** The years, decades, months and days of a text, and the text with all of them blanked out. */
export function englishDates(text: string): { dates: FoundFigure[]; rest: string } {
  const dates: FoundFigure[] = [];
  const blank = (whole: string): string => "\0".repeat(whole.length);
  const withoutDays = text.replace(DATE, (whole: string, ...args: unknown[]) => {
    dates.push(...datesOf(whole, Number(args.at(-3)), args.at(-1) as Groups));
    return blank(whole);
  });
  const rest = withoutDays.replace(YEAR, (whole: string, ...args: unknown[]) => {
    const start = Number(args.at(-3));
    const isDecade = whole.endsWith("s");
    if (!isDecade && isCount(text.slice(0, start), text.slice(start + whole.length))) return whole;
    const dimension = isDecade ? "decade" : "year";
    dates.push({ start, end: start + whole.length, dimension, value: Number.parseInt(whole, 10) });
    return blank(whole);
  });
  return { dates, rest };
}

type Groups = Readonly<Record<string, string | undefined>>;

function datesOf(whole: string, start: number, groups: Groups): FoundFigure[] {
  return Object.entries(groups).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const isMonth = name.startsWith("month");
    const at = start + (isMonth ? whole.indexOf(text) : placeOfDay(whole, text, name));
    const value = isMonth ? MONTHS.indexOf(text) + 1 : Number.parseInt(text, 10);
    return [{ start: at, end: at + text.length, dimension: isMonth ? "month" : "day", value } as const];
  });
}

/** The second of 1 to 11 July is not the end of the first. */
function placeOfDay(whole: string, text: string, name: string): number {
  if (name === "day2" || name === "day") return whole.search(new RegExp(`(?<!\\d)${text}(?!\\d)(?!.*\\d)`));
  return whole.search(new RegExp(`(?<!\\d)${text}`));
}

function isCount(before: string, after: string): boolean {
  return AFTER_COUNT.test(after) && !BEFORE_YEAR.test(before);
}
