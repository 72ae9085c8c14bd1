import { join } from "node:path";
import { openCatalogue, type Catalogue } from "../catalogue/catalogue.js";
import { systemClock } from "../clock.js";
import { loadConfig } from "../config.js";
import { openStorage } from "../database/open-database.js";
import { openEmbeddedEngine } from "../search/embedded/embedded-engine.js";
import { keepIndexed, type KeptIndex } from "../search/keep-indexed.js";
import type { SearchEngine } from "../search/search-engine.js";

export interface SearchTools {
  readonly catalogue: Catalogue;
  readonly engine: SearchEngine;
  readonly index: KeptIndex;
}

const CASE_CACHE_BYTES = 64 * 2 ** 20;

/** Opens what a search command needs, beside a running server or without one, and closes it again. */
export async function withSearch(work: (tools: SearchTools) => Promise<string>): Promise<string> {
  const config = loadConfig(process.env);
  const { dataDir } = config;
  const storage = await openStorage({ ...config, clock: systemClock });
  const engine = openEmbeddedEngine({
    file: join(dataDir, "search.sqlite"),
    clock: systemClock,
    onEmptied: (reason) => {
      console.error(`The search index is empty (${reason}).`);
    },
  });
  try {
    const catalogue = await openCatalogue({ ...storage, cacheBytes: CASE_CACHE_BYTES });
    const { changeLog } = storage;
    const index = keepIndexed({ dataDir, changeLog, engine, catalogue, onRebuilt: () => undefined });
    return await work({ catalogue, engine, index });
  } finally {
    await engine.close();
    await storage.close();
  }
}
