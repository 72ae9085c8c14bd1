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

/** A figure before it is cut from its text. */
export type FoundFigure = Omit<Figure, "text">;

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

/** The text with the figures blanked out; all else keeps its place. */
export function withoutFigures(figures: readonly FoundFigure[], text: string): string {
  return figures.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\0".repeat(end - start) + rest.slice(end),
    text,
  );
}
