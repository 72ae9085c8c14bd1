import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { keepSeeded, type SeedReport } from "./content/keep-seeded.js";
import type { Storage } from "./database/storage.js";
import { createFilterReaders } from "./graphql/coerce-input.js";
import { createSchema, sdlOf } from "./graphql/schema.js";
import { createApolloServer } from "./graphql/server.js";
import { Sharing } from "./graphql/sharing.js";
import type { Checks } from "./http/health.js";
import type { Logger } from "./http/logger.js";
import { examplesAmong, readOperations, tabsAmong } from "./http/pages/operations.js";
import { createHttpServer } from "./http/server.js";
import type { ClosingStep } from "./http/shutdown.js";
import { openKnowledgeBase, type KnowledgeBase } from "./knowledge-base.js";
import { createExports } from "./outlets/exports.js";
import { packageFile, schemaFolder, seedsFolder } from "./project-folders.js";
import { followServer } from "./follow-server.js";
import type { SearchReader } from "./search/failover.js";
import { searchCases } from "./search/search-cases.js";
import { searchStateOf } from "./search/search-state.js";
import { startFollowing } from "./search/start-following.js";
import type { SearchIndexes } from "./search-indexes.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** What an empty database is filled from and a filled one is compared with; null: it is served as it is. */
  readonly seeds?: string | null;
  /** Pause between two looks at the change log; null: only `catchUp` looks. */
  readonly followMs?: number | null;
}

export interface App extends KnowledgeBase {
  /** Not yet listening. */
  readonly http: ReturnType<typeof createHttpServer>;
  /** Brings catalogue and index to what the database has. */
  catchUp(): Promise<void>;
  /** In the order in which to close them. */
  readonly closing: readonly ClosingStep[];
}

/** Puts the service together: storage, catalogue, search, GraphQL, exports, HTTP. */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, log, clock, seeds = seedsFolder, followMs = 250 } = options;
  const base = await openKnowledgeBase({
    ...{ config, clock },
    onStorage: async ({ unitOfWork }) => {
      if (seeds !== null) tellOfSeeds(await keepSeeded(unitOfWork, seeds), log);
    },
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
      log.warn(
        { reason, err: cause },
        "the search server does not answer; the engine inside the service does",
      );
    },
    onBack: () => {
      log.info("the search server answers again");
    },
  });
  const { storage, catalogue, indexes, engine, index } = base;
  const catchUp = async (): Promise<void> => {
    await catalogue.refresh();
    await index.catchUp();
  };
  await catchUp();
  await index.mend();
  let generation = await generationOf(engine);
  const following = follow(base, followMs, log, async () => {
    generation = await generationOf(engine);
  });
  const server = indexes.server && followMs !== null ? followServer(base, indexes.server.kept, log) : null;

  const schema = createSchema({
    version: versionOf(packageFile),
    publicUrl: config.publicUrl,
    searchCases: (edition, args) => searchCases(engine, edition, args),
    searchState: () => searchStateOf(indexes, storage.changeLog, clock),
  });
  const apollo = createApolloServer(schema, { ...config, ...config.http });
  await apollo.start();

  const exports = createExports({
    async latestEdition() {
      await catalogue.refresh();
      return catalogue.current();
    },
    ...createFilterReaders(schema),
    publicUrl: config.publicUrl,
  });
  const operations = readOperations(join(schemaFolder, "operations"));
  const http = createHttpServer({
    ...{ config: config.http, log, apollo, exports },
    createContext: (facts) => ({ ...facts, edition: catalogue.current(), sharing: new Sharing() }),
    answersDependOn: () => `${catalogue.current().contentRevision} ${generation}`,
    checks: () => checksOf(storage, indexes),
    pages: { sdl: sdlOf(schema), operations: tabsAmong(operations), examples: examplesAmong(operations) },
  });
  return {
    ...base,
    ...{ http, catchUp },
    closing: [
      { name: "http", close: () => http.close() },
      { name: "apollo", close: () => apollo.stop() },
      { name: "following", close: () => following.stop() },
      ...(server ? [{ name: "search server", close: () => server.stop(indexes.server?.engine) }] : []),
      { name: "search", close: () => indexes.close() },
      { name: "storage", close: () => storage.close() },
    ],
  };
}

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

const MAX_FOLLOW_PAUSE_MS = 10_000;

/** What others publish shows soon, also while a command is at the index. */
function follow(
  { storage, catalogue, index }: KnowledgeBase,
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
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

/** Of the index that searches are answered from; a search says so itself when there is none. */
function generationOf(engine: SearchReader): Promise<string> {
  return engine.state().then(
    (state) => state.generation,
    () => "none",
  );
}

async function checksOf(storage: Storage, indexes: SearchIndexes): Promise<Checks> {
  await storage.changeLog.contentRevision();
  const isFilled = await indexes.reader.state().then(
    ({ contentRevision }) => contentRevision !== null,
    () => false,
  );
  const migrations = (await storage.isMigrated()) ? "applied" : "pending";
  const search = !isFilled ? "down" : indexes.degradedBecause() === null ? "up" : "degraded";
  return { database: "up", migrations, search };
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
