import { Table, type QueryRunner, type TableColumnOptions } from "typeorm";

/** A table in the few words that both databases understand; see `columns.ts` for what each column means. */

type Column = TableColumnOptions;

export const key = (name: string, type: "text" | "integer" = "text"): Column => ({
  name,
  type,
  isPrimary: true,
});
export const text = (...names: string[]): Column[] => names.map((name) => ({ name, type: "text" }));
export const integer = (...names: string[]): Column[] => names.map((name) => ({ name, type: "integer" }));
export const real = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: "double precision" }));
export const flag = (...names: string[]): Column[] => names.map((name) => ({ name, type: "boolean" }));
export const optional = (columns: Column[]): Column[] =>
  columns.map((column) => ({ ...column, isNullable: true }));
/** Two columns, one a language. */
export const label = (...names: string[]): Column[] =>
  names.flatMap((name) => text(`${name}_zh`, `${name}_en`));

export interface Constraints {
  readonly unique?: readonly (readonly string[])[];
  readonly indices?: readonly string[];
  readonly checks?: readonly string[];
  /** Column → the table whose `id` it holds; checked at the end of the transaction. */
  readonly references?: Readonly<Record<string, string>>;
}

/** Names of constraints are left to TypeORM's naming, so that they equal those of the rows. */
export function table(
  name: string,
  columns: readonly (Column | Column[])[],
  constraints: Constraints = {},
): Table {
  const { unique = [], indices = [], checks = [], references = {} } = constraints;
  return new Table({
    name,
    columns: columns.flat(),
    uniques: unique.map((columnNames) => ({ columnNames: [...columnNames] })),
    indices: indices.map((column) => ({ columnNames: [column] })),
    checks: checks.map((expression) => ({ expression })),
    foreignKeys: Object.entries(references).map(([column, referencedTableName]) => ({
      columnNames: [column],
      referencedTableName,
      referencedColumnNames: ["id"],
      deferrable: "INITIALLY DEFERRED",
    })),
  });
}

export async function createTables(runner: QueryRunner, tables: readonly Table[]): Promise<void> {
  for (const one of tables) await runner.createTable(one);
}

export async function dropTables(runner: QueryRunner, tables: readonly Table[]): Promise<void> {
  for (const one of [...tables].reverse()) await runner.dropTable(one.name);
}
