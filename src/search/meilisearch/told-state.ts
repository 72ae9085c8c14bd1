import type { FilledIndexState, IndexState } from "../search-engine.js";
import type { SeenIndex } from "./server-index.js";
import { UNKNOWN_VERSION } from "./settings.js";

/** What an index says of itself that is not there, or not as it is wanted. */
export const emptyState: IndexState = {
  ...{ engine: "MEILISEARCH", generation: "", contentRevision: null, indexedAt: null, documentCount: 0 },
};

/** What the running index says of itself. */
export function toldState({ state, documentCount }: SeenIndex): FilledIndexState {
  const setAside = new Map(Object.entries(state.setAside));
  return {
    engine: "MEILISEARCH",
    generation: state.generation,
    contentRevision: state.contentRevision,
    indexedAt: new Date(state.indexedAt),
    documentCount,
    ...(state.serverVersion !== UNKNOWN_VERSION && { engineVersion: state.serverVersion }),
    ...(setAside.size > 0 && { setAside }),
  };
}
