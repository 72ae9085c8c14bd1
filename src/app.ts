import { join } from "node:path";
import type { Clock } from "./clock.js";
import type { Catalogue } from "./catalogue/catalogue.js";
import type { Vocabulary } from "./catalogue/vocabulary-views.js";
import type { Config } from "./config.js";
import { keepSeeded } from "./content/keep-seeded.js";
import type { Storage } from "./database/storage.js";
import { withPauses } from "./event-loop.js";
import { followDatabase } from "./follow-database.js";
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
import { schemaFolder, seedsFolder } from "./project-folders.js";
import { ownVersion } from "./version.js";
import { followServer } from "./follow-server.js";
import type { SearchReader } from "./search/failover.js";
import { prepareWordings } from "./search/glossary-wordings.js";
import { searchCases } from "./search/search-cases.js";
import { searchStateOf } from "./search/search-state.js";
import type { SearchIndexes } from "./search-indexes.js";
import { openTracing } from "./open-tracing.js";
import { tellingOfIndexes } from "./tell-of-indexes.js";
import { tellOfSeeds } from "./tell-of-seeds.js";
import { openWatched, type Watched } from "./watched.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** What an empty database is filled from and a filled one is compared with; null: it is served as it is. */
  readonly seeds?: string | null;
  /** Pause between two looks at the change log; null: only `catchUp` looks. */
  readonly followMs?: number | null;
  /** The number of this process among several; null: it is the only one. */
  readonly worker?: number | null;
}

export interface App extends KnowledgeBase {
  /** Not yet listening. */
  readonly http: ReturnType<typeof createHttpServer>;
  /** For `/metrics` on a port of its own; not yet listening; null: there is none in this process. */
  readonly metricsHttp: Watched["metricsHttp"];
  /** Brings catalogue and index to what the database has. */
  catchUp(): Promise<void>;
  /** In the order in which to close them. */
  readonly closing: readonly ClosingStep[];
}

/** Puts the service together: storage, catalogue, search, GraphQL, exports, HTTP. */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, log, clock, seeds = seedsFolder, followMs = 250, worker = null } = options;
  const operations = readOperations(join(schemaFolder, "operations"));
  const operationNames = new Set(operations.flatMap(({ operationName }) => operationName ?? []));
  // Before all else: a worker that is still starting is asked for its metrics too.
  const watched = await openWatched({ config, log, clock, worker, operationNames });
  const tracing = await openTracing(config, log);
  const base = await openKnowledgeBase({
    ...{ config, clock },
    ...(tracing && { traced: tracing.traced }),
    onStorage: async (storage) => {
      if (seeds !== null) tellOfSeeds(await keepSeeded(storage, seeds), log);
    },
    ...tellingOfIndexes(log),
  });
  const { storage, catalogue, indexes, engine, index } = base;
  keepSoon(catalogue, log);
  const catchUp = async (): Promise<void> => {
    await catalogue.refresh();
    await index.catchUp();
  };
  watched?.show(base);
  // A large index is built while its searches are refused and all else is answered.
  if (await index.isSoonReady()) {
    await catchUp();
    await index.mend();
  }
  let generation = await generationOf(engine);
  const following = followDatabase(base, followMs, log, async () => {
    generation = await generationOf(engine);
  });
  const server = indexes.server && followMs !== null ? followServer(base, indexes.server.kept, log) : null;

  const schema = createSchema({
    version: ownVersion(),
    publicUrl: config.publicUrl,
    searchCases: (edition, args) => searchCases(engine, edition, args),
    searchState: () => searchStateOf(indexes, storage.changeLog, clock),
  });
  const apollo = createApolloServer(schema, {
    ...{ ...config, ...config.http },
    spans: tracing?.spans ?? null,
  });
  await apollo.start();

  const exports = createExports({
    async latestEdition() {
      await catalogue.refresh();
      return catalogue.current();
    },
    ...createFilterReaders(schema),
    publicUrl: config.publicUrl,
  });
  const http = createHttpServer({
    ...{ config: config.http, log, apollo, exports },
    createContext: (facts) => ({ ...facts, edition: catalogue.current(), sharing: new Sharing() }),
    answersDependOn: () => `${catalogue.current().contentRevision} ${generation}`,
    checks: () => checksOf(storage, indexes),
    ...(watched && { watch: watched.watch }),
    ...(tracing && { traced: tracing.requests }),
    pages: { sdl: sdlOf(schema), operations: tabsAmong(operations), examples: examplesAmong(operations) },
  });
  http.addHook("onListen", (done) => {
    loadSoon(indexes, catalogue.current().vocabulary, log);
    done();
  });
  return {
    ...base,
    ...{ http, catchUp, metricsHttp: watched?.metricsHttp ?? null },
    closing: [
      { name: "http", close: () => http.close() },
      { name: "apollo", close: () => apollo.stop() },
      { name: "following", close: () => following.stop() },
      ...(server ? [{ name: "search server", close: () => server.stop(indexes.server?.engine) }] : []),
      { name: "catalogue", close: () => catalogue.keep() },
      { name: "search", close: () => indexes.close() },
      { name: "storage", close: () => storage.close() },
      { name: "tracing", close: async () => tracing?.stop() },
      { name: "metrics", close: () => closeMetrics(watched) },
    ],
  };
}

/** A service that is killed has kept it before. */
function keepSoon(catalogue: Catalogue, log: Logger): void {
  catalogue.keep().catch((error: unknown) => {
    log.warn({ err: error }, "the catalogue could not be kept for the next start");
  });
}

/** The first answers do not wait for it, unless they are of a search. */
function loadSoon({ embedded }: SearchIndexes, { glossary }: Vocabulary, log: Logger): void {
  embedded.engine.load().catch((error: unknown) => {
    log.warn({ err: error }, "the search index could not be loaded; the next search tries again");
  });
  withPauses(prepareWordings(glossary)).catch((error: unknown) => {
    log.warn({ err: error }, "the glossary could not be prepared; the next search tries again");
  });
}

async function closeMetrics(watched: Watched | null): Promise<void> {
  await watched?.metricsHttp?.close();
  watched?.close();
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
