import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { indexFormat } from "./index-format.js";
import {
  createGeneration,
  dropGeneration,
  generationNames,
  newGenerationName,
  tablesOf,
} from "./generation-tables.js";

/**
 * Why an index is empty. NEW: there was no file. DAMAGED: the file was truncated or is no database; it now
 * lies beside the new one as `….damaged`. FOREIGN: a database, but not an index; likewise. OTHER_FORMAT: made by another
 * tokenizer or with other tables.
 */
export type EmptyReason = "NEW" | "DAMAGED" | "FOREIGN" | "OTHER_FORMAT";

export interface OpenedIndex {
  readonly database: Database.Database;
  /** Null: it has what it had. */
  readonly emptied: EmptyReason | null;
}

/** Opens the file, or an empty index in its place when it is missing or of no use. */
export function openIndexFile(file: string): OpenedIndex {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || statSync(file).size === 0) {
    return { database: createIndex(connect(file)), emptied: "NEW" };
  }
  const [database, verdict] = inspect(file);
  if (database && verdict === null) return { database, emptied: null };
  if (database && (verdict === "OTHER_FORMAT" || verdict === "NEW")) {
    return { database: createIndex(database), emptied: verdict };
  }
  database?.close();
  moveAside(file);
  return { database: createIndex(connect(file)), emptied: verdict };
}

/** Puts a damaged index out of the way. */
export function moveAside(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.damaged`);
  for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
}

/** Does this error say that the file is broken? */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith("SQLITE_CORRUPT") ||
      error.code === "SQLITE_NOTADB" ||
      error.code === "SQLITE_IOERR_SHORT_READ")
  );
}

/** A connection to an index file, as all of them are. */
export function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5_000 });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.pragma("cache_size = -32768");
    database.pragma("temp_store = MEMORY");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function inspect(file: string): [Database.Database | null, EmptyReason | null] {
  let database: Database.Database | null = null;
  try {
    database = connect(file);
    return [database, verdictOn(database)];
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [database, "DAMAGED"];
  }
}

function verdictOn(database: Database.Database): EmptyReason | null {
  const tables = new Set(
    database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  );
  if (tables.size === 0) return "NEW";
  if (!tables.has("index_state")) return "FOREIGN";
  if (!isSound(database)) return "DAMAGED";
  const state = database
    .prepare<[], { format: string; generation: string }>("SELECT format, generation FROM index_state")
    .get();
  if (state?.format !== indexFormat) return "OTHER_FORMAT";
  const isWhole = tablesOf(state.generation).every((table) => tables.has(table));
  return isWhole ? null : "OTHER_FORMAT";
}

/** Above this size a full check would hold up the start; damage then shows when it is met. */
const MAX_CHECKED_BYTES = 32 * 1024 * 1024;

function isSound(database: Database.Database): boolean {
  const bytes =
    Number(database.pragma("page_count", { simple: true })) *
    Number(database.pragma("page_size", { simple: true }));
  return bytes > MAX_CHECKED_BYTES || database.pragma("quick_check(1)", { simple: true }) === "ok";
}

/** An empty first generation; whatever index was in the file is dropped in the same transaction. */
function createIndex(database: Database.Database): Database.Database {
  const create = database.transaction(() => {
    for (const name of generationNames(database)) dropGeneration(database, name);
    const generation = newGenerationName();
    createGeneration(database, generation);
    database.exec(`
      DROP TABLE IF EXISTS index_state;
      CREATE TABLE index_state (
        format TEXT NOT NULL, generation TEXT NOT NULL, content_revision INTEGER, indexed_at TEXT,
        changes INTEGER NOT NULL DEFAULT 0
      );
    `);
    database
      .prepare("INSERT INTO index_state (format, generation) VALUES (?, ?)")
      .run(indexFormat, generation);
  });
  create.immediate();
  return database;
}
