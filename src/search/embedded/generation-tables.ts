import { randomBytes } from "node:crypto";
import type Database from "better-sqlite3";
import { nameColumns, textColumns } from "../text-columns.js";

const tablePrefixes = ["passages", "names", "documents", "words"] as const;

export const tablesOf = (generation: string): readonly string[] =>
  tablePrefixes.map((prefix) => `${prefix}_${generation}`);

/** Names a new generation. */
export function newGenerationName(): string {
  return randomBytes(4).toString("hex");
}

/**
 * `passages`: the tokens, one row a case, one column a field, language and kind of section. FTS5 keeps no
 * texts of its own (`contentless_delete` would lose count of the documents, and with it the order of
 * hits). `names`: the few columns that name a case or its town once more, because to look for a frequent word in these
 * alone reads all places of that word; `documents` has the texts compressed, to say exactly what is taken out again. `words`: Latin words
 * and numbers, for typos and prefixes.
 */
export function createGeneration(database: Database.Database, name: string): void {
  database.exec(`
    CREATE VIRTUAL TABLE passages_${name} USING fts5(
      ${textColumns.map((column) => column.name).join(", ")},
      content = '', tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE names_${name} USING fts5(${nameColumns.join(", ")}, content = '', tokenize = 'ascii');
    CREATE TABLE documents_${name} (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, texts BLOB NOT NULL
    );
    CREATE TABLE words_${name} (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
  `);
}

export function dropGeneration(database: Database.Database, name: string): void {
  for (const table of tablesOf(name)) database.exec(`DROP TABLE IF EXISTS ${table}`);
}

/** Fewer are read for it than for the documents themselves. */
export const countDocuments = (database: Database.Database, name: string): number =>
  database.prepare<[], number>(`SELECT count(*) FROM documents_${name}`).pluck().get() ?? 0;

/** Names of all generations in the file, finished or not. */
export function generationNames(database: Database.Database): string[] {
  return database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .flatMap(({ name }) => /^(?:passages|names|documents|words)_([0-9a-f]{8})$/.exec(name)?.[1] ?? [])
    .filter((name, place, all) => all.indexOf(name) === place);
}
