import { describe, expect } from "vitest";
import type { SearchPosition } from "../../../src/search/search-engine.js";
import { caseViewOf, editionOf } from "../../support/case-views.js";
import { manyTowns, towns } from "../../support/search-corpus.js";
import { questionsTo, type Contract, type FilledEngine } from "./harness.js";

/** In which order hits come, and in which pages. */
export function describeRanking({ promise, filledWith }: Contract): void {
  describe("order", () => {
    promise("the string as typed, then all words, then the unfinished word", async () => {
      const practice = (slug: string, en: string) => caseViewOf({ slug, sections: { PRACTICE: { en } } });
      const { find } = await filledWith([
        practice("prefix", "Lithium for batterypacks."),
        practice("words", "The battery has lithium."),
        practice("literal", "A plant makes things. Among them is the lithium battery, and many others too."),
      ]);
      expect(await find("lithium battery")).toEqual(["literal", "words", "prefix"]);
    });

    promise("a word that some text has is no typing error: only itself is found", async () => {
      const practice = (slug: string, en: string) => caseViewOf({ slug, sections: { PRACTICE: { en } } });
      const { find } = await filledWith([
        practice("smart", "Smart machines."),
        practice("start", "A start was made."),
      ]);
      expect(await find("smart machines")).toEqual(["smart"]);
      expect(await find("smarl machines")).toEqual(["smart"]);
    });

    promise("hits in a title or a town's name come before others", async () => {
      const { find } = await filledWith([
        caseViewOf({ slug: "text", sections: { PRACTICE: { en: "Hosiery, hosiery and again hosiery." } } }),
        caseViewOf({
          slug: "title",
          title: { zh: "", en: "A long title in which hosiery is one word of many" },
        }),
        caseViewOf({ slug: "name", town: { zh: "", en: "Hosiery Town" } }),
      ]);
      expect((await find("hosiery")).at(-1)).toBe("text");
    });

    promise("scores fall from hit to hit and lie between 0 and 1", async () => {
      const { search } = await filledWith(manyTowns(40));
      const scores = (await search("town", { limit: 100 })).edges.map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(3);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    });

    promise("another order is the catalogue's", async () => {
      const { find } = await filledWith(towns());
      const byUpdate = await find("小镇", { sort: "UPDATED_DESC" });
      expect(byUpdate.slice(0, 2)).toEqual(["ningde", "qujing"]);
      expect(byUpdate.length).toBe(5);
      expect(await find("小镇", { sort: "TITLE_EN_ASC" })).toEqual([
        "deqing",
        "ningde",
        "qujing",
        "suzhou",
        "zhuji",
      ]);
      expect(await find("小镇", { sort: "TITLE_ZH_ASC" })).toEqual([
        "deqing",
        "ningde",
        "qujing",
        "suzhou",
        "zhuji",
      ]);
    });

    promise("a blank query browses all cases by category", async () => {
      const { find } = await filledWith(towns());
      for (const query of ["", "  ", "\u3000"]) {
        expect(await find(query), query).toEqual(["deqing", "ningde", "zhuji", "qujing", "suzhou", "hefei"]);
      }
      expect(await find("", { sort: "TITLE_EN_ASC" })).toEqual([
        "deqing",
        "hefei",
        "ningde",
        "qujing",
        "suzhou",
        "zhuji",
      ]);
    });
  });

  describe("pages", () => {
    promise("have each hit once, whatever their size and order", async () => {
      const filled = await filledWith(manyTowns(60));
      for (const query of [
        "产业 信息",
        "industry",
        "vehicel",
        "",
        "-产业",
        "energy school culture tourism",
      ]) {
        for (const sort of ["RELEVANCE", "UPDATED_DESC"] as const) {
          const { total } = await filled.search(query, { sort });
          const atOnce = await filled.find(query, { sort });
          expect(atOnce.length).toBe(total);
          for (const limit of [1, 7, 25]) {
            expect(await walk(filled, query, { sort, limit }), `${query} ${sort} ${limit}`).toEqual(atOnce);
          }
        }
      }
    });

    promise("say what comes before and after them", async () => {
      const { search } = await filledWith(manyTowns(10));
      const first = await search("", { limit: 4 });
      const last = await search("", { limit: 6, after: first.edges.at(-1)?.position ?? null });
      expect(first).toMatchObject({ total: 10, hasNextPage: true, hasPreviousPage: false });
      expect(last).toMatchObject({ total: 10, hasNextPage: false, hasPreviousPage: true });
      const beyond = await search("", { limit: 6, after: last.edges.at(-1)?.position ?? null });
      expect(beyond).toMatchObject({ total: 10, edges: [], hasNextPage: false });
    });

    promise("go on behind the last hit when a case is put before it, or taken away", async () => {
      const views = manyTowns(20);
      const { engine, search, find } = await filledWith(views);
      const all = await find("");
      const first = await search("", { limit: 8 });
      const after = first.edges.at(-1)?.position ?? null;
      const newcomer = caseViewOf({
        slug: "newcomer",
        title: { zh: "啊", en: "A" },
        category: "NEW_INDUSTRY_CLUSTER",
      });
      const grown = questionsTo(engine, editionOf([...views, newcomer]));
      await engine.apply({
        after: 1,
        contentRevision: 2,
        changes: [{ put: { id: newcomer.id, texts: [] } }],
      });
      expect((await grown.find("")).indexOf("newcomer")).toBeLessThan(8);
      expect(await grown.find("", { after })).toEqual(all.slice(8));
      const shrunk = questionsTo(engine, editionOf(views.filter(({ slug }) => slug !== all[7])));
      expect(await shrunk.find("", { after })).toEqual(all.slice(8));
    });
  });
}

async function walk(
  { search }: FilledEngine,
  query: string,
  options: { readonly sort: "RELEVANCE" | "UPDATED_DESC"; readonly limit: number },
): Promise<string[]> {
  const slugs: string[] = [];
  let after: SearchPosition | null = null;
  for (;;) {
    const page = await search(query, { ...options, after });
    slugs.push(...page.edges.map((hit) => hit.case.slug));
    if (!page.hasNextPage) return slugs;
    after = page.edges.at(-1)?.position ?? null;
  }
}
