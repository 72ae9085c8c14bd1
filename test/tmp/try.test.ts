import { test } from "vitest";
import { mkdtempSync } from "node:fs";
import { openEmbeddedEngine } from "../../src/search/embedded/embedded-engine.js";
import { caseViewOf, editionOf } from "../support/case-views.js";
import { rebuildIndex } from "../../src/search/rebuild.js";
import { searchCases } from "../../src/search/search-cases.js";
import { fold, foldWithOffsets } from "../../src/text/fold.js";
test("try", async () => {
  console.log(fold("Ｌｉｔｈｉｕｍ Café 襪業 臺灣 ﬁne ㎡ İ…\u0000x\ud800y e\u0301z"));
  const engine = openEmbeddedEngine({
    file: mkdtempSync("/tmp/srch-") + "/s.sqlite",
    clock: { now: () => new Date() },
    onEmptied: console.log,
  });
  const edition = editionOf([
    caseViewOf({
      slug: "deqing",
      title: { zh: "德清地理信息小镇：从零到产业集群", en: "Deqing: from nothing to a cluster" },
      town: { zh: "德清地理信息小镇", en: "Deqing Geographic Information Town" },
      sections: {
        PRACTICE: {
          zh: "2019年，德清引进地理信息产业链企业1200家。5G基站、R&D。",
          en: "In 2019 Deqing drew 1,200 geographic information firms. It built 5G and R&D.",
        },
      },
    }),
    caseViewOf({
      slug: "zhuji",
      title: { zh: "诸暨袜艺小镇", en: "Zhuji Hosiery Town" },
      sections: {
        PRACTICE: {
          zh: "袜业是大唐的传统产业，信息化改造。",
          en: "Hosiery is the old trade; e-commerce came later.",
        },
      },
      category: "TRADITIONAL_INDUSTRY_UPGRADING",
    }),
    caseViewOf({
      slug: "ningde",
      title: { zh: "宁德锂电新能源小镇", en: "Ningde Lithium Battery Town" },
      sections: { PRACTICE: { zh: "锂电池产业", en: "A lithium battery maker came." } },
    }),
  ]);
  const changeLog = { contentRevision: () => Promise.resolve(1), changesAfter: () => Promise.resolve([]) };
  console.log(await rebuildIndex({ engine, changeLog, freshEdition: () => Promise.resolve(edition) }));
  for (const query of [
    "地理信息",
    "袜业",
    "襪業",
    "lithium batery",
    "geografic",
    "1200",
    "1,200家",
    "5G基站",
    "R&D",
    "e-commerce",
    "commerce -hosiery",
    "地理信息产业链的企业",
    "锂电飞船",
    "",
    "-产业",
    '"old trade',
    "deqing Information",
    "产",
  ]) {
    const page = await searchCases(engine, edition, {
      query,
      filter: {},
      sort: "RELEVANCE",
      limit: 10,
      after: null,
      wantsFacets: false,
      wantsHighlights: true,
    });
    console.log(
      query,
      "|",
      page.info.understoodAs,
      page.info.isLoose,
      JSON.stringify(page.info.expansions),
      page.info.tookMs.toFixed(1),
    );
    for (const edge of page.edges)
      console.log(
        "   ",
        edge.case.slug,
        edge.score.toFixed(3),
        edge.matchedTerms.join("/"),
        edge.highlights
          .map((h) => h.field + ":" + h.ranges.map((r) => h.text.slice(r.start, r.end)).join("|"))
          .join("  "),
      );
  }
});
