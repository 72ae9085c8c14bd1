import { groupBy } from "../group-by.js";
import type { Label, Period } from "../terms.js";
import type { Row } from "./reader.js";

/** Reads the columns of a row as what the migrations say they are; the database has checked them. */

export const textOf = (row: Row, column: string): string => String(row[column]);
export const optionalText = (row: Row, column: string): string | null =>
  row[column] === null || row[column] === undefined ? null : String(row[column]);
export const numberOf = (row: Row, column: string): number => Number(row[column]);
export const optionalNumber = (row: Row, column: string): number | null =>
  row[column] === null || row[column] === undefined ? null : Number(row[column]);
/** SQLite has 0 and 1, PostgreSQL false and true. */
export const flagOf = (row: Row, column: string): boolean => row[column] === true || row[column] === 1;

/**
 * A word of a closed set; a check constraint holds the column to it. All rows share one text, of which a driver makes
 * a new one each time.
 */
export const wordOf = <Word extends string>(row: Row, column: string): Word =>
  sharedWord(textOf(row, column)) as Word;
export const optionalWord = <Word extends string>(row: Row, column: string): Word | null =>
  row[column] === null || row[column] === undefined ? null : wordOf<Word>(row, column);

const sharedWords = new Map<string, string>();
function sharedWord(word: string): string {
  const shared = sharedWords.get(word);
  if (shared === undefined) sharedWords.set(word, word);
  return shared ?? word;
}

/** The label in `<name>_zh` and `<name>_en`. */
export const labelOf = (row: Row, name: string): Label => ({
  zh: textOf(row, `${name}_zh`),
  en: textOf(row, `${name}_en`),
});
export const optionalLabel = (row: Row, name: string): Label | null =>
  row[`${name}_zh`] === null || row[`${name}_zh`] === undefined ? null : labelOf(row, name);

export const optionalPeriod = (row: Row): Period | null =>
  row.period_basis === null || row.period_basis === undefined
    ? null
    : {
        from: optionalText(row, "period_from"),
        to: optionalText(row, "period_to"),
        label: optionalLabel(row, "period_label"),
        basis: wordOf(row, "period_basis"),
      };

/** Rows by the value of a column, each list in the order in which the rows came. */
export const rowsBy = (rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> =>
  groupBy(rows, (row) => String(row[column]));

/**
 * Rows in the order of a text column, by code units; of equal texts, in the order in which they came. Never by the
 * database: PostgreSQL compares texts in a language of its own.
 */
export const rowsInOrderOf = (rows: readonly Row[], column: string): readonly Row[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [textOf(a, column), textOf(b, column)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
