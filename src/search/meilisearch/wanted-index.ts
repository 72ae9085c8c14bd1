import type { Meilisearch } from "meilisearch";
import type { StoredState } from "./index-state.js";
import { failureOf } from "./server-failure.js";
import { indexAlike, indexFormat, settingsThatDiffer, UNKNOWN_VERSION } from "./settings.js";

/** Is the running index made as this program and this server make them? */
export interface WantedIndex {
  isAsWanted(state: StoredState): Promise<boolean>;
  /** Looks again at the next question: another index or another server may be there. */
  forget(): void;
}

/** Compares a generation once; `server` tells its version, `indexer` the settings. */
export function wantedIndex(server: Meilisearch, indexer: Meilisearch, uid: string): WantedIndex {
  let compared: string | null = null;
  return {
    async isAsWanted({ generation, format, serverVersion }) {
      if (compared === generation) return true;
      const version = await versionOf(server);
      if (format !== indexFormat || !indexAlike(serverVersion, version)) return false;
      if (settingsThatDiffer(await indexer.index(uid).getSettings()).length > 0) return false;
      compared = generation;
      return true;
    },
    forget() {
      compared = null;
    },
  };
}

/** UNKNOWN_VERSION where the key may not ask. */
export async function versionOf(server: Meilisearch): Promise<string> {
  try {
    return (await server.getVersion()).pkgVersion;
  } catch (error) {
    if (failureOf(error)?.status === 403) return UNKNOWN_VERSION;
    throw error;
  }
}
