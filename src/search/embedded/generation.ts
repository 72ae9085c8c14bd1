import type Database from "better-sqlite3";
import { openGenerationWriter, type GenerationWriter } from "./generation-writer.js";
import { textColumns } from "../text-columns.js";

/** The tables of one generation of the index. Calls are synchronous and open no transactions. */
export interface Generation extends GenerationWriter {
  documents(): { readonly row: number; readonly id: string }[];
  documentCount(): number;
  words(): { readonly word: string; readonly documents: number }[];
  /** Of every document that is whole, by id. */
  fingerprints(): Map<string, string>;
  /** Rows that match the expression. */
  match(expression: string): number[];
  /** bm25 of the rows that match; smaller is better. */
  rank(expression: string): RankedRow[];
  /** Merges what many changes have left apart. */
  optimize(): void;
}

export interface RankedRow {
  readonly row: number;
  readonly rank: number;
}

/** Opens the tables of this generation, which must be there. */
export function openGeneration(database: Database.Database, name: string): Generation {
  const passages = `passages_${name}`;
  const match = database
    .prepare<[string], number>(`SELECT rowid FROM ${passages} WHERE ${passages} MATCH ?`)
    .pluck();
  const weights = textColumns.map(({ weight }) => weight).join(", ");
  const rank = database.prepare<[string], RankedRow>(
    `SELECT rowid AS row, bm25(${passages}, ${weights}) AS rank
     FROM ${passages} WHERE ${passages} MATCH ?`,
  );
  return {
    ...openGenerationWriter(database, name),
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
    rank: (expression) => rank.all(expression),
    optimize: () => void database.exec(`INSERT INTO ${passages} (${passages}) VALUES ('optimize')`),
  };
}
