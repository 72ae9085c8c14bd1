import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openCatalogue, type Catalogue } from "./catalogue/catalogue.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { keepSeeded, type SeedReport } from "./content/keep-seeded.js";
import { openStorage, type Storage } from "./database/open-database.js";
import { createSchema, sdlOf } from "./graphql/schema.js";
import { createApolloServer } from "./graphql/server.js";
import type { Checks } from "./http/health.js";
import type { Logger } from "./http/logger.js";
import { readOperations } from "./http/pages/operations.js";
import { createHttpServer } from "./http/server.js";
import type { ClosingStep } from "./http/shutdown.js";
import { packageFile, schemaFolder, seedsFolder } from "./places.js";
import { openEmbeddedEngine } from "./search/embedded/embedded-engine.js";
import { keepIndexed } from "./search/keep-indexed.js";
import { searchCases } from "./search/search-cases.js";
import type { SearchEngine } from "./search/search-engine.js";
import { searchStateOf } from "./search/search-state.js";
import { startFollowing } from "./search/start-following.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Pause between two looks at the change log; null: only `catchUp` looks. */
  readonly followMs?: number | null;
}

export interface App {
  /** Not yet listening. */
  readonly http: ReturnType<typeof createHttpServer>;
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly engine: SearchEngine;
  /** Brings catalogue and index to what the database has. True when there was something to do. */
  catchUp(): Promise<boolean>;
  /** In the order in which to close them. */
  readonly closing: readonly ClosingStep[];
}

/** Bytes that the cache of case values may hold. */
const CASE_CACHE_BYTES = 128 * 2 ** 20;
const MAX_FOLLOW_PAUSE_MS = 10_000;

/** Puts the service together: storage, catalogue, search, GraphQL, HTTP. */
export async function openApp({ config, log, clock, followMs = 250 }: AppOptions): Promise<App> {
  const { dataDir } = config;
  const storage = await openStorage({ database: config.database, dataDir, clock });
  tellOfSeeds(await keepSeeded(storage.unitOfWork, seedsFolder), log);

  const catalogue = await openCatalogue({ ...storage, cacheBytes: CASE_CACHE_BYTES });
  const engine = openEmbeddedEngine({
    file: join(dataDir, "search.sqlite"),
    clock,
    onEmptied: (reason) => {
      log.warn({ reason }, "the search index is empty and will be built");
    },
  });
  const index = keepIndexed({
    ...{ dataDir, changeLog: storage.changeLog, engine, catalogue },
    onRebuilt: (reason) => {
      log.info({ reason }, "the search index has been built");
    },
  });
  const catchUp = async (): Promise<boolean> => {
    const isNewer = await catalogue.refresh();
    return (await index.catchUp()) || isNewer;
  };
  await catchUp();
  await index.mend();
  const following = follow(catchUp, followMs, log);

  const schema = createSchema({
    version: versionOf(packageFile),
    searchCases: (edition, args) => searchCases(engine, edition, args),
    searchState: () => searchStateOf(engine, catalogue.current().contentRevision),
  });
  const apollo = createApolloServer(schema);
  await apollo.start();

  const operations = readOperations(join(schemaFolder, "operations"));
  const http = createHttpServer({
    ...{ config: config.http, log, apollo },
    createContext: (facts) => ({ ...facts, edition: catalogue.current() }),
    checks: () => checksOf(storage, engine),
    pages: { sdl: sdlOf(schema), operations, examples: operations.filter(({ name }) => isShown.has(name)) },
  });
  return {
    ...{ http, storage, catalogue, engine, catchUp },
    closing: [
      { name: "http", close: () => http.close() },
      { name: "apollo", close: () => apollo.stop() },
      { name: "following", close: () => following.stop() },
      { name: "search", close: () => engine.close() },
      { name: "storage", close: () => storage.close() },
    ],
  };
}

/** The operations on the start page: those whose variables need no looking up. */
const isShown = new Set(["government-cases-by-category", "portal-list", "research-full-text"]);

function tellOfSeeds(report: SeedReport, log: Logger): void {
  if (report.kind === "seeded") log.info({ records: report.records }, "the empty database has been seeded");
  if (report.kind === "different") {
    const { changed, gone } = report;
    log.warn({ changed, gone }, "the seed files differ from the database: run `npm run seed` to apply them");
  }
  if (report.kind === "unreadable") {
    log.warn({ problems: report.problems }, "the seed files have mistakes; the database is left as it is");
  }
}

function follow(catchUp: () => Promise<boolean>, followMs: number | null, log: Logger) {
  if (followMs === null) return { stop: () => Promise.resolve() };
  const stopping = new AbortController();
  const ended = startFollowing({
    step: catchUp,
    pollMs: followMs,
    maxPauseMs: MAX_FOLLOW_PAUSE_MS,
    onError: (error) => {
      log.error({ err: error }, "following the database failed; trying again");
    },
    signal: stopping.signal,
  });
  return {
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

async function checksOf(storage: Storage, engine: SearchEngine): Promise<Checks> {
  await storage.changeLog.contentRevision();
  const isFilled = await engine.state().then(
    ({ contentRevision }) => contentRevision !== null,
    () => false,
  );
  const migrations = (await storage.isMigrated()) ? "applied" : "pending";
  return { database: "up", migrations, search: isFilled ? "up" : "down" };
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
