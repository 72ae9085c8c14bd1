import { textOf, type Wanted } from "../wanted.js";

/**
 * An FTS5 expression, made of nothing but our own tokens in quotes: letters and digits, so that no text of
 * a user is ever read as syntax.
 */
export type Expression = string;

/** What is wanted, in FTS5's words: it reads the texts of `Wanted` as they are. */
export const expressionOf = (wanted: Wanted): Expression => textOf(wanted);

/** The same cases by fewer words: what begins like a word, the word itself is among. Ranks differ. */
export function withoutImplied(wanted: Wanted): Wanted {
  if ("phrase" in wanted) return wanted;
  if ("allOf" in wanted) return { allOf: wanted.allOf.map(withoutImplied) };
  const open = new Set(
    wanted.anyOf.flatMap((one) => ("phrase" in one && one.phrase.isOpen ? [textOf(one)] : [])),
  );
  const isImplied = (one: Wanted): boolean =>
    "phrase" in one && !one.phrase.isOpen && open.has(textOf({ phrase: { ...one.phrase, isOpen: true } }));
  return { anyOf: wanted.anyOf.filter((one) => !isImplied(one)).map(withoutImplied) };
}

/** The expression, looking in these columns only. */
export function inColumns(names: readonly string[], expression: Expression): Expression {
  return `{${names.join(" ")}} : (${expression})`;
}
