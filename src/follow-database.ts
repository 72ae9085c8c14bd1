import type { Logger } from "./http/logger.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import { startFollowing } from "./search/start-following.js";

const MAX_FOLLOW_PAUSE_MS = 10_000;

/** What others publish shows soon, also while a command is at the index. */
export function followDatabase(
  { storage, catalogue, index, indexes }: KnowledgeBase,
  followMs: number | null,
  log: Logger,
  onStep: () => Promise<void>,
) {
  const stopping = new AbortController();
  if (followMs === null) stopping.abort();
  const ended = startFollowing({
    async step() {
      const isNewer = await catalogue.refresh();
      const hasCaughtUp = await index.catchUpIfFree();
      await onStep();
      return hasCaughtUp || isNewer;
    },
    pause: storage.changeFeed.next,
    pollMs: followMs ?? MAX_FOLLOW_PAUSE_MS,
    maxPauseMs: MAX_FOLLOW_PAUSE_MS,
    onError: (error) => {
      log.error({ err: error }, "following the database failed; trying again");
    },
    signal: stopping.signal,
  });
  return {
    async stop() {
      stopping.abort();
      await indexes.stopBuilding();
      return ended;
    },
  };
}
