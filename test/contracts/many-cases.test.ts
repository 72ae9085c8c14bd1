import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedEngine, type EmbeddedEngine } from "../../src/search/embedded/embedded-engine.js";
import type { CaseSearchPage, SearchCasesArguments } from "../../src/search/search-cases.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { generatedQueries } from "../support/generated-queries.js";
import { fill, questionsTo, type FilledEngine } from "./search-engine/harness.js";

/** Of few cases FTS5 answers whole expressions; of many, words one by one, and sets do the rest. */
const clock = { now: () => new Date("2026-11-24T08:00:00Z") };
const QUERIES = 500;

let app: TestApp;
const engines: EmbeddedEngine[] = [];
let asked: readonly FilledEngine[];
beforeAll(async () => {
  app = await openTestApp();
  const edition = app.catalogue.current();
  for (const manyCases of [1_000_000, 1]) {
    const file = join(app.folder, `many-${manyCases}.sqlite`);
    const engine = openEmbeddedEngine({ file, clock, onEmptied: () => undefined, manyCases });
    engines.push(engine);
    await fill(engine, edition);
  }
  asked = engines.map((engine) => questionsTo(engine, edition, edition.vocabulary.glossary));
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await app.close();
});

const foundIn = ({ edges, total, facets, info }: CaseSearchPage): string =>
  JSON.stringify({
    cases: edges.map(({ case: { slug }, isLoose }) => [slug, isLoose]).sort(),
    ...{ total, facets, isLoose: info.isLoose, expansions: info.expansions },
  });

async function both(query: string, more: Partial<SearchCasesArguments>): Promise<readonly string[]> {
  const options = { limit: 100, wantsFacets: true, ...more };
  return Promise.all(asked.map(async (engine) => foundIn(await engine.search(query, options))));
}

test(`both find the same cases, with the same totals and facets, for ${QUERIES} generated queries`, async () => {
  for (const { query, filter } of await generatedQueries(app.catalogue.current(), QUERIES)) {
    const [few, many] = await both(query, { filter });
    expect(many, `${query} ${JSON.stringify(filter)}`).toBe(few);
  }
});

test("both find the same for the beginnings of words, everywhere and in some places alone", async () => {
  const words = await generatedQueries(app.catalogue.current(), QUERIES);
  const beginnings = new Set(
    words.flatMap(({ query }) => query.match(/[a-z]{4,}/g) ?? []).map((one) => one.slice(0, 3)),
  );
  expect(beginnings.size).toBeGreaterThan(50);
  for (const beginning of beginnings) {
    for (const scope of [{}, { fields: ["TITLE"] }, { searchIn: ["RESULT"], locale: "EN" }] as const) {
      const [few, many] = await both(beginning, scope);
      expect(many, `${beginning} ${JSON.stringify(scope)}`).toBe(few);
    }
  }
});
