import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { seedsFolder } from "../../src/project-folders.js";
import { openTestApp, PUBLISHED_CASES, type TestApp } from "../support/app.js";
import { faults, startFaultyServer, type Fault, type FaultyServer } from "../support/faulty-server.js";
import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "../support/search-server.js";

const query = `query ($query: String!) {
  searchCases(query: $query, first: 100) {
    totalCount
    facets { provinces { value count } }
    nodes { slug }
    searchInfo { engine isDegraded degradedBecause pendingChanges }
  }
}`;

interface Answer {
  readonly searchCases: {
    readonly totalCount: number;
    readonly facets: unknown;
    readonly nodes: readonly { readonly slug: string }[];
    readonly searchInfo: {
      readonly engine: string;
      readonly isDegraded: boolean;
      readonly degradedBecause: string | null;
      readonly pendingChanges: number;
    };
  };
}

describe.skipIf(isSearchServerMissing)(`a search server that${whyNoSearchServer}`, () => {
  let server: Awaited<ReturnType<typeof openSearchServer>>;
  let faulty: FaultyServer;
  let app: TestApp;
  beforeAll(async () => {
    server = await openSearchServer();
    faulty = await startFaultyServer(server.url);
    app = await openTestApp(undefined, {
      MEILI_URL: faulty.url,
      ...(server.canMakeKeys ? { MEILI_MASTER_KEY: server.key } : givenKeys(server.key)),
      MEILI_INDEX_PREFIX: `down_${process.pid}_`,
      MEILI_TIMEOUT_MS: "2000",
      EXEMPLAR_ANSWER_CACHE_BYTES: "off",
    });
    await app.indexes.server?.kept.catchUp();
    await until(async () => (await find("特色小镇")).searchInfo.engine === "MEILISEARCH");
  });
  afterAll(async () => {
    await app.close();
    await faulty.close();
    await server.close();
  });

  const find = async (text: string) => (await app.data<Answer>(query, { query: text })).searchCases;

  const trouble: readonly [string, string, Fault][] = [
    ["refuses connections", "UNREACHABLE", faults.refuses],
    ["breaks off in the middle of an answer", "BROKEN_ANSWER", faults.breaksOff],
    ["gives no answer", "TIMED_OUT", faults.isSilent],
    ["answers with what is no JSON", "BROKEN_ANSWER", faults.talksNonsense],
    ["answers 500", "REFUSED", faults.answers(500, "internal")],
    ["answers 503 with a full disk", "REFUSED", faults.answers(503, "no_space_left_on_device")],
    ["answers 429", "REFUSED", faults.answers(429, "too_many_search_requests")],
    ["does not know the key", "REFUSED", faults.answers(403, "invalid_api_key")],
    ["lets the key do nothing", "REFUSED", faults.answers(403, "invalid_api_key")],
  ];
  test.each(trouble)(
    "%s leaves the answers as they are (%s), and is asked again when it is back",
    async (_, because, fault) => {
      const before = await find("特色小镇");
      expect(before.searchInfo).toMatchObject({ engine: "MEILISEARCH", isDegraded: false });
      faulty.fail(fault);
      const meanwhile = await find("特色小镇");
      expect(meanwhile.searchInfo).toEqual({
        ...{ engine: "EMBEDDED", isDegraded: true, degradedBecause: because, pendingChanges: 0 },
      });
      expect([meanwhile.totalCount, meanwhile.facets]).toEqual([before.totalCount, before.facets]);
      expect(slugsOf(meanwhile)).toEqual(slugsOf(before));
      faulty.fail(null);
      await until(async () => !(await find("特色小镇")).searchInfo.isDegraded);
      expect((await find("特色小镇")).searchInfo.engine).toBe("MEILISEARCH");
    },
  );

  test("has lost its index by hand is filled again", async () => {
    const uid = `down_${process.pid}_cases`;
    await server.ask("DELETE", `/indexes/${uid}`);
    await becomesDegraded("NOT_READY");
    await app.indexes.server?.kept.catchUp();
    await until(async () => !(await find("小镇")).searchInfo.isDegraded);
    expect((await find("")).totalCount).toBe(PUBLISHED_CASES);
  });

  test("has been emptied by hand is filled again", async () => {
    const uid = `down_${process.pid}_cases`;
    await server.ask("DELETE", `/indexes/${uid}/documents`);
    await becomesDegraded("NOT_READY");
    await app.indexes.server?.kept.catchUp();
    await until(async () => !(await find("小镇")).searchInfo.isDegraded);
    expect((await find("小镇")).totalCount).toBe(PUBLISHED_CASES);
  });

  test("has gone back to an earlier state is not asked until it has taken in what it lacks", async () => {
    const uid = `down_${process.pid}_cases`;
    const earlier = { id: "exemplar-index-state", contentRevision: 0, stamp: "earlier" };
    await server.ask("PUT", `/indexes/${uid}/documents`, [earlier]);
    await becomesDegraded("BEHIND");
    expect((await find("小镇")).totalCount).toBe(PUBLISHED_CASES);
    await app.indexes.server?.kept.catchUp();
    await until(async () => !(await find("小镇")).searchInfo.isDegraded);
    expect((await find("小镇")).searchInfo).toMatchObject({ engine: "MEILISEARCH", pendingChanges: 0 });
  });

  test("names cases that the database does not have is not believed", async () => {
    const before = await find("特色小镇");
    const uid = `down_${process.pid}_cases`;
    const { results } = await server.ask<{ results: Record<string, unknown>[] }>(
      "GET",
      `/indexes/${uid}/documents?limit=2&filter=isCase%20%3D%20true`,
    );
    await server.ask("POST", `/indexes/${uid}/documents`, [{ ...results[0], id: "Q2FzZTpub2JvZHk" }]);
    const after = await find("特色小镇");
    expect([after.totalCount, slugsOf(after)]).toEqual([before.totalCount, slugsOf(before)]);
    expect(after.searchInfo.isDegraded).toBe(false);
    const report = await app.indexes.server?.kept.repair();
    expect(report).toMatchObject({ differences: [], refused: [] });
  });

  test("still has a case that was withdrawn a moment ago does not show it, and says that it is behind", async () => {
    const { files } = readSeedFiles(seedsFolder);
    const withdrawn = (await find("袜业")).nodes[0]?.slug;
    await app.seed({ ...files, cases: files.cases.filter(({ content }) => content.slug !== withdrawn) });
    const { nodes, searchInfo, totalCount } = await find("");
    expect(searchInfo).toMatchObject({ engine: "MEILISEARCH", isDegraded: false, pendingChanges: 1 });
    expect(totalCount).toBe(PUBLISHED_CASES - 1);
    expect(slugsOf({ ...(await find("袜业")), nodes })).not.toContain(withdrawn);
    expect(slugsOf(await find("袜业"))).not.toContain(withdrawn);
  });

  async function becomesDegraded(because: string): Promise<void> {
    await until(async () => (await find("小镇")).searchInfo.isDegraded);
    expect((await find("小镇")).searchInfo.degradedBecause).toBe(because);
  }
});

const givenKeys = (key: string) => ({ MEILI_SEARCH_KEY: key, MEILI_INDEX_KEY: key });

const slugsOf = ({ nodes }: Answer["searchCases"]): string[] => nodes.map(({ slug }) => slug).sort();

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(100);
}
