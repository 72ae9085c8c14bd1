import { bundledRows, type CasePart, type CaseTable } from "../database/bundle.js";
import type { Row } from "../database/reader.js";
import { rowsBy } from "../database/row-values.js";

/** The rows of one case, or of a part of it, taken apart by table; lists are in the order in which readers want them. */
export interface RowsOfCase<Part extends CasePart = CasePart> {
  readonly record: Row;
  /** All of a table. */
  readonly of: (table: CaseTable<Part>) => readonly Row[];
  /** Those of a table that hang on this one: an owner's id or its place. */
  readonly on: (owner: unknown, column: string, table: CaseTable<Part>) => readonly Row[];
}

/** One row of `bundleQuery`, which was asked for the card and whatever else. */
export function rowsOfCase<Part extends CasePart>(bundle: Row): RowsOfCase<Part> {
  const rows = bundledRows<CaseTable>(bundle);
  const [record] = rows.case_record ?? NONE;
  if (record === undefined) throw new Error("A bundle has no case: it was asked for without its card");
  const byOwner = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  return {
    record,
    of: (table) => rows[table] ?? NONE,
    on(owner, column, table) {
      const some = rows[table];
      if (some === undefined) return NONE;
      const key = `${table} ${column}`;
      const known = byOwner.get(key) ?? rowsBy(some, column);
      byOwner.set(key, known);
      return known.get(String(owner)) ?? NONE;
    },
  };
}

const NONE: readonly Row[] = [];
