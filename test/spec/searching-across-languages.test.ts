import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

interface Found {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly score: number;
    readonly matchedTerms: readonly string[];
    readonly node: { readonly slug: string };
  }[];
  readonly facets: { readonly kinds: readonly { readonly count: number }[] };
  readonly searchInfo: { readonly isLoose: boolean; readonly expansions: readonly object[] };
}

/** Searches with these arguments, as GraphQL writes them. */
async function search(args: string): Promise<Found> {
  const { searchCases } = await app.data<{ searchCases: Found }>(`{
    searchCases(first: 100, ${args}) {
      totalCount edges { score matchedTerms node { slug } } facets { kinds { count } }
      searchInfo { isLoose expansions { term expandedTo reason } }
    }
  }`);
  return searchCases;
}

const slugs = ({ edges }: Found): string[] => edges.map(({ node }) => node.slug);

describe("a search in one language", () => {
  test("finds text in the other, and says by which words", async () => {
    const found = await search('query: "hosiery", locale: ZH');
    expect(slugs(found)).toContain("zhuji-hosiery-town");
    expect(found.edges[0]?.matchedTerms.join()).toMatch(/袜/);
    expect(found.searchInfo).toMatchObject({ isLoose: false });
    expect(found.searchInfo.expansions).toEqual([
      {
        term: "hosiery",
        expandedTo: expect.arrayContaining(["袜业", "socks"]) as string[],
        reason: "GLOSSARY",
      },
    ]);
    const kinds = found.facets.kinds.reduce((sum, { count }) => sum + count, 0);
    expect([found.totalCount, kinds]).toEqual([found.edges.length, found.edges.length]);
  });

  test("ranks what is found so below what has the words", async () => {
    const asTyped = await search('query: "subsidy", useGlossary: false');
    const withGlossary = await search('query: "subsidy"');
    expect(withGlossary.totalCount).toBeGreaterThan(asTyped.totalCount);
    expect(slugs(withGlossary).slice(0, asTyped.totalCount)).toEqual(slugs(asTyped));
  });

  test("does without the glossary only when told to", async () => {
    const without = await search('query: "hosiery", locale: ZH, useGlossary: false');
    expect(without).toMatchObject({ totalCount: 0, searchInfo: { expansions: [] } });
    expect(await search('query: "hosiery", locale: ZH, useGlossary: null')).toEqual(
      await search('query: "hosiery", locale: ZH'),
    );
    expect(await search('query: "\\"hosiery\\"", locale: ZH')).toMatchObject({ totalCount: 0 });
  });

  test("makes sense of a sentence without a space", async () => {
    const found = await search('query: "织袜子的小作坊怎么转型升级？"');
    expect(slugs(found)[0]).toBe("zhuji-hosiery-town");
  });
});
