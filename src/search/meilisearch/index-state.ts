import type { MultiSearchQuery } from "meilisearch";
import type { SetAside } from "../search-engine.js";
import { nameColumns, textColumns } from "../text-columns.js";

/** The id of the document that says how the index stands. It is in the index, so that it goes where that goes. */
export const STATE_ID = "exemplar-index-state";

/** What an index says of itself. */
export interface StoredState {
  /** Another one with every write. */
  readonly stamp: string;
  readonly generation: string;
  readonly format: string;
  readonly serverVersion: string;
  readonly contentRevision: number;
  /** ISO 8601. */
  readonly indexedAt: string;
  /** Cases that the server would not take, by id. */
  readonly setAside: Readonly<Record<string, SetAside>>;
}

/**
 * The document that keeps this state. It has every attribute that searches look in, without a word: the server
 * takes no search in an attribute that no document has.
 */
export function stateDocument(state: StoredState): Readonly<Record<string, unknown>> {
  const nothing = (columns: readonly string[]) => Object.fromEntries(columns.map((name) => [name, ""]));
  const tokens = nothing(textColumns.map(({ name }) => name));
  return { id: STATE_ID, isCase: false, ...state, tokens, names: nothing(nameColumns), often: "" };
}

/** Asks for the state; a search-only key is enough. */
export const stateQuery = (uid: string): MultiSearchQuery => ({
  indexUid: uid,
  q: "",
  filter: `id = "${STATE_ID}"`,
  limit: 1,
});

/** What `stateQuery` gave; null: the index says nothing of itself. */
export function stateIn(hits: readonly Readonly<Record<string, unknown>>[]): StoredState | null {
  const [hit] = hits;
  return hit && typeof hit["contentRevision"] === "number" ? (hit as unknown as StoredState) : null;
}

/** Do both tell of the same moment? */
export const isSameState = (one: StoredState | null, other: StoredState | null): boolean =>
  one?.stamp === other?.stamp;
