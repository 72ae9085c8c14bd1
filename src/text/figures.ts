import { englishFigures } from "./figures-en.js";
import { chineseFigures } from "./figures-zh.js";
import { halfWidth } from "./numerals.js";

/**
 * What a figure measures, each in one unit: money in yuan (other currencies are dimensions of their own),
 * area in m², length in m, time in days, weight in kg, volume in m³, energy in Wh, power in W, percent,
 * year, decade (1990), month (1 to 12), day of the month, ordinal, and count for anything else.
 */
export type Dimension =
  | "money"
  | "dollars"
  | "euros"
  | "pounds"
  | "yen"
  | "hong-kong-dollars"
  | "area"
  | "length"
  | "time"
  | "weight"
  | "volume"
  | "energy"
  | "power"
  | "percent"
  | "year"
  | "decade"
  | "month"
  | "day"
  | "ordinal"
  | "count";

/** A number that a text states. `start` and `end` are UTF-16 code units into it. */
export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly dimension: Dimension;
  readonly value: number;
}

export interface FigureOptions {
  /** Names whose numerals count nothing: of towns, of practices. */
  readonly exempt?: readonly string[];
  /** Also take 一, 首, one and first for figures, which are mostly articles. */
  readonly ones?: boolean;
}

/** A figure before it is cut from its text. */
export type FoundFigure = Omit<Figure, "text">;

/** Every figure of a text, in its order. */
export function figuresIn(text: string, locale: "ZH" | "EN", options: FigureOptions = {}): Figure[] {
  const read = withoutNames(halfWidth(text), options.exempt ?? []);
  const found = (locale === "ZH" ? chineseFigures : englishFigures)(read, options.ones ?? false);
  return found
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, dimension, value }) => ({
      text: text.slice(start, end).trim(),
      ...{ start, end, dimension, value },
    }));
}

/** Whether two figures say the same: of one dimension, and equal but for rounding in the arithmetic. */
export function sameFigure(
  one: Pick<Figure, "dimension" | "value">,
  other: Pick<Figure, "dimension" | "value">,
): boolean {
  return one.dimension === other.dimension && sameNumber(one.value, other.value);
}

/** Equal to nine digits. */
export function sameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

/** Blanks the names out; all else keeps its place. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce(
    (rest, name) => (name === "" ? rest : rest.replaceAll(name, "\0".repeat(name.length))),
    text,
  );
}
