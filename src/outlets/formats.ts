import { csvOf, type Columns } from "./csv.js";
import type { Selection } from "./selections.js";

/** Rows in the form in which they are sent. */
export interface Body {
  readonly contentType: string;
  /** Rows of a table without its header, or lines. */
  readonly rowCount: number;
  /** The text, a page of cases at a time. @throws when something is published before the end. */
  readonly chunks: () => AsyncGenerator<string>;
}

/** As CSV: a table without rows still has its header. */
export function asTable<Row>(table: Columns<Row>, { rowCount, pages }: Selection<Row>): Body {
  return {
    contentType: "text/csv; charset=utf-8; header=present",
    rowCount,
    async *chunks() {
      let isStart = true;
      for await (const rows of pages()) {
        yield csvOf(table, rows, isStart);
        isStart = false;
      }
      if (isStart) yield csvOf(table, [], isStart);
    },
  };
}

/** As JSON Lines: one object a line. */
export function asLines<Row>(jsonOf: (row: Row) => object, { rowCount, pages }: Selection<Row>): Body {
  return {
    contentType: "application/jsonl; charset=utf-8",
    rowCount,
    async *chunks() {
      for await (const rows of pages()) yield rows.map((row) => `${JSON.stringify(jsonOf(row))}\n`).join("");
    },
  };
}
