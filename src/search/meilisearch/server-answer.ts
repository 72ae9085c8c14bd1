import type { SearchResponse } from "meilisearch";

/** What the server says to one query. */
export type Answer = SearchResponse<Readonly<Record<string, unknown>>>;
