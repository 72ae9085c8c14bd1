import type { Change } from "../database/change-log.js";
import { publicId } from "../ids.js";
import { documentsOf, type IndexedEdition } from "./published-documents.js";
import type { IndexChange } from "./search-engine.js";

/**
 * What entries of the outbox mean for an index: each case once, put as it is published now, removed when
 * it is not. A vocabulary or the programme alone changes no document: the cases that show a changed word
 * have entries of their own.
 */
export async function indexChangesOf(
  changes: readonly Change[],
  edition: IndexedEdition,
): Promise<IndexChange[]> {
  const rowIds = new Set(changes.filter(({ kind }) => kind === "case").map(({ rowId }) => rowId));
  const ids = [...rowIds].map((rowId) => publicId("Case", rowId));
  const documents = await documentsOf(edition, ids);
  return ids.map((id, place) => {
    const document = documents[place];
    return document ? { put: document } : { remove: id };
  });
}
