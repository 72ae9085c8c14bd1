import { Counter, Gauge, type Registry } from "prom-client";
import type { CacheReading } from "../cache-reading.js";
import type { SearchReading } from "../search/search-reading.js";
import type { Readings } from "./readings.js";

/** Shows readings, which are taken when somebody asks. */
export function readingMetrics(registry: Registry, readings: Readings): void {
  const registers = [registry];
  cacheMetrics(registry, readings.caches);
  searchMetrics(registry, readings.search);
  new Counter({
    ...{ name: "exemplar_sql_statements_total", registers },
    help: "SQL statements that read",
    collect() {
      this.reset();
      this.inc(readings.statements());
    },
  });
  new Gauge({
    ...{ name: "exemplar_content_revision", registers },
    help: "Content revision that is shown",
    collect() {
      this.set(readings.contentRevision());
    },
  });
}

function cacheMetrics(registry: Registry, caches: Readings["caches"]): void {
  const registers = [registry];
  const show = (kind: typeof Counter | typeof Gauge, name: string, help: string, of: keyof CacheReading) =>
    new kind({
      ...{ name: `exemplar_cache_${name}`, help, registers, labelNames: ["cache"] },
      collect() {
        this.reset();
        for (const [cache, read] of Object.entries(caches)) {
          const reading = read();
          if (reading) this.inc({ cache }, reading[of]);
        }
      },
    });
  show(Counter, "hits_total", "What was asked of a cache and was there", "hits");
  show(Counter, "misses_total", "What was asked of a cache and had to be made", "misses");
  show(Gauge, "entries", "What a cache has", "entries");
  show(Gauge, "bytes", "Bytes that a cache holds", "bytes");
  show(Gauge, "max_bytes", "Bytes that a cache may hold", "maxBytes");
}

/** What cannot be read is left out, but for `exemplar_search_up`. */
function searchMetrics(registry: Registry, read: Readings["search"]): void {
  const now = sharedWhileItRuns(() => read().catch(() => null));
  const show = (name: string, help: string, valueOf: (reading: SearchReading) => number): void => {
    new Gauge({
      ...{ name: `exemplar_search_${name}`, help, registers: [registry] },
      async collect() {
        const reading = await now();
        if (reading) this.set(valueOf(reading));
        else this.remove();
      },
    });
  };
  show("degraded", "1: another engine stands in for the wanted one", (one) => (one.isDegraded ? 1 : 0));
  show("documents", "Cases in the index", (one) => one.documentCount);
  show("pending_changes", "Content revisions that the index has yet to take in", (one) => one.pendingChanges);
  show(
    "seconds_behind",
    "Age of the oldest change that the index has yet to take in",
    (one) => one.lagSeconds,
  );
  new Gauge({
    ...{ name: "exemplar_search_up", registers: [registry] },
    help: "1: database and index can be asked",
    async collect() {
      this.set((await now()) ? 1 : 0);
    },
  });
  new Gauge({
    ...{ name: "exemplar_search_info", registers: [registry], labelNames: ["engine", "generation"] },
    help: "Which engine answers, from which building of its index",
    async collect() {
      const reading = await now();
      this.reset();
      if (reading) this.set({ engine: reading.engine, generation: reading.indexGeneration }, 1);
    },
  });
}

/** All metrics are asked for at once: one look is enough for them. */
function sharedWhileItRuns<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () =>
    (running ??= work().finally(() => {
      running = null;
    }));
}
