import type { Logger } from "./http/logger.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import { startFollowing } from "./search/start-following.js";

const MAX_FOLLOW_PAUSE_MS = 10_000;

/**
 * What others publish shows soon, also while a command is at the index. Catalogue and index follow by themselves: an index
 * that is built anew for minutes does not hold up what is shown. `onIndexStep` is called after each step of the index.
 */
export function followDatabase(
  { storage, catalogue, index, indexes }: KnowledgeBase,
  followMs: number | null,
  log: Logger,
  onIndexStep: () => Promise<void>,
) {
  const stopping = new AbortController();
  if (followMs === null) stopping.abort();
  const follow = (step: () => Promise<boolean>): Promise<void> =>
    startFollowing({
      step,
      pause: storage.changeFeed.next,
      pollMs: followMs ?? MAX_FOLLOW_PAUSE_MS,
      maxPauseMs: MAX_FOLLOW_PAUSE_MS,
      onError: (error) => {
        log.error({ err: error }, "following the database failed; trying again");
      },
      signal: stopping.signal,
    });
  const ended = Promise.all([
    follow(() => catalogue.refresh()),
    follow(async () => {
      const hasCaughtUp = await index.catchUpIfFree();
      await onIndexStep();
      return hasCaughtUp;
    }),
  ]);
  return {
    async stop() {
      stopping.abort();
      await indexes.stopBuilding();
      await ended;
    },
  };
}
