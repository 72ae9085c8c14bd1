import { afterAll, beforeAll, expect, test } from "vitest";
import { searchCases } from "../../src/search/search-cases.js";
import { openTestApp, type TestApp } from "../support/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function found(query: string, useGlossary: boolean): Promise<ReadonlySet<string>> {
  const { edges } = await searchCases(app.engine, app.catalogue.current(), {
    ...{ query, useGlossary, filter: {}, sort: "RELEVANCE" as const, limit: 100, after: null },
    ...{ wantsFacets: false, wantsHighlights: false, wantsWholeCases: false },
  });
  return new Set(edges.map((hit) => hit.case.slug));
}

test(
  "every wording of the glossary finds with it at least what it finds without it",
  { timeout: 120_000 },
  async () => {
    const wordings = app.catalogue.current().vocabulary.glossary.flatMap(({ zh, en }) => [...zh, ...en]);
    expect(wordings.length).toBeGreaterThan(500);
    const losing: string[] = [];
    for (const wording of wordings) {
      const withGlossary = await found(wording, true);
      const without = await found(wording, false);
      if ([...without].some((slug) => !withGlossary.has(slug))) losing.push(wording);
    }
    expect(losing).toEqual([]);
  },
);
