import type { DatabaseConfig } from "../config-database.js";
import type { Reader } from "./reader.js";
import { createSqliteReader } from "./sqlite/sqlite-reader.js";

/** A reader alone, of a database that has its tables; for a thread that writes nothing. */
export async function openReader(database: DatabaseConfig): Promise<Reader> {
  if (database.kind === "sqlite") return createSqliteReader(database.file);
  const { createPostgresReader } = await import("./postgres/postgres-reader.js");
  const { url, statementTimeoutMs } = database;
  return createPostgresReader({ url, statementTimeoutMs, poolSize: 1 });
}
