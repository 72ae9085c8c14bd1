import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edition } from "../../src/catalogue/edition.js";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { keepSeeded } from "../../src/content/keep-seeded.js";
import { openKnowledgeBase } from "../../src/knowledge-base.js";
import { seedsFolder } from "../../src/project-folders.js";
import type { Index } from "../../src/search-indexes.js";
import { isSearchServerMissing, openSearchServer } from "../support/search-server.js";

export interface JudgedIndexes {
  /** Filled, the one inside the service first, and one on a search server where there is one. */
  readonly indexes: readonly Index[];
  readonly edition: Edition;
  close(): Promise<void>;
}

/** Opens the real content in a folder of its own, and on a search server where there is one. */
export async function openJudgedIndexes(): Promise<JudgedIndexes> {
  const folder = mkdtempSync(join(tmpdir(), "exemplar-relevance-"));
  const server = isSearchServerMissing ? null : await openSearchServer();
  const nobody = (): void => undefined;
  const { storage, catalogue, indexes } = await openKnowledgeBase({
    config: loadConfig({
      EXEMPLAR_DATA_DIR: folder,
      ...(server && {
        ...{ MEILI_URL: server.url, MEILI_SEARCH_KEY: server.key, MEILI_INDEX_KEY: server.key },
        ...{ MEILI_INDEX_PREFIX: `evaluated_${process.pid}_`, MEILI_TIMEOUT_MS: "30000" },
      }),
    }),
    clock: systemClock,
    onStorage: async (storage) => void (await keepSeeded(storage, seedsFolder)),
    onEmptied: nobody,
    onRebuilt: nobody,
  });
  const close = async (): Promise<void> => {
    await indexes.close();
    await storage.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const all = [indexes.embedded, ...(indexes.server ? [indexes.server] : [])];
    for (const { kept } of all) await kept.catchUp();
    return { indexes: all, edition: catalogue.current(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
