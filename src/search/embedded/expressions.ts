import { textOf, type Wanted } from "../wanted.js";

/**
 * An FTS5 expression, made of nothing but our own tokens in quotes: letters and digits, so that no text of
 * a user is ever read as syntax.
 */
export type Expression = string;

/** What is wanted, in FTS5's words: it reads the texts of `Wanted` as they are. */
export const expressionOf = (wanted: Wanted): Expression => textOf(wanted);

/** The expression, looking in these columns only. */
export function inColumns(names: readonly string[], expression: Expression): Expression {
  return `{${names.join(" ")}} : (${expression})`;
}
