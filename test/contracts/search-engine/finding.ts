import { describe, expect } from "vitest";
import { passagesOf } from "../../../src/search/passages.js";
import { caseViewOf } from "../../support/case-views.js";
import { manyTowns, towns } from "../../support/search-corpus.js";
import type { Contract } from "./harness.js";

/** What a query finds and what it does not. */
export function describeFinding({ promise, filledWith }: Contract): void {
  describe("Chinese", () => {
    promise(
      "every string of two to six characters finds the cases that have it, quoted no others",
      async () => {
        const { search } = await filledWith(towns());
        for (const [wanted, slugs] of chineseStrings()) {
          const plain = await search(wanted, { limit: 100 });
          const found = plain.edges.map((hit) => hit.case.slug);
          expect(found.slice(0, slugs.size).sort(), wanted).toEqual([...slugs].sort());
          expect((await search(`"${wanted}"`)).total, wanted).toBe(slugs.size);
        }
      },
    );

    promise("one character is found wherever it stands", async () => {
      const { find } = await filledWith(towns());
      expect((await find("袜")).sort()).toEqual(["zhuji"]);
      expect((await find("人")).sort()).toEqual(["suzhou", "zhuji"]);
    });

    promise("traditional and simplified characters are the same", async () => {
      const { find } = await filledWith(towns());
      expect(await find("襪業")).toEqual(await find("袜业"));
      expect(await find("襪業")).toEqual(["zhuji"]);
      expect(await find("「鋰電池」")).toEqual(["ningde"]);
    });

    promise("a long run is also met by its words, behind those that have it whole", async () => {
      const { find, search } = await filledWith(towns());
      expect(await find("地理信息产业链")).toEqual(["deqing"]);
      expect(await find("地理信息机器")).toEqual(["zhuji"]);
      expect((await search("地理信息机器")).info.isLoose).toBe(false);
      expect(await find('"地理信息机器"')).toEqual([]);
    });
  });

  describe("Latin words", () => {
    promise("every word finds the cases that have it", async () => {
      const { find } = await filledWith(towns());
      for (const [word, slugs] of latinWords()) {
        expect(await find(word), word).toEqual(expect.arrayContaining([...slugs]));
        expect((await find(`"${word}"`)).sort(), word).toEqual([...slugs].sort());
      }
    });

    promise("full-width letters and digits, case and diacritics make no difference", async () => {
      const { find } = await filledWith(towns());
      expect(await find("Ｌｉｔｈｉｕｍ　BÀTTERY")).toEqual(["ningde"]);
      expect(await find("２０１９年")).toEqual(["deqing"]);
    });

    promise("compound words are found whole and by their parts", async () => {
      const { find } = await filledWith(towns());
      expect(await find("e-commerce")).toEqual(["zhuji"]);
      expect(await find("commerce")).toEqual(["zhuji"]);
      for (const query of ["R&D", "5G", "7.4", "7.4亿元", "5G基站", "1200", "1,200", "1,200家"]) {
        expect(await find(query), query).toEqual(["deqing"]);
      }
    });

    promise("the last word may be unfinished, others may not", async () => {
      const { find, search } = await filledWith(towns());
      expect(await find("embroid")).toEqual(["suzhou"]);
      expect(await find("street embroid")).toEqual(["suzhou"]);
      expect((await search("street embroid")).info.isLoose).toBe(false);
      expect((await search("embroid street")).info.isLoose).toBe(true);
      expect(await find('"embroid"')).toEqual([]);
    });

    promise("typing errors are forgiven, but not in quotes and not in figures", async () => {
      const { find, search } = await filledWith(towns());
      expect(await find("geografic")).toEqual(["deqing"]);
      expect(await find("lithium batery")).toEqual(["ningde"]);
      expect(await find("hosiary town")).toEqual(["zhuji"]);
      expect(await find('"geografic"')).toEqual([]);
      expect(await find("2091")).toEqual([]);
      expect((await search("lithium batery")).info.expansions).toContainEqual({
        term: "batery",
        expandedTo: ["battery"],
        reason: "TYPO",
      });
    });
  });

  describe("phrases and negations", () => {
    promise("a phrase stands together, in either language and across both", async () => {
      const { find } = await filledWith(towns());
      expect(await find('"electric cars"')).toEqual(["ningde"]);
      expect(await find('"cars electric"')).toEqual([]);
      expect(await find("“新能源汽车”")).toEqual(["ningde"]);
      expect(await find("「5G基站」")).toEqual(["deqing"]);
      expect(await find('"lithium battery')).toEqual(["ningde"]);
    });

    promise("no phrase goes from one text into the next", async () => {
      const { find } = await filledWith(towns());
      expect(await find('"digital economy surveying"')).toEqual([]);
      expect(await find("“小镇大唐”")).toEqual([]);
    });

    promise("a minus leaves out words, phrases and nothing in the middle of a word", async () => {
      const { find } = await filledWith(towns());
      expect((await find("town -hosiery")).includes("zhuji")).toBe(false);
      expect((await find("信息")).sort()).toEqual(["deqing", "qujing", "zhuji"]);
      expect((await find("信息 -袜业")).sort()).toEqual(["deqing", "qujing"]);
      expect((await find("信息 -「地理信息」")).sort()).toEqual(["qujing", "zhuji"]);
      expect((await find("信息 -geogr")).sort()).toEqual(["deqing", "qujing", "zhuji"]);
      expect((await find("-信息")).sort()).toEqual(["hefei", "ningde", "suzhou"]);
    });
  });

  describe("when nothing has everything", () => {
    promise("some of the words are enough, and the answer says so", async () => {
      const { search, find } = await filledWith(towns());
      const page = await search("electric lithium submarines");
      expect(page.info.isLoose).toBe(true);
      expect(page.edges.map((hit) => hit.case.slug)).toEqual(["ningde"]);
      expect((await search("锂电站")).info.isLoose).toBe(true);
      expect(await find("锂电站")).toEqual(["ningde"]);
      expect((await search("lithium battery")).info.isLoose).toBe(false);
    });

    promise("more and rarer words come first, those in a name before all", async () => {
      const practice = (slug: string, en: string) => caseViewOf({ slug, sections: { PRACTICE: { en } } });
      const texts = [
        practice("plant", "A plant."),
        practice("rare", "Graphene."),
        practice("both", "A plant for graphene."),
        practice("plant-too", "A plant again."),
      ];
      const name = caseViewOf({ slug: "name", title: { zh: "", en: "Graphene" } });
      const first = await filledWith(texts);
      expect((await first.find("plant graphene submarines")).slice(0, 2)).toEqual(["both", "rare"]);
      const second = await filledWith([...texts, name]);
      expect((await second.find("plant graphene submarines")).slice(0, 2)).toEqual(["name", "both"]);
    });

    promise("of equals, those come first that have a word more often or in a weightier field", async () => {
      const practice = (slug: string, zh: string) => caseViewOf({ slug, sections: { PRACTICE: { zh } } });
      const { search } = await filledWith([
        practice("once", "有人就业，别的事也多，说来话长，一言难尽，不必细说。"),
        practice("often", "就业一事，先说就业，再说就业，说来话长，一言难尽。"),
        caseViewOf({ slug: "summary", summary: { zh: "说的是就业。", en: "" } }),
        practice("other", "没有这回事。"),
      ]);
      const { edges } = await search("就业登月");
      expect(edges.map((hit) => hit.case.slug)).toEqual(["summary", "often", "once"]);
      expect(new Set(edges.map(({ score }) => score)).size).toBe(3);
    });

    promise("no pair of characters out of two words carries a hit", async () => {
      const practice = (slug: string, zh: string) => caseViewOf({ slug, sections: { PRACTICE: { zh } } });
      const { find } = await filledWith([
        practice("seaport", "海口市的小镇，海口市的港。"),
        practice("people", "外来人口多，在市里住下。"),
      ]);
      expect((await find("人口市民"))[0]).toBe("people");
      expect((await find("人口市民", { useGlossary: false }))[0]).toBe("people");
    });

    promise("words that nearly all cases have are not enough", async () => {
      const { search } = await filledWith(manyTowns(40));
      expect(await search("submarines town")).toMatchObject({ total: 0, info: { isLoose: false } });
    });

    promise("a word that no case has gives way to its parts", async () => {
      const { find, search } = await filledWith(towns());
      expect(await find("锂矿 沙漠")).toEqual(["ningde"]);
      expect(await find("embroidering submarines")).toEqual(["suzhou"]);
      expect(await find("embroidering")).toEqual(["suzhou"]);
      const { edges } = await search("锂矿 沙漠", { wantsHighlights: true });
      expect(edges[0]?.matchedTerms).toEqual(["锂"]);
    });

    promise("what only holds a question together is not asked for", async () => {
      const { find, search } = await filledWith(towns());
      expect(await find("which are the villagers that sell seeds")).toEqual(["hefei"]);
      expect(await find("怎么 卖瓜子")).toEqual(["hefei"]);
      expect((await search("怎么 卖瓜子")).info).toMatchObject({
        isLoose: false,
        understoodAs: "卖瓜子",
        ignoredTerms: ["怎么"],
      });
      expect((await search("the")).total).toBeGreaterThan(0);
    });

    promise("quoted and excluded words stay as they are", async () => {
      const { find } = await filledWith(towns());
      expect(await find('electric lithium submarines "hosiery"')).toEqual([]);
      expect(await find("electric lithium submarines -ningde")).toEqual([]);
    });

    promise("signs alone find nothing", async () => {
      const { search } = await filledWith(towns());
      for (const query of ["😀", "*", '"', "-", "%"]) {
        expect(await search(query), query).toMatchObject({
          ...{ total: 0, edges: [] },
          info: { isLoose: false, ignoredTerms: [query] },
        });
      }
    });

    promise("one unknown word finds nothing", async () => {
      const { search } = await filledWith(towns());
      expect(await search("xylophone")).toMatchObject({ total: 0, edges: [], info: { isLoose: false } });
    });
  });

  describe("where a search looks", () => {
    promise("in all fields unless told", async () => {
      const { find } = await filledWith(towns());
      const only = async (query: string): Promise<Record<string, string[]>> => ({
        TITLE: await find(query, { fields: ["TITLE"] }),
        TOWN: await find(query, { fields: ["TOWN"] }),
        SUMMARY: await find(query, { fields: ["SUMMARY"] }),
        NARRATIVE: await find(query, { fields: ["NARRATIVE"] }),
        EVIDENCE: await find(query, { fields: ["EVIDENCE"] }),
        TAG: await find(query, { fields: ["TAG"] }),
      });
      const none = { TITLE: [], TOWN: [], SUMMARY: [], NARRATIVE: [], EVIDENCE: [], TAG: [] };
      expect(await only("“upgrading a sock”")).toEqual({ ...none, TITLE: ["zhuji"] });
      expect(await only("「大唐袜业城」")).toEqual({ ...none, TOWN: ["zhuji"] });
      expect(await only("materials")).toEqual({ ...none, SUMMARY: ["ningde"] });
      expect(await only("「乡镇工厂」")).toEqual({ ...none, NARRATIVE: ["zhuji"] });
      expect(await only("「浙江大学」")).toEqual({ ...none, EVIDENCE: ["deqing"] });
      expect(await only("「机器换人」")).toEqual({ ...none, TAG: ["zhuji"] });
      expect(await find("upgrading", { fields: [] })).toEqual(["zhuji"]);
    });

    promise("only in sections of some kinds, narratives and the evidence at home there", async () => {
      const { find } = await filledWith(towns());
      expect(await find("税收", { searchIn: ["RESULT"] })).toEqual(["deqing"]);
      expect(await find("税收", { searchIn: ["PRACTICE"] })).toEqual([]);
      expect(await find("浙江大学", { searchIn: ["PRACTICE"] })).toEqual(["deqing"]);
      expect(await find("首批名单", { searchIn: ["PRACTICE"] })).toEqual([]);
      expect(await find("袜业", { searchIn: ["BACKGROUND", "RESULT"], fields: ["NARRATIVE"] })).toEqual([
        "zhuji",
      ]);
      expect(await find("袜业", { searchIn: ["PRACTICE"], fields: ["TITLE"] })).toEqual([]);
    });

    promise("only in one language", async () => {
      const { find } = await filledWith(towns());
      expect(await find("r&d", { locale: "ZH" })).toEqual(["deqing"]);
      expect(await find("centre", { locale: "ZH" })).toEqual([]);
      expect(await find("centre", { locale: "EN" })).toEqual(["deqing"]);
    });
  });
}

/** String of 2 to 6 Han characters → the cases that have it in one of their texts. */
function chineseStrings(): Map<string, Set<string>> {
  return stringsBy((text) =>
    (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
      [2, 3, 4, 5, 6].flatMap((length) =>
        Array.from({ length: Math.max(0, run.length - length + 1) }, (_, start) =>
          run.slice(start, start + length),
        ),
      ),
    ),
  );
}

function latinWords(): Map<string, Set<string>> {
  return stringsBy((text) => text.toLowerCase().match(/[a-z]{2,}/g) ?? []);
}

function stringsBy(stringsIn: (text: string) => readonly string[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const view of towns()) {
    for (const string of passagesOf(view).flatMap(({ text }) => stringsIn(text))) {
      owners.set(string, (owners.get(string) ?? new Set()).add(view.slug));
    }
  }
  return owners;
}
