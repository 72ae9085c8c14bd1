import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/** Rows a statement, at most: databases have a limit on parameters. */
const CHUNK = 100;

/** Inserts any number of rows of one table. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (const some of inChunks(rows, CHUNK)) await manager.insert(table, some);
}

export function inChunks<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
