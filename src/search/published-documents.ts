import { setImmediate } from "node:timers/promises";
import type { Edition } from "../catalogue/edition.js";
import { documentOf, type SearchDocument } from "./search-document.js";

/** What an index is made from: the cases that are published, and which they are. */
export type IndexedEdition = Pick<Edition, "columns" | "cases" | "contentRevision">;

/** The documents of these cases; null for what is not published. */
export async function documentsOf(
  edition: IndexedEdition,
  ids: readonly string[],
): Promise<(SearchDocument | null)[]> {
  const views = await edition.cases(ids);
  return views.map((view) => (view ? documentOf(view) : null));
}

/** Few enough that requests are answered between two pages. */
export const PAGE_SIZE = 8;

/** The documents of all published cases, in pages. */
export async function* allDocuments(edition: IndexedEdition): AsyncGenerator<readonly SearchDocument[]> {
  const ids = edition.columns.idsOf(edition.columns.all.ordinals());
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    const page = await documentsOf(edition, ids.slice(start, start + PAGE_SIZE));
    yield page.filter((document) => document !== null);
    await setImmediate();
  }
}
