import type { Figure } from "./figure.js";
import { englishFigures } from "./figures-en.js";
import { chineseFigures } from "./figures-zh.js";
import { halfWidth } from "./numerals.js";

export interface FigureOptions {
  /** Names whose numerals count nothing: of towns, of practices. */
  readonly exempt?: readonly string[];
  /** Also take 一, 首, one and first for figures, which are mostly articles. */
  readonly ones?: boolean;
}

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

/** Blanks the names out; all else keeps its place. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce(
    (rest, name) => (name === "" ? rest : rest.replaceAll(name, "\0".repeat(name.length))),
    text,
  );
}
