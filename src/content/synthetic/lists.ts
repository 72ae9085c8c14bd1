import { figuresIn } from "../../text/figures.js";
import type { SeedLists } from "../seed-files.js";
import type { Label } from "../../terms.js";
import { toldUnits } from "./figures.js";
import { randomFor } from "./random.js";
import { chineseWord, englishWord } from "./words.js";

/** What every generated text begins with. */
export const MARK: Label = { zh: "【合成】", en: "[Synthetic] " };

export interface SetSize {
  readonly cases: number;
  /** Another seed, another set. */
  readonly seed: number;
}

/** One town has four cases, in the mean. */
export const townCount = ({ cases }: SetSize): number => Math.max(1, Math.ceil(cases / 4));
/** One source is read for five cases, in the mean. */
export const sourceCount = ({ cases }: SetSize): number => Math.max(20, Math.ceil(cases / 5));
const [DOCUMENTS, THEMES, CORRECTIONS] = [20, 11, 2] as const;

export const sourceKey = (seed: number, place: number): string => `synthetic-${seed}-source-${place}`;
export const documentKey = (place: number): string => `synthetic-document-${place}`;
export const correctionKey = (place: number): string => `synthetic-correction-${place}`;
export const documentKeys = Array.from({ length: DOCUMENTS }, (_, place) => documentKey(place));
export const themePositions = Array.from({ length: THEMES }, (_, place) => place + 1);
export const correctionKeys = Array.from({ length: CORRECTIONS }, (_, place) => correctionKey(place));

/**
 * The lists of a generated set: the vocabularies of the real one without what these cite, and sources and a programme
 * that are made up.
 */
export function syntheticLists(real: SeedLists, size: SetSize): SeedLists {
  const first = [sourceKey(size.seed, 0)];
  return {
    ...real,
    "vocabulary/categories.yaml": real["vocabulary/categories.yaml"].map((one) => ({
      ...one,
      namesAsPublished: [],
    })),
    "sources.yaml": Array.from({ length: sourceCount(size) }, (_, place) => sourceOf(size.seed, place)),
    "programme/mechanisms.yaml": [],
    "programme/events.yaml": [],
    "programme/statistics.yaml": [],
    "programme/praised-provinces.yaml": [],
    "programme/documents.yaml": documentKeys.map((key, place) => documentOf(key, place, first)),
    "programme/themes.yaml": themePositions.map((position) => ({
      ...{ position, sources: first },
      name: marked(`主题${letters(position)}`, `theme ${letters(position)}`),
    })),
    "programme/corrections.yaml": correctionKeys.map((key) => correctionOf(key, first)),
  };
}

/** What cases choose from; measures whose names have numerals in them are left out. */
export function choicesOf(lists: SeedLists) {
  const isPlain = ({ name }: { readonly name: Label }): boolean =>
    figuresIn(name.zh, "ZH").length + figuresIn(name.en, "EN").length === 0;
  const parents = new Set(lists["vocabulary/regions.yaml"].map(({ parent }) => parent));
  return {
    categories: lists["vocabulary/categories.yaml"].map(({ key }) => key),
    // Those that are no part of another's path stand for places.
    regions: lists["vocabulary/regions.yaml"].map(({ key }) => key).filter((key) => !parents.has(key)),
    industries: lists["vocabulary/industries.yaml"].filter(isPlain),
    tags: lists["vocabulary/tags.yaml"].map(({ key }) => key),
    problems: lists["vocabulary/problems.yaml"].map(({ key }) => key),
    practices: lists["vocabulary/practices.yaml"].map(({ slug }) => slug),
    measures: lists["vocabulary/measures.yaml"]
      .filter(isPlain)
      .filter(({ unit }) => toldUnits.includes(unit)),
  };
}

export type Choices = ReturnType<typeof choicesOf>;

export const marked = (zh: string, en: string): Label => ({ zh: MARK.zh + zh, en: MARK.en + en });

/** A, B, … Z, BA: a number that no check takes for a figure. */
export function letters(number: number): string {
  const digits = [...number.toString(26)].map((digit) => String.fromCharCode(65 + parseInt(digit, 26)));
  return digits.join("");
}

function sourceOf(seed: number, place: number): SeedLists["sources.yaml"][number] {
  const random = randomFor(seed, 1, place);
  const isChinese = !random.isOneIn(4);
  return {
    key: sourceKey(seed, place),
    title: isChinese
      ? `${MARK.zh}${chineseWord(random)}${chineseWord(random)}报道${letters(place)}`
      : `${MARK.en}A report on ${englishWord(random)} ${englishWord(random)} ${letters(place)}`,
    titleIsOurs: true,
    publisher: isChinese ? "合成数据生成器" : "Synthetic content generator",
    published: random.isOneIn(10) ? null : `20${random.between(14, 26)}-0${random.between(1, 9)}`,
    language: isChinese ? "zh" : "en",
    ...{ url: null, isRepost: random.isOneIn(5), note: null },
  };
}

function documentOf(
  key: string,
  place: number,
  sources: string[],
): SeedLists["programme/documents.yaml"][number] {
  return {
    ...{ key, sources, number: null, numberNote: null, issuedNote: null, published: null, url: null },
    ...{ replacedBy: null, succession: null, successionNote: null, instructions: [] },
    title: marked(`文件${letters(place)}`, `document ${letters(place)}`),
    issuer: marked("机关", "authority"),
    issued: "2019",
    summary: marked("没有这份文件。", "There is no such document."),
  };
}

function correctionOf(key: string, sources: string[]): SeedLists["programme/corrections.yaml"][number] {
  return {
    ...{ key, sources, listed: null, renamed: null, eliminatedOrRectified: null, retained: null },
    ...{ qualifier: "EXACT", derivedFigures: [], parts: [], outcome: null, note: null, otherReadings: [] },
    ...{ asOf: "2019", asOfBasis: "INFERRED" },
    scope: marked("名单", "a list"),
  };
}
