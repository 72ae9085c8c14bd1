import { stringify } from "csv-stringify/sync";
import type { Label } from "../terms.js";

export type Cell = string | number | boolean | null;

/** The columns of a table in their order: name → what stands in them. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/**
 * Rows as CSV (RFC 4180: CRLF, double quotes). The start of a table has its header, after the byte-order mark
 * by which Excel knows UTF-8. A text that a spreadsheet would run as a formula, for it begins with `=`, `+`, `-`,
 * `@` (or their full-width forms), a tab or CR, gets an apostrophe before it (OWASP, CSV Injection); numbers
 * stay as they are.
 */
export function csvOf<Row>(columns: Columns<Row>, rows: readonly Row[], isStart: boolean): string {
  const cells = Object.values(columns);
  return stringify(
    rows.map((row) => cells.map((cellOf) => cellOf(row))),
    {
      columns: Object.keys(columns),
      header: isStart,
      bom: isStart,
      record_delimiter: "windows",
      quote_record_delimiter: true,
      escape_formulas: true,
      cast: { boolean: (value) => (value ? "TRUE" : "FALSE") },
    },
  );
}

/** The same columns for rows that lead to theirs. */
export function columnsVia<Outer, Inner>(
  columns: Columns<Inner>,
  innerOf: (outer: Outer) => Inner,
): Columns<Outer> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cellOf]) => [name, (outer: Outer) => cellOf(innerOf(outer))]),
  );
}

/** Two columns for a text in two languages: `<name>_zh` and `<name>_en`. */
export function labelColumns<Row>(name: string, labelIn: (row: Row) => Label | null): Columns<Row> {
  return {
    [`${name}_zh`]: (row) => labelIn(row)?.zh ?? null,
    [`${name}_en`]: (row) => labelIn(row)?.en ?? null,
  };
}
