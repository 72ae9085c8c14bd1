import type { Logger } from "./http/logger.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import type { KeptIndex } from "./search/keep-indexed.js";
import { saying } from "./search/meilisearch/server-failure.js";
import { startFollowing } from "./search/start-following.js";

const POLL_MS = 1_000;
/** The server is to be back in use within ten seconds of its return. */
const MAX_PAUSE_MS = 4_000;
/** So often the index is compared with the database while nothing changes. */
const COMPARE_EVERY_MS = 60_000;

/** Keeps the index on the search server after the database, beside all else: nothing ever waits for it. */
export function followServer(
  { storage, catalogue }: Pick<KnowledgeBase, "storage" | "catalogue">,
  kept: KeptIndex,
  log: Logger,
): { stop(engine?: { close(): Promise<void> }): Promise<void> } {
  const stopping = new AbortController();
  let comparedAt = -Infinity;
  /** The same trouble is told once. */
  let told: string | null = null;
  const ended = startFollowing({
    async step() {
      await catalogue.refresh();
      const hasCaughtUp = await kept.catchUpIfFree();
      if (!hasCaughtUp && performance.now() - comparedAt > COMPARE_EVERY_MS) {
        await kept.mend();
        comparedAt = performance.now();
      }
      told = null;
      return hasCaughtUp;
    },
    pause: storage.changeFeed.next,
    pollMs: POLL_MS,
    maxPauseMs: MAX_PAUSE_MS,
    onError: (error) => {
      const said = saying(error);
      const message = "because" in said ? said.because : String(error);
      if (message === told) return;
      told = message;
      log.warn(said, "the index on the search server cannot be brought up to date; trying again");
    },
    signal: stopping.signal,
  });
  return {
    /** What is under way on the server is not waited for. */
    async stop(engine) {
      stopping.abort();
      await engine?.close();
      await ended;
    },
  };
}
