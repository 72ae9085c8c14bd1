import type { DataSource } from "typeorm";
import type { DatabaseConfig } from "../config-database.js";
import { createPostgresDataSource } from "./postgres/postgres-storage.js";
import { createSqliteDataSource } from "./sqlite/sqlite-writer.js";

/** The tables and migrations of a database alone, for TypeORM's command line. */
export function createDataSource(database: DatabaseConfig): DataSource {
  return database.kind === "postgres"
    ? createPostgresDataSource(database.url)
    : createSqliteDataSource(database.file);
}
