import { deflateRawSync, inflateRawSync } from "node:zlib";
import type Database from "better-sqlite3";
import { fingerprintOf, type SearchDocument, type SearchText } from "../search-document.js";
import { nameColumns, textColumns } from "../text-columns.js";
import { fullTexts } from "./full-texts.js";
import { indexRowOf } from "./index-row.js";

/** Puts documents into a generation and takes them out. Calls open no transactions. */
export interface GenerationWriter {
  /** Puts a document in the place of an older one with the same id. */
  put(document: SearchDocument): StoredDocument;
  /** What was there, or null. */
  remove(id: string): StoredDocument | null;
  /** Adds a document that is not there yet, without its words, which it returns; `putWords` has to follow. */
  add(document: SearchDocument): readonly string[];
  /** Adds words, and in how many of the added documents they are. */
  putWords(counts: ReadonlyMap<string, number>): void;
  /** Until `optimize`: what is added is sorted in long stretches, and merged only then. */
  prepareForMany(): void;
  /** Merges what many changes have left apart. */
  optimize(): void;
}

export interface StoredDocument {
  readonly row: number;
  readonly addedWords: readonly string[];
  readonly removedWords: readonly string[];
}

/** Opens the tables of this generation, which must be there, for writing. */
export function openGenerationWriter(database: Database.Database, name: string): GenerationWriter {
  const passages = fullTexts(
    database,
    `passages_${name}`,
    textColumns.map((column) => column.name),
  );
  const names = fullTexts(database, `names_${name}`, nameColumns);
  const find = database.prepare<[string], { row: number; texts: Buffer }>(
    `SELECT row, texts FROM documents_${name} WHERE id = ?`,
  );
  const freeRow = database.prepare<[], number>(`SELECT coalesce(max(row), 0) + 1 FROM documents_${name}`);
  const insertDocument = database.prepare(
    `INSERT INTO documents_${name} (row, id, fingerprint, texts) VALUES (?, ?, ?, ?)`,
  );
  const deleteDocument = database.prepare(`DELETE FROM documents_${name} WHERE row = ?`);
  const addWord = database.prepare<[string, number]>(
    `INSERT INTO words_${name} (word, documents) VALUES (?, ?)
     ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents`,
  );
  const takeWord = database.prepare(`UPDATE words_${name} SET documents = documents - 1 WHERE word = ?`);
  const dropWord = database.prepare(`DELETE FROM words_${name} WHERE word = ? AND documents < 1`);

  const remove: GenerationWriter["remove"] = (id) => {
    const stored = find.get(id);
    if (!stored) return null;
    const { columns, words } = indexRowOf({ id, texts: unpacked(stored.texts) });
    passages.remove(stored.row, columns);
    names.remove(stored.row, inNames(columns));
    deleteDocument.run(stored.row);
    for (const word of words) {
      takeWord.run(word);
      dropWord.run(word);
    }
    return { row: stored.row, addedWords: [], removedWords: words };
  };

  const insert = (row: number, document: SearchDocument): readonly string[] => {
    const { columns, words } = indexRowOf(document);
    passages.insert(row, columns);
    names.insert(row, inNames(columns));
    insertDocument.run(row, document.id, fingerprintOf(document), packed(document.texts));
    return words;
  };
  const nextRow = (): number => freeRow.pluck().get() ?? 1;

  return {
    put(document) {
      const before = remove(document.id);
      const row = before?.row ?? nextRow();
      const words = insert(row, document);
      for (const word of words) addWord.run(word, 1);
      return { row, addedWords: words, removedWords: before?.removedWords ?? [] };
    },
    remove,
    add: (document) => insert(nextRow(), document),
    putWords(counts) {
      for (const [word, documents] of counts) addWord.run(word, documents);
    },
    prepareForMany() {
      passages.prepareForMany();
      names.prepareForMany();
    },
    optimize() {
      passages.optimize();
      names.optimize();
    },
  };
}

/** Of all columns, the ones that name a case or its town. */
const inNames = (columns: readonly string[]): readonly string[] =>
  columns.filter((_, place) => nameColumns.includes(textColumns[place]?.name ?? ""));

const packed = (texts: readonly SearchText[]): Buffer => deflateRawSync(JSON.stringify(texts));

const unpacked = (texts: Buffer): SearchText[] =>
  JSON.parse(inflateRawSync(texts).toString("utf8")) as SearchText[];
