import type Database from "better-sqlite3";
import { fingerprintOf, type SearchDocument } from "../search-document.js";
import { indexColumns } from "./index-columns.js";
import { indexRowOf } from "./index-row.js";

/** The tables of one generation of the index. Calls are synchronous and open no transactions. */
export interface Generation {
  /** Puts a document in the place of an older one with the same id. */
  put(document: SearchDocument): StoredDocument;
  /** What was there, or null. */
  remove(id: string): StoredDocument | null;
  documents(): { readonly row: number; readonly id: string }[];
  documentCount(): number;
  words(): { readonly word: string; readonly documents: number }[];
  /** Of every document that is whole, by id. */
  fingerprints(): Map<string, string>;
  /** Rows that match the expression. */
  match(expression: string): number[];
  /** bm25 of the rows that match and that `isWanted` lets through; smaller is better. */
  rank(
    expression: string,
    isWanted: (row: number) => boolean,
  ): { readonly row: number; readonly rank: number }[];
  optimize(): void;
}

export interface StoredDocument {
  readonly row: number;
  readonly addedWords: readonly string[];
  readonly removedWords: readonly string[];
}

/** Opens the tables of this generation, which must be there. */
export function openGeneration(database: Database.Database, name: string): Generation {
  const passages = `passages_${name}`;
  const find = database.prepare<[string], { row: number; words: string }>(
    `SELECT row, words FROM documents_${name} WHERE id = ?`,
  );
  const insertDocument = database.prepare(
    `INSERT INTO documents_${name} (row, id, fingerprint, words) VALUES (?, ?, ?, ?)`,
  );
  const deleteDocument = database.prepare(`DELETE FROM documents_${name} WHERE row = ?`);
  const insertPassages = database.prepare(
    `INSERT INTO ${passages} (rowid, ${indexColumns.map((column) => column.name).join(", ")})
     VALUES (?${", ?".repeat(indexColumns.length)})`,
  );
  const deletePassages = database.prepare(`DELETE FROM ${passages} WHERE rowid = ?`);
  const nextRow = database.prepare<[], { row: number }>(
    `SELECT coalesce(max(row), 0) + 1 AS row FROM documents_${name}`,
  );
  const addWord = database.prepare(
    `INSERT INTO words_${name} (word, documents) VALUES (?, 1)
     ON CONFLICT (word) DO UPDATE SET documents = documents + 1`,
  );
  const takeWord = database.prepare(`UPDATE words_${name} SET documents = documents - 1 WHERE word = ?`);
  const dropWord = database.prepare(`DELETE FROM words_${name} WHERE word = ? AND documents < 1`);
  const match = database
    .prepare<[string], number>(`SELECT rowid FROM ${passages} WHERE ${passages} MATCH ?`)
    .pluck();
  let isRowWanted: (row: number) => boolean = () => true;
  database.function(`is_wanted_${name}`, (row) => (isRowWanted(Number(row)) ? 1 : 0));
  const rank = database.prepare<[string], { row: number; rank: number }>(
    `SELECT rowid AS row, bm25(${passages}, ${indexColumns.map(({ weight }) => weight).join(", ")}) AS rank
     FROM ${passages} WHERE ${passages} MATCH ? AND is_wanted_${name}(rowid)`,
  );

  const remove: Generation["remove"] = (id) => {
    const stored = find.get(id);
    if (!stored) return null;
    const removedWords = stored.words.split(" ").filter((word) => word !== "");
    deletePassages.run(stored.row);
    deleteDocument.run(stored.row);
    for (const word of removedWords) {
      takeWord.run(word);
      dropWord.run(word);
    }
    return { row: stored.row, addedWords: [], removedWords };
  };

  return {
    put(document) {
      const before = remove(document.id);
      const row = before?.row ?? nextRow.get()?.row ?? 1;
      const { columns, words } = indexRowOf(document);
      insertPassages.run(row, ...columns);
      insertDocument.run(row, document.id, fingerprintOf(document), words.join(" "));
      for (const word of words) addWord.run(word);
      return { row, addedWords: words, removedWords: before?.removedWords ?? [] };
    },
    remove,
    documents: () =>
      database.prepare<[], { row: number; id: string }>(`SELECT row, id FROM documents_${name}`).all(),
    documentCount: () =>
      database.prepare<[], number>(`SELECT count(*) FROM documents_${name}`).pluck().get() ?? 0,
    words: () =>
      database
        .prepare<[], { word: string; documents: number }>(`SELECT word, documents FROM words_${name}`)
        .all(),
    fingerprints: () =>
      new Map(
        database
          .prepare<[], { id: string; fingerprint: string }>(
            `SELECT id, fingerprint FROM documents_${name} WHERE row IN (SELECT id FROM ${passages}_docsize)`,
          )
          .all()
          .map(({ id, fingerprint }) => [id, fingerprint]),
      ),
    match: (expression) => match.all(expression),
    rank(expression, isWanted) {
      isRowWanted = isWanted;
      return rank.all(expression);
    },
    optimize: () => void database.exec(`INSERT INTO ${passages} (${passages}) VALUES ('optimize')`),
  };
}
