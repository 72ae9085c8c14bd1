import { join } from "node:path";
import { openCatalogue, type Catalogue } from "./catalogue/catalogue.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { openStorage } from "./database/open-database.js";
import type { Storage } from "./database/storage.js";
import type { SearchReader } from "./search/failover.js";
import type { KeptIndex } from "./search/keep-indexed.js";
import { openSearchIndexes, type IndexEvents, type SearchIndexes } from "./search-indexes.js";

/** The record, what is published of it, and the indexes over that: open, for the service or for a command. */
export interface KnowledgeBase {
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly indexes: SearchIndexes;
  /** What searches ask. */
  readonly engine: SearchReader;
  /** The index inside the service. */
  readonly index: KeptIndex;
}

export interface KnowledgeBaseOptions extends IndexEvents {
  readonly config: Pick<Config, "database" | "dataDir" | "caseCacheBytes" | "meilisearch">;
  readonly clock: Clock;
  /** Called when the tables are there, before anything is read: the place for a first seeding. */
  readonly onStorage?: (storage: Storage) => Promise<void>;
  /** Puts spans around what is opened; without: it is as it is. */
  readonly traced?: Traced;
}

export interface Traced {
  storage(storage: Storage): Storage;
  engine(engine: SearchReader): SearchReader;
}

const untraced: Traced = { storage: (storage) => storage, engine: (engine) => engine };

/** Opens all of it; the indexes may still have to catch up. */
export async function openKnowledgeBase(options: KnowledgeBaseOptions): Promise<KnowledgeBase> {
  const { config, clock, traced = untraced } = options;
  const storage = traced.storage(await openStorage({ database: config.database, clock }));
  await options.onStorage?.(storage);
  const { reader, changeLog } = storage;
  const catalogue = await openCatalogue({
    ...{ reader, changeLog, cacheBytes: config.caseCacheBytes },
    keptFile: join(config.dataDir, "catalogue.kept"),
  });
  const indexes = await openSearchIndexes({ ...options, changeLog, catalogue });
  return {
    ...{ storage, catalogue, indexes },
    engine: traced.engine(indexes.reader),
    index: indexes.embedded.kept,
  };
}
