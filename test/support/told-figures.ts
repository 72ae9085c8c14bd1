import { figuresIn, type FigureOptions } from "../../src/text/figures.js";

/** Days in a year, and square metres in a mu. */
export const YEAR = 365.25;
export const MU = 2000 / 3;

/** `7.4亿元=money 740000000`, so that a table reads well. */
export function told(text: string, locale: "ZH" | "EN", options?: FigureOptions): string[] {
  return figuresIn(text, locale, options).map(
    (figure) => `${figure.text}=${figure.dimension} ${Number(figure.value.toPrecision(9))}`,
  );
}

/** A time as `told` tells it. */
export const days = (count: number) => `time ${Number(count.toPrecision(9))}`;
