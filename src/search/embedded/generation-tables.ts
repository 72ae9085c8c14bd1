import { randomBytes } from "node:crypto";
import type Database from "better-sqlite3";
import { textColumns } from "../text-columns.js";

const tablePrefixes = ["passages", "documents", "words"] as const;

/** Names a new generation. */
export function newGenerationName(): string {
  return randomBytes(4).toString("hex");
}

/**
 * `passages`: the tokens, one row a case, one column a field, language and kind of section. FTS5 keeps no
 * texts of its own (`contentless_delete` would lose count of the documents, and with it the order of
 * hits); `documents` has them compressed, to say exactly what is taken out again. `words`: Latin words
 * and numbers, for typos and prefixes.
 */
export function createGeneration(database: Database.Database, name: string): void {
  database.exec(`
    CREATE VIRTUAL TABLE passages_${name} USING fts5(
      ${textColumns.map((column) => column.name).join(", ")},
      content = '', tokenize = 'ascii'
    );
    CREATE TABLE documents_${name} (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, texts BLOB NOT NULL
    );
    CREATE TABLE words_${name} (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
  `);
}

export function dropGeneration(database: Database.Database, name: string): void {
  for (const prefix of tablePrefixes) database.exec(`DROP TABLE IF EXISTS ${prefix}_${name}`);
}

/** Fewer are read for it than for the documents themselves. */
export const countDocuments = (database: Database.Database, name: string): number =>
  database.prepare<[], number>(`SELECT count(*) FROM documents_${name}`).pluck().get() ?? 0;

/** Names of all generations in the file, finished or not. */
export function generationNames(database: Database.Database): string[] {
  return database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .flatMap(({ name }) => /^(?:passages|documents|words)_([0-9a-f]{8})$/.exec(name)?.[1] ?? [])
    .filter((name, place, all) => all.indexOf(name) === place);
}
