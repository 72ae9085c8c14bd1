import type { Logger } from "./http/logger.js";
import { saying } from "./search/meilisearch/server-failure.js";
import type { IndexEvents } from "./search-indexes.js";

const OF_ANOTHER =
  "the index on the search server was ahead of this database: is the database an older one, or does another service use MEILI_INDEX_PREFIX too?";

/** What happens to the indexes, in the log. */
export const tellingOfIndexes = (log: Logger): IndexEvents => ({
  onEmptied: (reason) => {
    log.warn({ reason }, "the search index is empty and will be built");
  },
  onRebuilt: (engine, reason) => {
    log.info({ engine, reason }, "the search index has been built");
    if (engine === "MEILISEARCH" && reason === "AHEAD") log.warn({}, OF_ANOTHER);
  },
  onKeysMade: () => {
    log.info("keys that may read and write our indexes alone have been made on the search server");
  },
  onNearLimit: (near) => {
    log.warn(near, "the search index comes near a limit of the search server");
  },
  onLost: (reason, cause) => {
    if (reason === "NOT_READY") log.warn(saying(cause), "the index on the search server is not ready yet");
    else
      log.warn(
        { reason, ...saying(cause) },
        "the search server does not answer; the engine inside the service does",
      );
  },
  onBack: () => {
    log.info("the search server answers again");
  },
});
