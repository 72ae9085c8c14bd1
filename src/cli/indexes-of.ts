import type { KnowledgeBase } from "../knowledge-base.js";
import type { Index, SearchIndexes } from "../search-indexes.js";
import { ExpectedFailure } from "./command.js";

/** The indexes that there are, with what people call them. */
export function indexesOf({ indexes }: KnowledgeBase): readonly (Index & { readonly name: string })[] {
  const { embedded, server } = indexes;
  return [
    { name: "embedded index", ...embedded },
    ...(server ? [{ name: "index on the search server", ...server }] : []),
  ];
}

/** The index on the search server. */
export function serverOf({ indexes }: KnowledgeBase): NonNullable<SearchIndexes["server"]> {
  if (indexes.server === null) throw new ExpectedFailure("MEILI_URL is not set: there is no search server");
  return indexes.server;
}
