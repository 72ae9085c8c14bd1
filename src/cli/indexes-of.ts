import type { KnowledgeBase } from "../knowledge-base.js";
import type { Index } from "../search-indexes.js";

/** The indexes that there are, with what people call them. */
export function indexesOf({ indexes }: KnowledgeBase): readonly (Index & { readonly name: string })[] {
  const { embedded, server } = indexes;
  return [
    { name: "embedded index", ...embedded },
    ...(server ? [{ name: "index on the search server", ...server }] : []),
  ];
}
