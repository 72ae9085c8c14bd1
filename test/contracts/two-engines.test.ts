import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openEmbeddedEngine } from "../../src/search/embedded/embedded-engine.js";
import { openMeilisearchEngine } from "../../src/search/meilisearch/engine.js";
import { givenKeys } from "../../src/search/meilisearch/keys.js";
import type { CaseSearchPage, SearchCasesArguments } from "../../src/search/search-cases.js";
import type { SearchEngine } from "../../src/search/search-engine.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { generatedQueries } from "../support/generated-queries.js";
import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "../support/search-server.js";
import { fill, questionsTo, type FilledEngine } from "./search-engine/harness.js";

vi.setConfig({ testTimeout: 900_000, hookTimeout: 600_000 });

const clock = { now: () => new Date("2026-11-24T08:00:00Z") };
const QUERIES = 2_000;

describe.skipIf(isSearchServerMissing)(`two engines over the published cases${whyNoSearchServer}`, () => {
  const engines: SearchEngine[] = [];
  let app: TestApp;
  let closeServer: () => Promise<void>;
  let embedded: FilledEngine;
  let meilisearch: FilledEngine;
  beforeAll(async () => {
    const { url, key, close } = await openSearchServer();
    closeServer = close;
    app = await openTestApp();
    const edition = app.catalogue.current();
    const file = join(app.folder, "compared.sqlite");
    const ours = openEmbeddedEngine({ file, clock, onEmptied: () => undefined });
    const theirs = openMeilisearchEngine({
      ...{ url, keys: givenKeys(key, key), clock, timeoutMs: 30_000, onNearLimit: () => undefined },
      indexPrefix: `compared_${process.pid}_`,
    });
    engines.push(ours, theirs);
    for (const engine of engines) await fill(engine, edition);
    embedded = questionsTo(ours, edition, edition.vocabulary.glossary);
    meilisearch = questionsTo(theirs, edition, edition.vocabulary.glossary);
  });
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await app.close();
    await closeServer();
  });

  const both = (query: string, more: Partial<SearchCasesArguments>): Promise<CaseSearchPage[]> => {
    const options = { limit: 100, wantsFacets: true, ...more };
    return Promise.all([embedded, meilisearch].map((engine) => engine.search(query, options)));
  };

  test(`find the same cases, with the same totals and facets, for ${QUERIES} generated queries`, async () => {
    const differing: string[] = [];
    let otherOrder = 0;
    for (const { query, filter } of await generatedQueries(app.catalogue.current(), QUERIES)) {
      const pages = await both(query, { filter });
      const [ours, theirs] = pages.map(foundIn);
      const [first, second] = pages.map(slugsOf);
      if (ours !== theirs) differing.push(`${query} ${JSON.stringify(filter)}`);
      else if (first?.join() !== second?.join()) otherOrder += 1;
    }
    console.info(
      `${QUERIES} queries to both engines: ${differing.length} other cases, ${otherOrder} another order`,
    );
    expect(differing).toEqual([]);
  });

  test("look in the same places", async () => {
    const scopes = [
      ...[{ locale: "ZH" }, { locale: "EN" }, { fields: ["TITLE", "TOWN"] }, { fields: ["TAG"] }],
      ...[{ searchIn: ["PRACTICE"] }, { searchIn: ["RESULT", "LESSON"], locale: "ZH" }],
    ] as const satisfies Partial<SearchCasesArguments>[];
    for (const { query } of await generatedQueries(app.catalogue.current(), 160)) {
      for (const scope of scopes) {
        const [ours, theirs] = (await both(query, scope)).map(foundIn);
        expect(theirs, `${query} ${JSON.stringify(scope)}`).toEqual(ours);
      }
    }
  });
});

/** What has to be the same; order may differ. */
function foundIn({ edges, total, facets, info }: CaseSearchPage): string {
  const cases = edges.map(({ case: { slug }, isLoose }) => [slug, isLoose]).sort();
  const counts = Object.entries(facets ?? {}).map(([group, found]) => [group, [...found].sort()]);
  return JSON.stringify({ cases, total, counts, isLoose: info.isLoose, expansions: info.expansions });
}

const slugsOf = ({ edges }: CaseSearchPage): string[] => edges.map((edge) => edge.case.slug);
