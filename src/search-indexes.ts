import { join } from "node:path";
import type { Catalogue } from "./catalogue/catalogue.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import type { MeilisearchConfig } from "./config-meilisearch.js";
import type { ChangeLog } from "./database/change-log.js";
import { openLock } from "./database/open-lock.js";
import { fileLock } from "./database/sqlite/file-lock.js";
import { openEmbeddedEngine, type EmbeddedEngine } from "./search/embedded/embedded-engine.js";
import { createFiller, type Filler } from "./search/embedded/filler.js";
import type { EmptyReason } from "./search/embedded/index-file.js";
import { createFailover, type SearchReader } from "./search/failover.js";
import type { IndexerDeps, RebuildReason } from "./search/indexer.js";
import { keepIndexed, type KeptIndex } from "./search/keep-indexed.js";
import { degradedReason } from "./search/meilisearch/degraded-reason.js";
import { openMeilisearchEngine, type MeilisearchEngine } from "./search/meilisearch/engine.js";
import { openKeys } from "./search/meilisearch/keys.js";
import type { NearLimit } from "./search/meilisearch/server-index.js";
import type { SearchEngine } from "./search/search-engine.js";
import type { DegradedReason, SearchEngineKind } from "./terms.js";

/** An index, and what keeps it after the database. */
export interface Index<Engine extends SearchEngine = SearchEngine> {
  readonly engine: Engine;
  readonly kept: KeptIndex;
}

/** What is worth telling of the indexes; for the log. */
export interface IndexEvents {
  readonly onEmptied: (reason: EmptyReason) => void;
  readonly onRebuilt: (engine: SearchEngineKind, reason: RebuildReason | "DIFFERENT") => void;
  readonly onKeysMade?: () => void;
  readonly onNearLimit?: (near: NearLimit) => void;
  /** The engine inside the service answers instead of the server. */
  readonly onLost?: (reason: DegradedReason, cause: unknown) => void;
  readonly onBack?: () => void;
}

export interface SearchIndexes {
  /** What searches ask. */
  readonly reader: SearchReader;
  /** Why the engine inside the service answers instead of the server; null: nothing is amiss. */
  degradedBecause(): DegradedReason | null;
  /** Inside the service, always current. */
  readonly embedded: Index<EmbeddedEngine>;
  /** On a search server; null: none is configured. */
  readonly server: Index<MeilisearchEngine> | null;
  /** Ends the building of an index inside the service that is under way; it fails, and is begun anew another time. */
  stopBuilding(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchIndexesOptions extends IndexEvents {
  readonly config: Pick<Config, "database" | "dataDir" | "meilisearch">;
  readonly clock: Clock;
  readonly changeLog: ChangeLog;
  readonly catalogue: Catalogue;
}

/** Opens the indexes; they may still have to catch up. The server need not be there. */
export async function openSearchIndexes(options: SearchIndexesOptions): Promise<SearchIndexes> {
  const { database, meilisearch } = options.config;
  const filler = createFiller(database);
  const stopBuilding = async (): Promise<void> => filler?.stop();
  const embedded = await openEmbeddedIndex(options, filler);
  if (meilisearch === null) {
    return {
      reader: embedded.engine,
      degradedBecause: () => null,
      ...{ embedded, server: null, stopBuilding },
      close: () => embedded.engine.close(),
    };
  }
  const server = await openServerIndex(options, meilisearch);
  const failover = createFailover({
    wanted: server.engine,
    standIn: embedded.engine,
    timeLimitMs: meilisearch.timeoutMs,
    reasonOf: degradedReason,
    onLost: options.onLost ?? nobody,
    onBack: options.onBack ?? nobody,
  });
  return {
    reader: failover,
    degradedBecause: failover.degradedBecause,
    ...{ embedded, server, stopBuilding },
    async close() {
      failover.stop();
      await server.engine.close();
      await embedded.engine.close();
    },
  };
}

const nobody = (): void => undefined;

/** Each machine has one of its own, whatever database they share. */
async function openEmbeddedIndex(
  options: SearchIndexesOptions,
  filler: Filler | null,
): Promise<Index<EmbeddedEngine>> {
  const { config, clock, onEmptied } = options;
  const lock = fileLock(config.dataDir, "index");
  const file = join(config.dataDir, "search.sqlite");
  const engine = await lock.run(() =>
    Promise.resolve(openEmbeddedEngine({ file, clock, onEmptied, filler })),
  );
  const onRebuilt = (reason: RebuildReason | "DIFFERENT"): void => options.onRebuilt("EMBEDDED", reason);
  return { engine, kept: keepIndexed({ ...published(options), lock, engine, onRebuilt }) };
}

/** All that share the database share it, and one of them at a time writes it. */
async function openServerIndex(
  options: SearchIndexesOptions,
  { url, masterKey, searchKey, indexKey, indexPrefix, timeoutMs }: MeilisearchConfig,
): Promise<Index<MeilisearchEngine>> {
  const { config, clock } = options;
  const engine = openMeilisearchEngine({
    ...{ url, indexPrefix, timeoutMs, clock },
    keys: openKeys({
      url,
      masterKey,
      searchKey,
      indexKey,
      indexPrefix,
      onMade: options.onKeysMade ?? nobody,
    }),
    onNearLimit: options.onNearLimit ?? nobody,
  });
  const lock = await openLock(config.database, config.dataDir, `index ${indexPrefix}`);
  const onRebuilt = (reason: RebuildReason | "DIFFERENT"): void => options.onRebuilt("MEILISEARCH", reason);
  return { engine, kept: keepIndexed({ ...published(options), lock, engine, onRebuilt }) };
}

/** What an index is kept after. */
function published({
  changeLog,
  catalogue,
}: SearchIndexesOptions): Pick<IndexerDeps, "changeLog" | "freshEdition"> {
  return {
    changeLog,
    async freshEdition() {
      await catalogue.refresh();
      return catalogue.current();
    },
  };
}
