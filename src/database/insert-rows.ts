import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { inChunks } from "../in-chunks.js";
import { runStatement } from "./statement.js";

/** Rows a statement, at most: databases have a limit on parameters. */
const CHUNK = 100;

/**
 * Inserts any number of rows of one table. The statement is written here, because a query builder takes several times as
 * long to write it as the database takes to run it.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { tableName, columns } = manager.dataSource.getMetadata(table);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(", ");
  const placesOfRow = `(${columns.map(() => "?").join(", ")})`;
  const isPostgres = manager.dataSource.options.type === "postgres";
  for (const some of inChunks(rows, CHUNK)) {
    const values = some.flatMap((row) =>
      columns.map(({ propertyName }) => valueOf(row[propertyName], isPostgres)),
    );
    const places = some.map(() => placesOfRow).join(", ");
    await runStatement(manager, `INSERT INTO "${tableName}" (${names}) VALUES ${places}`, values);
  }
}

/** SQLite has no booleans. */
function valueOf(value: unknown, isPostgres: boolean): unknown {
  if (typeof value === "boolean" && !isPostgres) return value ? 1 : 0;
  return value ?? null;
}
