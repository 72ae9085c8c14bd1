import { join } from "node:path";
import { loadConfig } from "../../src/config.js";
import type { DatabaseConfig } from "../../src/config-database.js";
import { newMigratedDatabase, newPostgresDatabase } from "./postgres.js";

export type DatabaseKind = DatabaseConfig["kind"];

/** The database on which the specification runs in this process; `vitest.config.ts` says which files run on both. */
export const databaseKind: DatabaseKind =
  process.env["EXEMPLAR_TEST_DATABASE"] === "postgres" ? "postgres" : "sqlite";

export interface TestDatabase {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly config: DatabaseConfig;
  remove(): Promise<void>;
}

/** A new database without content; SQLite keeps it in this folder. */
export async function newTestDatabase(folder: string, kind = databaseKind): Promise<TestDatabase> {
  return kind === "postgres" ? named(await newMigratedDatabase()) : sqliteDatabase(folder);
}

/** A new database without tables. */
export async function newEmptyDatabase(folder: string, kind = databaseKind): Promise<TestDatabase> {
  return kind === "postgres" ? named(await newPostgresDatabase()) : sqliteDatabase(folder);
}

const sqliteDatabase = (folder: string): TestDatabase =>
  named({ url: join(folder, "exemplar.sqlite"), remove: () => Promise.resolve() });

const named = ({ url, remove }: Pick<TestDatabase, "url" | "remove">): TestDatabase => ({
  ...{ url, remove },
  config: loadConfig({ DATABASE_URL: url }).database,
});
