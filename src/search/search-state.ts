import type { SearchEngineKind } from "../terms.js";
import type { SearchEngine } from "./search-engine.js";

/** How the index stands, as callers are told. */
export interface SearchState {
  readonly engine: SearchEngineKind;
  readonly isDegraded: boolean;
  readonly indexGeneration: string;
  /** The epoch where the index was never filled. */
  readonly indexedAt: Date;
  /** Content revisions that the index has yet to take in. */
  readonly pendingChanges: number;
}

/** The state of an engine beside the content revision that is published now. */
export async function searchStateOf(engine: SearchEngine, contentRevision: number): Promise<SearchState> {
  const state = await engine.state();
  return {
    engine: state.engine,
    isDegraded: false,
    indexGeneration: state.generation,
    indexedAt: state.indexedAt ?? new Date(0),
    pendingChanges: pendingChanges(state.contentRevision, contentRevision),
  };
}

/** Content revisions between an index and what is published; an index may also be ahead, by a moment. */
export function pendingChanges(indexed: number | null, published: number): number {
  return Math.max(0, published - (indexed ?? 0));
}
