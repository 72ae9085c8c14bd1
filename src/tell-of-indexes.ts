import type { Logger } from "./http/logger.js";
import type { IndexEvents } from "./search-indexes.js";

/** What happens to the indexes, in the log. */
export const tellingOfIndexes = (log: Logger): IndexEvents => ({
  onEmptied: (reason) => {
    log.warn({ reason }, "the search index is empty and will be built");
  },
  onRebuilt: (engine, reason) => {
    log.info({ engine, reason }, "the search index has been built");
  },
  onKeysMade: () => {
    log.info("keys that may read and write our indexes alone have been made on the search server");
  },
  onNearLimit: (near) => {
    log.warn(near, "the search index comes near a limit of the search server");
  },
  onLost: (reason, cause) => {
    log.warn({ reason, err: cause }, "the search server does not answer; the engine inside the service does");
  },
  onBack: () => {
    log.info("the search server answers again");
  },
});
