import type { ObjectLiteral } from "typeorm";

/** The rows of one table, as that table's row class has them. */
export interface TableRows<Row extends ObjectLiteral = ObjectLiteral> {
  readonly table: new () => Row;
  readonly rows: readonly Row[];
}

/** Writes rows of one table, typed by its row class. */
export function rowsFor<Row extends ObjectLiteral>(table: new () => Row, rows: readonly Row[]): TableRows {
  return { table, rows };
}
