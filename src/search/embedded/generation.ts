import type Database from "better-sqlite3";
import type { Steps } from "../../event-loop.js";
import type { CountedWords } from "../../text/word-list.js";
import { countDocuments } from "./generation-tables.js";
import { openGenerationWriter, type GenerationWriter } from "./generation-writer.js";
import { textColumns } from "../text-columns.js";

/** The tables of one generation of the index. Calls are synchronous and open no transactions. */
export interface Generation extends GenerationWriter {
  documents(): Steps<IndexedDocuments>;
  documentCount(): number;
  words(): Steps<CountedWords>;
  /** Of every document that is whole, by id. */
  fingerprints(): Map<string, string>;
  /** Rows that match the expression. */
  match(expression: string): number[];
  /** The same by the columns that name a case or its town. */
  matchNames(expression: string): number[];
  /** bm25 of the rows that match; smaller is better. */
  rank(expression: string): RankedRow[];
}

/** The documents in the order of their ids, as columns have them: ids and rows side by side. */
export interface IndexedDocuments {
  readonly ids: string[];
  readonly rows: number[];
}

export interface RankedRow {
  readonly row: number;
  readonly rank: number;
}

/** What is read without a pause. */
const PAGE_SIZE = 1_000;

/**
 * All keys of a table, in order, and their values: a page of them as one text, which takes a third of the time that so
 * many rows take.
 */
function pairsIn(
  database: Database.Database,
  { table, key, value }: Readonly<Record<"table" | "key" | "value", string>>,
): () => Steps<{ readonly keys: string[]; readonly values: number[] }> {
  const pageAfter = database.prepare<[string], { keys: string; pageValues: string }>(
    `SELECT json_group_array(${key}) AS keys, json_group_array(${value}) AS pageValues
     FROM (SELECT ${key}, ${value} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${PAGE_SIZE})`,
  );
  return function* () {
    const all = { keys: [] as string[], values: [] as number[] };
    for (let last: string | undefined = ""; last !== undefined;) {
      const page = pageAfter.get(last);
      const keys = JSON.parse(page?.keys ?? "[]") as string[];
      all.keys.push(...keys);
      all.values.push(...(JSON.parse(page?.pageValues ?? "[]") as number[]));
      last = keys.at(-1);
      yield;
    }
    return all;
  };
}

/** Opens the tables of this generation, which must be there. */
export function openGeneration(database: Database.Database, name: string): Generation {
  const passages = `passages_${name}`;
  const match = matcherOf(database, passages);
  // By id, and not by row: then the index of the ids answers, and the texts beside them are not read.
  const documents = pairsIn(database, { table: `documents_${name}`, key: "id", value: "row" });
  const words = pairsIn(database, { table: `words_${name}`, key: "word", value: "documents" });
  const weights = textColumns.map(({ weight }) => weight).join(", ");
  const rank = database.prepare<[string], RankedRow>(
    `SELECT rowid AS row, bm25(${passages}, ${weights}) AS rank
     FROM ${passages} WHERE ${passages} MATCH ?`,
  );
  return {
    ...openGenerationWriter(database, name),
    *documents() {
      const { keys, values } = yield* documents();
      return { ids: keys, rows: values };
    },
    *words() {
      const { keys, values } = yield* words();
      return { words: keys, documents: values };
    },
    documentCount: () => countDocuments(database, name),
    fingerprints: () =>
      new Map(
        database
          .prepare<[], { id: string; fingerprint: string }>(
            `SELECT id, fingerprint FROM documents_${name} WHERE row IN (SELECT id FROM ${passages}_docsize)`,
          )
          .all()
          .map(({ id, fingerprint }) => [id, fingerprint]),
      ),
    match,
    matchNames: matcherOf(database, `names_${name}`),
    rank: (expression) => rank.all(expression),
  };
}

/** As one text: a hundred thousand rows one by one take twice the time. */
function matcherOf(database: Database.Database, table: string): (expression: string) => number[] {
  const match = database
    .prepare<[string], string>(`SELECT json_group_array(rowid) FROM ${table} WHERE ${table} MATCH ?`)
    .pluck();
  return (expression) => JSON.parse(match.get(expression) ?? "[]") as number[];
}
