import type { FoundFigure } from "./figure.js";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
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
  "dg",
);

/** What a count has after it and a year has not: a unit, or a plural noun when it is no year of our time. */
const UNIT =
  /^[ -](?:mu|yuan|people|percent|per cent|(?:square |cubic )?(?:kilo)?met(?:re|er)s?|hectares?|tonnes?)\b/;
const PLURAL = /^[ -][a-z-]{2,}(?<![sui]|wa|ha)s\b/;
const YEAR =
  /(?<![\d.,$¥€£A-Za-z]|(?:CNY|RMB|USD) )(?:1\d{3}|20\d{2}|2100)(?<decade>s)?(?![\d]|[.,]\d|[A-Za-z%]| ?(?:million|billion|thousand))/g;

/** The years, decades, months and days of an English text. */
export function englishDates(text: string): FoundFigure[] {
  const days = [...text.matchAll(DATE)].flatMap(datesOf);
  return [...days, ...[...text.matchAll(YEAR)].flatMap((match) => yearOf(text, match))];
}

function datesOf(match: RegExpExecArray): FoundFigure[] {
  const places = match.indices?.groups ?? {};
  return Object.entries(match.groups ?? {}).flatMap(([name, text]: [string, string | undefined]) => {
    const place = places[name];
    if (text === undefined || place === undefined) return [];
    const [start, end] = place;
    const isMonth = name.startsWith("month");
    const value = isMonth ? MONTHS.indexOf(text) + 1 : Number.parseInt(text, 10);
    return [{ start, end, dimension: isMonth ? "month" : "day", value } as const];
  });
}

function yearOf(text: string, match: RegExpExecArray): FoundFigure[] {
  const start = match.index;
  const end = start + match[0].length;
  const value = Number.parseInt(match[0], 10);
  if (match[0].endsWith("s")) return [{ start, end, dimension: "decade", value }];
  const after = text.slice(end);
  const isCount = UNIT.test(after) || (value < 1900 && PLURAL.test(after));
  return isCount ? [] : [{ start, end, dimension: "year", value }];
}
