import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { CaseView } from "../../src/catalogue/views.js";
import { vocabularyNamesOf } from "../../src/search/vocabulary-names.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf, label, vocabulary } from "../support/content.js";

interface Found {
  readonly edges: readonly {
    readonly matchedTerms: readonly string[];
    readonly highlights: readonly { readonly field: string; readonly text: string }[];
    readonly node: { readonly slug: string; readonly kind: string };
  }[];
}

async function search(app: TestApp, query: string, more = ""): Promise<Found["edges"]> {
  const { searchCases } = await app.data<{ searchCases: Found }>(
    `query ($query: String!) {
      searchCases(query: $query, first: 100 ${more}) {
        edges { matchedTerms highlights { field text } node { slug kind } }
      }
    }`,
    { query },
  );
  return searchCases.edges;
}

describe("the words that a case carries", () => {
  let app: TestApp;
  let views: readonly CaseView[];
  beforeAll(async () => {
    app = await openTestApp();
    const { cases, columns } = app.catalogue.current();
    views = (await cases([...columns.facts].map(({ id }) => id))).filter((view) => view !== null);
  });
  afterAll(() => app.close());

  test("find it by every name, in both languages and in their own field", { timeout: 120_000 }, async () => {
    const slugsByName = new Map<string, string[]>();
    for (const view of views) {
      for (const name of vocabularyNamesOf(view).flatMap(({ zh, en }) => [zh, en])) {
        if (name) slugsByName.set(name, [...(slugsByName.get(name) ?? []), view.slug]);
      }
    }
    const missed: string[] = [];
    for (const [name, slugs] of slugsByName) {
      const found = (await search(app, `"${name}"`, ", fields: [TAG]")).map(({ node }) => node.slug);
      if (slugs.some((slug) => !found.includes(slug))) missed.push(name);
    }
    expect(missed).toEqual([]);
  });

  test.each([
    ["河北", 3],
    ["Hebei", 3],
    ["农业转移人口市民化", 4],
    ["传统文化传承保护", 5],
    ["开拓城镇化建设新空间", 4],
  ])("%s finds all %i cases", async (query, count) => {
    expect(await search(app, query, ", useGlossary: false")).toHaveLength(count);
  });

  test.each(["缺人才", "产业空心化", "老行当衰落", "名不副实", "Industry hollowed out"])(
    "the problem %s is found, and shown where it matched",
    async (query) => {
      const [first] = await search(app, query);
      expect(first?.matchedTerms.length).toBeGreaterThan(0);
      expect(first?.highlights.map(({ field }) => field)).toContain("TAG");
    },
  );

  test.each(["警示案例", "哪些小镇被警示了", "which towns were warned?", "失败的小镇", "failed towns"])(
    "%s finds every cautionary case",
    async (query) => {
      const warned = views.filter(({ kind }) => kind === "CAUTIONARY").map(({ slug }) => slug);
      const found = (await search(app, query)).map(({ node }) => node.slug);
      expect(found).toEqual(expect.arrayContaining(warned));
    },
  );
});

test("a renamed region, category or problem is found by its new name, and no longer by the old one", async () => {
  const problems = [{ problem: "thin-margins", evidence: ["f1"] }];
  const cases = [aCase({ slug: "one", problems })];
  const app = await openTestApp(contentOf(cases));
  onTestFinished(() => app.close());
  const found = async (query: string) => (await search(app, `"${query}"`)).map(({ node }) => node.slug);
  const files = [
    "vocabulary/regions.yaml",
    "vocabulary/categories.yaml",
    "vocabulary/problems.yaml",
  ] as const;
  for (const file of files) {
    const { name } = vocabulary[file][0] ?? { name: label("", "") };
    expect([file, await found(name.zh), await found(name.en)]).toEqual([file, ["one"], ["one"]]);
    const renamed = [{ ...vocabulary[file][0], name: label("另起新名", "Quite another") }];
    await app.seed(contentOf(cases, { [file]: [...renamed, ...vocabulary[file].slice(1)] }));
    expect([file, await found("另起新名"), await found("quite another")]).toEqual([file, ["one"], ["one"]]);
    expect([file, await found(name.zh)]).toEqual([file, []]);
    await app.seed(contentOf(cases));
  }
});
