import type { DataSource } from "typeorm";
import type { Clock } from "../clock.js";
import type { DatabaseConfig } from "../config-database.js";
import { createPostgresDataSource, openPostgresStorage } from "./postgres/postgres-storage.js";
import { createSqliteDataSource, openSqliteStorage } from "./sqlite/sqlite-storage.js";
import type { Storage } from "./storage.js";

export interface StorageOptions {
  readonly database: DatabaseConfig;
  readonly clock: Clock;
}

/** Opens the database that the configuration names, and brings its tables up to date. */
export function openStorage({ database, clock }: StorageOptions): Promise<Storage> {
  return database.kind === "postgres"
    ? openPostgresStorage(database, clock)
    : openSqliteStorage(database.file, clock);
}

/** Its tables and migrations alone, for TypeORM's command line. */
export function createDataSource(database: DatabaseConfig): DataSource {
  return database.kind === "postgres"
    ? createPostgresDataSource(database.url)
    : createSqliteDataSource(database.file);
}
