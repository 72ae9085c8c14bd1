import type { Clock } from "../clock.js";
import type { DatabaseConfig } from "../config-database.js";
import { openSqliteStorage } from "./sqlite/sqlite-storage.js";
import type { Storage } from "./storage.js";

export interface StorageOptions {
  readonly database: DatabaseConfig;
  readonly clock: Clock;
}

/** Opens the database that the configuration names, and brings its tables up to date. PostgreSQL's driver is loaded for PostgreSQL alone. */
export async function openStorage({ database, clock }: StorageOptions): Promise<Storage> {
  if (database.kind === "sqlite") return openSqliteStorage(database.file, clock);
  const { openPostgresStorage } = await import("./postgres/postgres-storage.js");
  return openPostgresStorage(database, clock);
}
