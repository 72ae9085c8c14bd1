import { parentPort, workerData } from "node:worker_threads";
import type Database from "better-sqlite3";
import { caseQueries } from "../../catalogue/case-queries.js";
import { caseViewsOf } from "../../catalogue/case-views.js";
import { vocabularyOf, vocabularyQueries } from "../../catalogue/load-vocabulary.js";
import { publishedRowIds } from "../../catalogue/published-row-ids.js";
import type { DatabaseConfig } from "../../config-database.js";
import { openReader } from "../../database/open-reader.js";
import { contentRevisionOf, contentRevisionQuery } from "../../database/outbox.js";
import type { Reader } from "../../database/reader.js";
import { documentOf } from "../search-document.js";
import { openGeneration } from "./generation.js";
import { createGeneration, dropGeneration, generationNames } from "./generation-tables.js";
import { connect } from "./index-file.js";

/** What the thread is to do to an index file. */
export type FillTask =
  /** Fill this new generation with all that is published; answers with the content revision that it then has. */
  | {
      readonly kind: "fill";
      readonly file: string;
      readonly generation: string;
      readonly database: DatabaseConfig;
    }
  /** Drop every generation but the running one. */
  | { readonly kind: "clear"; readonly file: string };

/** Documents a transaction: FTS5 sorts in memory what one has. */
const DOCUMENTS_A_TRANSACTION = 2_000;

/** Runs one task in a thread of its own, on connections of its own. */
async function run(task: FillTask): Promise<number | null> {
  const index = connect(task.file);
  try {
    if (task.kind === "clear") {
      dropOthers(index);
      return null;
    }
    const reader = await openReader(task.database);
    try {
      return await reader.session((ask) => fill(index, task.generation, ask));
    } finally {
      await reader.close();
    }
  } finally {
    index.close();
  }
}

/** From an empty generation on, also when a session begins again. */
async function fill(index: Database.Database, name: string, ask: Reader["snapshot"]): Promise<number> {
  if (index.inTransaction) index.exec("ROLLBACK");
  dropOthers(index);
  createGeneration(index, name);
  const [state = [], ...answers] = await ask([contentRevisionQuery, ...vocabularyQueries]);
  const vocabulary = vocabularyOf(answers).byRowId;
  const generation = openGeneration(index, name);
  generation.prepareForMany();
  const counts = new Map<string, number>();
  let inTransaction = 0;
  for await (const rowIds of publishedRowIds(ask)) {
    const views = caseViewsOf(await ask(caseQueries(rowIds)), vocabulary);
    if (inTransaction === 0) index.exec("BEGIN IMMEDIATE");
    for (const view of views) {
      for (const word of generation.add(documentOf(view))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    inTransaction += views.length;
    if (inTransaction < DOCUMENTS_A_TRANSACTION) continue;
    index.exec("COMMIT");
    inTransaction = 0;
  }
  if (inTransaction > 0) index.exec("COMMIT");
  index.transaction(() => generation.putWords(counts)).immediate();
  generation.optimize();
  return contentRevisionOf(state);
}

function dropOthers(index: Database.Database): void {
  const running = index.prepare<[], string>("SELECT generation FROM index_state").pluck().get();
  for (const name of generationNames(index)) if (name !== running) dropGeneration(index, name);
}

parentPort?.postMessage(await run(workerData as FillTask));
