import type { CacheReading } from "./cache-reading.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import type { Logger } from "./http/logger.js";
import { createMetricsServer } from "./http/metrics-server.js";
import type { Watch } from "./http/watch-answers.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import { readSearch } from "./search/search-reading.js";

/** The service's metrics, where the configuration asks for them. */
export interface Watched {
  readonly watch: Watch;
  /** `/metrics` on a port of its own, not yet listening; null: none in this process. */
  readonly metricsHttp: ReturnType<typeof createMetricsServer> | null;
  /** From now on what is behind the answers is shown too. */
  show(base: KnowledgeBase): void;
  close(): void;
}

export interface WatchedOptions {
  readonly config: Pick<Config, "metrics">;
  readonly log: Logger;
  readonly clock: Clock;
  /** The number of this process among several; null: it is the only one. */
  readonly worker: number | null;
  readonly operationNames: ReadonlySet<string>;
}

/** Null where nobody asks for metrics: then their library is not even loaded. */
export async function openWatched({
  config: { metrics: wanted },
  ...options
}: WatchedOptions): Promise<Watched | null> {
  if (!wanted) return null;
  const { log, clock, worker, operationNames } = options;
  const { openMetrics } = await import("./telemetry/metrics.js");
  const metrics = openMetrics({ operations: operationNames, worker });
  let readAnswers: (() => CacheReading) | null = null;
  const route = { text: metrics.text, token: wanted.token };
  const isAlone = wanted.port !== null;
  return {
    watch: {
      answered: metrics.answered,
      answerCache: (read) => {
        readAnswers = read;
      },
      metrics: isAlone ? null : route,
    },
    // Of several processes, the one that starts them has the port.
    metricsHttp: isAlone && worker === null ? createMetricsServer(route, log) : null,
    show({ storage, catalogue, indexes }) {
      metrics.show({
        caches: { answers: () => readAnswers?.() ?? null, cases: catalogue.caseCache },
        statements: storage.reader.statementCount,
        contentRevision: () => catalogue.current().contentRevision,
        search: () => readSearch(indexes, storage.changeLog, clock),
      });
    },
    close: metrics.close,
  };
}
