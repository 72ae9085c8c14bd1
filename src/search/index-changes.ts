import { setImmediate } from "node:timers/promises";
import type { Change } from "../database/change-log.js";
import { publicId } from "../ids.js";
import { inChunks } from "../in-chunks.js";
import { documentsOf, PAGE_SIZE, type IndexedEdition } from "./published-documents.js";
import type { IndexChange } from "./search-engine.js";

/**
 * What entries of the outbox mean for an index: each case once, put as it is published now, removed when it is not. A
 * vocabulary or the programme alone changes no document: the cases that show a changed word have entries of their own.
 * Some at a time, and requests are answered between them.
 */
export async function* indexChangesOf(
  changes: readonly Change[],
  edition: IndexedEdition,
): AsyncGenerator<readonly IndexChange[]> {
  const rowIds = new Set(changes.filter(({ kind }) => kind === "case").map(({ rowId }) => rowId));
  const all = Array.from(rowIds, (rowId) => publicId("Case", rowId));
  for (const ids of inChunks(all, PAGE_SIZE)) {
    const documents = await documentsOf(edition, ids);
    yield ids.map((id, place) => {
      const document = documents[place];
      return document ? { put: document } : { remove: id };
    });
    await setImmediate();
  }
}
