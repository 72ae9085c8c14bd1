import { join } from "node:path";
import type { DatabaseAddress } from "./config-values.js";

export type DatabaseConfig = { readonly kind: "sqlite"; readonly file: string } | PostgresConfig;

export interface PostgresConfig {
  readonly kind: "postgres";
  readonly url: string;
  /** A replica for reading; null: there is none. */
  readonly readUrl: string | null;
  /** Connections for reading, at most; the replica has as many of its own. */
  readonly poolSize: number;
  /** Of one reading statement. */
  readonly statementTimeoutMs: number;
}

interface DatabaseVariables {
  readonly DATABASE_URL?: DatabaseAddress | undefined;
  readonly DATABASE_READ_URL?: string | undefined;
  readonly EXEMPLAR_DATA_DIR: string;
  readonly EXEMPLAR_DATABASE_POOL_SIZE: number;
  readonly EXEMPLAR_STATEMENT_TIMEOUT_MS: number;
}

/** Unless told, a file in the data folder. */
export function databaseOf(value: DatabaseVariables): DatabaseConfig {
  const address = value.DATABASE_URL ?? fileIn(value.EXEMPLAR_DATA_DIR);
  if (address.kind === "sqlite") return address;
  return {
    ...address,
    readUrl: value.DATABASE_READ_URL ?? null,
    poolSize: value.EXEMPLAR_DATABASE_POOL_SIZE,
    statementTimeoutMs: value.EXEMPLAR_STATEMENT_TIMEOUT_MS,
  };
}

/** What is wrong with these variables together. */
export function databaseProblems({ DATABASE_URL, DATABASE_READ_URL }: DatabaseVariables): string[] {
  const isAlone = DATABASE_READ_URL !== undefined && DATABASE_URL?.kind !== "postgres";
  return isAlone ? ["DATABASE_READ_URL: needs a postgres:// DATABASE_URL"] : [];
}

const fileIn = (folder: string): DatabaseAddress => ({
  kind: "sqlite",
  file: join(folder, "exemplar.sqlite"),
});
