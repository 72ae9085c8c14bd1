import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { runSupportScript } from "../support/own-process.js";
import { isSearchProgramMissing, startSearchServer, whyNoSearchProgram } from "../support/search-server.js";

/** What the tests would do where there is no program to start, and these variables are set. */
async function told(env: Record<string, string>): Promise<string> {
  const nothing = { PATH: dirname(process.execPath), EXEMPLAR_TEST_MEILISEARCH: "", MEILI_TEST_URL: "" };
  const script = { ...nothing, EXEMPLAR_REQUIRE_MEILISEARCH: "", ...env };
  return (await runSupportScript("tell-search-server.ts", [], script).ended).said.trim();
}

describe("without a search server, its tests", () => {
  test("are skipped, and say what they lack", async () => {
    expect(await told({})).toMatch(/^\(skipped: no Meilisearch server; set MEILI_TEST_URL/);
  });

  test("fail where one is required", async () => {
    expect(await told({ EXEMPLAR_REQUIRE_MEILISEARCH: "1" })).toMatch(
      /^A Meilisearch server is required: set/,
    );
  });
});

test.skipIf(isSearchProgramMissing)(
  `the server at MEILI_TEST_URL is used, with MEILI_TEST_KEY, and left running${whyNoSearchProgram}`,
  async () => {
    const server = await startSearchServer();
    try {
      const given = { MEILI_TEST_URL: server.url, MEILI_TEST_KEY: server.key };
      expect(await told(given)).toBe(`${server.url} ${server.version}`);
      expect((await fetch(`${server.url}/health`)).ok).toBe(true);
    } finally {
      await server.stop("SIGKILL");
      rmSync(server.folder, { recursive: true, force: true });
    }
  },
);
