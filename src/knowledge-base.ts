import { join } from "node:path";
import { openCatalogue, type Catalogue } from "./catalogue/catalogue.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { openStorage } from "./database/open-database.js";
import { fileLock } from "./database/sqlite/file-lock.js";
import type { Storage } from "./database/storage.js";
import { openEmbeddedEngine } from "./search/embedded/embedded-engine.js";
import { createFiller } from "./search/embedded/filler.js";
import type { EmptyReason } from "./search/embedded/index-file.js";
import type { RebuildReason } from "./search/indexer.js";
import { keepIndexed, type KeptIndex } from "./search/keep-indexed.js";
import type { SearchEngine } from "./search/search-engine.js";

/** The record, what is published of it, and the index over that: open, for the service or for a command. */
export interface KnowledgeBase {
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly engine: SearchEngine;
  readonly index: KeptIndex;
  /** Ends the building of an index that is under way; it fails, and is begun anew another time. */
  stopBuilding(): Promise<void>;
}

export interface KnowledgeBaseOptions {
  readonly config: Pick<Config, "database" | "dataDir" | "caseCacheBytes">;
  readonly clock: Clock;
  /** Called when the tables are there, before anything is read: the place for a first seeding. */
  readonly onStorage?: (storage: Storage) => Promise<void>;
  /** Puts spans around what is opened; without: it is as it is. */
  readonly traced?: Traced;
  readonly onEmptied: (reason: EmptyReason) => void;
  readonly onRebuilt: (reason: RebuildReason | "DIFFERENT") => void;
}

export interface Traced {
  storage(storage: Storage): Storage;
  engine(engine: SearchEngine): SearchEngine;
}

const untraced: Traced = { storage: (storage) => storage, engine: (engine) => engine };

/** Opens all of it; the index may still have to catch up. */
export async function openKnowledgeBase(options: KnowledgeBaseOptions): Promise<KnowledgeBase> {
  const { config, clock, onEmptied, onRebuilt } = options;
  const { dataDir } = config;
  const traced = options.traced ?? untraced;
  const storage = traced.storage(await openStorage({ database: config.database, clock }));
  await options.onStorage?.(storage);
  const { reader, changeLog } = storage;
  const catalogue = await openCatalogue({
    ...{ reader, changeLog, cacheBytes: config.caseCacheBytes },
    keptFile: join(dataDir, "catalogue.kept"),
  });
  const filler = createFiller(config.database);
  // Each machine has an index of its own, whatever database they share.
  const lock = fileLock(dataDir, "index");
  const file = join(dataDir, "search.sqlite");
  const engine = await lock.run(() =>
    Promise.resolve(traced.engine(openEmbeddedEngine({ file, clock, onEmptied, filler }))),
  );
  const freshEdition = async () => {
    await catalogue.refresh();
    return catalogue.current();
  };
  const index = keepIndexed({ lock, changeLog, engine, freshEdition, onRebuilt });
  const stopBuilding = async (): Promise<void> => filler?.stop();
  return { storage, catalogue, engine, index, stopBuilding };
}
