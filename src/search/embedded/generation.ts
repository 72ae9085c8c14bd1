import type Database from "better-sqlite3";
import { openGenerationWriter, type GenerationWriter } from "./generation-writer.js";
import { textColumns } from "../text-columns.js";

/** The tables of one generation of the index. Calls are synchronous and open no transactions. */
export interface Generation extends GenerationWriter {
  /** Some of the documents, by id, from the one after this id on; none: there are no more. */
  documentsAfter(id: string): readonly IndexedDocument[];
  documentCount(): number;
  /** Some of the words, by letters, from the one after this one on; none: there are no more. */
  wordsAfter(word: string): readonly IndexedWord[];
  /** Of every document that is whole, by id. */
  fingerprints(): Map<string, string>;
  /** Rows that match the expression. */
  match(expression: string): number[];
  /** bm25 of the rows that match; smaller is better. */
  rank(expression: string): RankedRow[];
}

export interface IndexedDocument {
  readonly row: number;
  readonly id: string;
}

export interface IndexedWord {
  readonly word: string;
  readonly documents: number;
}

export interface RankedRow {
  readonly row: number;
  readonly rank: number;
}

/** What is read without a pause. */
const PAGE_SIZE = 1_000;

/** Opens the tables of this generation, which must be there. */
export function openGeneration(database: Database.Database, name: string): Generation {
  const passages = `passages_${name}`;
  const match = database
    .prepare<[string], number>(`SELECT rowid FROM ${passages} WHERE ${passages} MATCH ?`)
    .pluck();
  // By id, and not by row: then the index of the ids answers, and the texts beside them are not read.
  const documentsAfter = database.prepare<[string], IndexedDocument>(
    `SELECT row, id FROM documents_${name} WHERE id > ? ORDER BY id LIMIT ${PAGE_SIZE}`,
  );
  const wordsAfter = database.prepare<[string], IndexedWord>(
    `SELECT word, documents FROM words_${name} WHERE word > ? ORDER BY word LIMIT ${PAGE_SIZE}`,
  );
  const weights = textColumns.map(({ weight }) => weight).join(", ");
  const rank = database.prepare<[string], RankedRow>(
    `SELECT rowid AS row, bm25(${passages}, ${weights}) AS rank
     FROM ${passages} WHERE ${passages} MATCH ?`,
  );
  return {
    ...openGenerationWriter(database, name),
    documentsAfter: (id) => documentsAfter.all(id),
    documentCount: () =>
      database.prepare<[], number>(`SELECT count(*) FROM documents_${name}`).pluck().get() ?? 0,
    wordsAfter: (word) => wordsAfter.all(word),
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
    rank: (expression) => rank.all(expression),
  };
}
