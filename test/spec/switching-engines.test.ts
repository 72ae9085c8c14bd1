import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { schemaFolder } from "../../src/project-folders.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "../support/search-server.js";

const fullText = readFileSync(join(schemaFolder, "operations/research-full-text.graphql"), "utf8");

interface Answer {
  readonly searchCases: {
    readonly totalCount: number;
    readonly facets: unknown;
    readonly edges: readonly {
      readonly matchedTerms: readonly string[];
      readonly highlights: unknown;
      readonly node: { readonly slug: string };
    }[];
    readonly searchInfo: { readonly engine: string; readonly isDegraded: boolean };
  };
}

/** What researchers ask for: words, questions, phrases, what is left out, filters, sections, nothing. */
const asked: readonly (readonly [string, object])[] = [
  ["地理信息", {}],
  ["新能源汽车", { searchIn: ["PRACTICE"] }],
  ["怎样吸引民间资本", {}],
  ['"特色小镇" -旅游', {}],
  ["lithium battery", {}],
  ["geografic information", {}],
  ["房地产", { filter: { kinds: ["CAUTIONARY"] } }],
  ["产业", { filter: { provinces: ["330000"] } }],
  ["", {}],
];

describe.skipIf(isSearchServerMissing)(`a portal that switches engines${whyNoSearchServer}`, () => {
  let [embedded, meilisearch]: TestApp[] = [];
  let closeServer: () => Promise<void>;
  beforeAll(async () => {
    const { url, key, close } = await openSearchServer();
    closeServer = close;
    embedded = await openTestApp();
    meilisearch = await openTestApp(undefined, {
      ...{ MEILI_URL: url, MEILI_SEARCH_KEY: key, MEILI_INDEX_KEY: key },
      ...{ MEILI_INDEX_PREFIX: `switched_${process.pid}_`, MEILI_TIMEOUT_MS: "30000" },
    });
    const { indexes } = meilisearch;
    await indexes.server?.kept.catchUp();
    // It was asked at the start already, when it had nothing.
    await vi.waitFor(() => expect(indexes.degradedBecause()).toBeNull(), { timeout: 30_000, interval: 50 });
  });
  afterAll(async () => {
    await meilisearch?.close();
    await embedded?.close();
    await closeServer();
  });

  test.each(asked)("finds the same by the operation of full text: %s %o", async (query, more) => {
    const variables = { query, first: 100, ...more };
    const [ours, theirs] = await Promise.all(
      [embedded, meilisearch].map(async (app) => (await app?.data<Answer>(fullText, variables))?.searchCases),
    );
    expect(ours?.searchInfo).toMatchObject({ engine: "EMBEDDED", isDegraded: false });
    expect(theirs?.searchInfo).toMatchObject({ engine: "MEILISEARCH", isDegraded: false });
    expect(foundIn(theirs)).toEqual(foundIn(ours));
    expect(theirs?.totalCount).toBeGreaterThan(0);
  });
});

const foundIn = (answer: Answer["searchCases"] | undefined) => ({
  total: answer?.totalCount,
  facets: answer?.facets,
  hits: answer?.edges
    .map(({ node: { slug }, matchedTerms, highlights }) => ({ slug, matchedTerms, highlights }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
});
