import { describe, expect } from "vitest";
import { countFacets } from "../../../src/catalogue/facets.js";
import type { CaseView } from "../../../src/catalogue/views.js";
import { caseViewOf } from "../../support/case-views.js";
import { fewTerms, manyTowns } from "../../support/search-corpus.js";
import type { Contract } from "./harness.js";

/** What a query finds by the other wordings of its terms. */
export function describeGlossary({ promise, filledWith }: Contract): void {
  const practice = (slug: string, text: Partial<Record<"zh" | "en", string>>): CaseView =>
    caseViewOf({ slug, sections: { PRACTICE: text } });
  const cells = (): CaseView[] => [
    practice("zh-cells", { zh: "工厂生产锂电池，产量下降。" }),
    practice("en-cells", { en: "The plant makes lithium batteries; output fell." }),
    practice("zh-socks", { zh: "袜子由作坊织成，再由电子商务卖出。" }),
    practice("en-socks", { en: "Socks are knitted in workshops and sold by online retail." }),
  ];

  describe("the glossary", () => {
    promise("a query in one language finds texts in the other, below those that have its words", async () => {
      const { find } = await filledWith(cells(), fewTerms);
      expect(await find("锂电池")).toEqual(["zh-cells", "en-cells"]);
      expect((await find("lithium battery")).sort()).toEqual(["en-cells", "zh-cells"]);
      expect(await find("socks")).toEqual(["en-socks", "zh-socks"]);
      expect(await find("hosiery")).toEqual(expect.arrayContaining(["en-socks", "zh-socks"]));
    });

    promise("a wording counts inside a Han run, over several words and beside other words", async () => {
      const { find, search } = await filledWith(cells(), fewTerms);
      expect((await find("袜业电商")).sort()).toEqual(["en-socks", "zh-socks"]);
      expect(await find("锂电产量下降")).toEqual(["zh-cells"]);
      expect(await find("output lithium battery")).toEqual(["en-cells"]);
      expect((await find("电商 knitted"))[0]).toBe("en-socks");
      expect((await search("电商 knitted")).edges[0]?.isLoose).toBe(false);
    });

    promise(
      "only ever adds: cases with some of the words stay, below those with other wordings",
      async () => {
        const { find, search } = await filledWith(cells(), fewTerms);
        expect(await find("电商 knitted", { useGlossary: false })).toEqual(["en-socks", "zh-socks"]);
        const { edges, total, info } = await search("电商 knitted");
        expect(edges.map((hit) => [hit.case.slug, hit.isLoose])).toEqual([
          ["en-socks", false],
          ["zh-socks", true],
        ]);
        expect([total, info.isLoose]).toEqual([2, true]);
        expect(edges.map(({ score }) => score)).toEqual(
          edges.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      },
    );

    promise("a wording that no case has in any way gives way to its words", async () => {
      const glossary = [{ zh: ["产量大跌"], en: ["falling plant figures"], note: null }];
      const { search } = await filledWith(cells(), glossary);
      const page = await search("falling plant figures", { wantsHighlights: true });
      expect(page.edges.map((hit) => hit.case.slug)).toEqual(["en-cells"]);
      expect(page.edges[0]).toMatchObject({ isLoose: true, matchedTerms: ["plant"] });
    });

    promise("English wordings are known in the singular and the plural, in query and texts", async () => {
      const glossary = [{ zh: ["空心村"], en: ["empty village"], note: null }];
      const { find, search } = await filledWith(
        [practice("zh", { zh: "空心村很多。" }), practice("en", { en: "Empty villages everywhere." })],
        glossary,
      );
      expect(await find("empty villages")).toEqual(["en", "zh"]);
      expect(await find("空心村")).toEqual(["zh", "en"]);
      expect((await search("empty villages")).info.expansions).toEqual([
        { term: "empty villages", expandedTo: ["空心村", "empty village"], reason: "GLOSSARY" },
      ]);
    });

    promise("says which wordings stood in, and does without when told to", async () => {
      const { find, search } = await filledWith(cells(), fewTerms);
      expect((await search("e-commerce 锂电")).info.expansions).toEqual([
        { term: "e-commerce", expandedTo: ["电商", "电子商务", "online retail"], reason: "GLOSSARY" },
        { term: "锂电", expandedTo: ["lithium battery", "lithium batteries", "锂电池"], reason: "GLOSSARY" },
      ]);
      expect((await search("锂电池", { useGlossary: false })).info.expansions).toEqual([]);
      expect(await find("锂电池", { useGlossary: false })).toEqual(["zh-cells"]);
    });

    promise("stays out of quotes and of what is left out", async () => {
      const { find, search } = await filledWith(cells(), fewTerms);
      expect(await find('"锂电池"')).toEqual(["zh-cells"]);
      expect(await find('"socks"')).toEqual(["en-socks"]);
      expect(await find('电商 "socks"')).toEqual(["en-socks"]);
      expect((await find("-socks")).includes("zh-socks")).toBe(true);
      expect(await find("锂电池 -lithium")).toEqual(["zh-cells"]);
      expect((await search('"锂电池" -socks')).info.expansions).toEqual([]);
    });

    promise("a known wording comes before a guess at a typing error", async () => {
      const { find } = await filledWith(
        [practice("typo", { en: "Hosierry is made." }), practice("known", { zh: "袜业兴起。" })],
        fewTerms,
      );
      expect(await find("hosiery")).toEqual(["known", "typo"]);
    });

    promise("looks where the search looks", async () => {
      const { find } = await filledWith(cells(), fewTerms);
      expect(await find("socks", { locale: "ZH" })).toEqual(["zh-socks"]);
      expect(await find("socks", { searchIn: ["RESULT"] })).toEqual([]);
      expect(await find("袜子", { fields: ["NARRATIVE"] })).toEqual(["zh-socks", "en-socks"]);
    });

    promise("what is found so is in totals, facets and pages", async () => {
      const filled = await filledWith([...manyTowns(40), ...cells()], fewTerms);
      const atOnce = await filled.find("trade");
      const { total, facets } = await filled.search("trade", { limit: 7, wantsFacets: true });
      const industry = (await filled.find("industry", { useGlossary: false })).length;
      expect(industry).toBeGreaterThan(7);
      expect(atOnce.length).toBe(total);
      expect(total).toBeGreaterThan(industry);
      expect(facets?.kinds).toEqual(new Map([["EXEMPLARY", total]]));
      expect(facets).not.toEqual(countFacets(filled.edition.columns, {}));
      const second = await filled.search("trade", { limit: 7 });
      const rest = await filled.find("trade", { after: second.edges.at(-1)?.position ?? null });
      expect([...second.edges.map((hit) => hit.case.slug), ...rest]).toEqual(atOnce);
    });

    promise("helps when most of the words must do", async () => {
      const { search } = await filledWith(cells(), fewTerms);
      const page = await search("锂电 knitted submarines output");
      expect(page.info.isLoose).toBe(true);
      expect(page.edges[0]?.case.slug).toBe("en-cells");
    });

    promise("marks the wordings that a case has, where it has none of those typed", async () => {
      const { search } = await filledWith(cells(), fewTerms);
      const { edges } = await search("锂电池", { wantsHighlights: true });
      expect(edges.map(({ matchedTerms }) => matchedTerms)).toEqual([["锂电池"], ["lithium batteries"]]);
    });
  });
}
