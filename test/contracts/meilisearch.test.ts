import { afterAll, beforeAll, describe, vi } from "vitest";
import { openMeilisearchEngine, type MeilisearchEngine } from "../../src/search/meilisearch/engine.js";
import { givenKeys } from "../../src/search/meilisearch/keys.js";
import {
  isSearchServerMissing,
  openSearchServer,
  whyNoSearchServer,
  type SearchServer,
} from "../support/search-server.js";
import { describeSearchEngine } from "./search-engine.contract.js";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

describe.skipIf(isSearchServerMissing)(`on a real server${whyNoSearchServer}`, () => {
  let server: SearchServer & { close(): Promise<void> };
  let prefixes = 0;
  beforeAll(async () => {
    server = await openSearchServer();
  });
  afterAll(() => server.close());

  const open = (): MeilisearchEngine =>
    openMeilisearchEngine({
      url: server.url,
      keys: givenKeys(server.key, server.key),
      indexPrefix: `contract_${process.pid}_${(prefixes += 1)}_`,
      timeoutMs: 10_000,
      clock: { now: () => new Date("2026-11-24T08:00:00Z") },
      onNearLimit: () => undefined,
    });

  describeSearchEngine("the Meilisearch engine", () => Promise.resolve(open()));
});
