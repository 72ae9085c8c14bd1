import { caseFileSchema, type CaseFile } from "../../src/content/case-file.js";
import type { SeedFiles, SeedLists } from "../../src/content/seed-files.js";
import type { CategoryKey } from "../../src/terms.js";

/** Content made for tests: small, valid, and different where a test says so. */

export const label = (zh: string, en: string) => ({ zh, en });

type CaseInput = Partial<Record<keyof CaseFile, unknown>> & { readonly slug: string };

/** A valid case file; `slug` also names its town. */
export function aCase({ slug, ...rest }: CaseInput): CaseFile {
  return caseFileSchema.parse({
    slug,
    publishedOn: "2026-01-01",
    updatedOn: "2026-01-02",
    title: label(`${slug}案例`, `The case of ${slug}`),
    summary: label("这是一个案例。", "This is a case."),
    category: "NEW_INDUSTRY_CLUSTER",
    categoryBasis: "SOURCE",
    round: 1,
    town: aTown(slug),
    sections: [
      {
        anchor: "practice",
        kind: "PRACTICE",
        heading: label("做法", "What was done"),
        narratives: label("到2016年，企业有495家[^f1]。", "By 2016 there were 495 firms[^f1]."),
      },
    ],
    evidence: [enterprisesFigure({})],
    ...rest,
  });
}

/** Evidence `f1` with one figure of the measure `enterprises`. */
export function enterprisesFigure(indicator: object) {
  return {
    anchor: "f1",
    section: "practice",
    kind: "OUTCOME",
    statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms."),
    source: "paper",
    indicators: [
      {
        ...{ measure: "enterprises", value: 495, timeBasis: "POINT", asOf: "2016", asOfBasis: "SOURCE" },
        valueText: label("495家", "495 firms"),
        ...indicator,
      },
    ],
  };
}

/** How a case bears a practice out, or speaks against it. */
export function use(practice: string, evidence = "f1") {
  return { practice, reason: label("做法。", "How."), evidence: [evidence] };
}

export function aTown(slug: string, rest: object = {}) {
  return {
    slug: `${slug}-town`,
    name: label(`${slug}小镇`, `${slug} town`),
    region: "deqing-county",
    industries: ["hosiery"],
    statusHistory: [{ kind: "CITED", date: "2019-07", round: 1, sources: ["paper"] }],
    ...rest,
  };
}

/** A small set of vocabularies that `aCase` refers to, and these cases. */
export function contentOf(cases: readonly CaseFile[], lists: Partial<SeedLists> = {}): SeedFiles {
  return {
    lists: { ...vocabulary, ...lists },
    cases: cases.map((content) => ({ file: `cases/test/${content.slug}.yaml`, content })),
  };
}

const named = (key: string, zh: string, en: string) => ({ key, name: label(zh, en) });
const region = (
  key: string,
  level: "PROVINCE" | "PREFECTURE" | "COUNTY" | "FUNCTIONAL_ZONE",
  code: string | null,
  parent: string | null,
  zh: string,
  en: string,
) => ({ key, level, code, parent, name: label(zh, en) });
const practice = (slug: string, zh: string, en: string) => ({
  slug,
  name: label(zh, en),
  description: label(`${zh}的说明`, `What ${en} is`),
  conditions: [label("有人来做", "Somebody does it")],
});
const category = (key: CategoryKey, position: number, zh: string, en: string) => ({
  key,
  position,
  name: label(zh, en),
  definition: label(`${zh}的经验`, `Experience of ${en}`),
  namesAsPublished: [],
});

export const vocabulary: SeedLists = {
  "sources.yaml": [
    {
      key: "paper",
      title: "小镇报道",
      titleIsOurs: false,
      publisher: "日报",
      published: "2016-06-01",
      language: "zh",
      url: "https://example.org/paper",
      isRepost: false,
      note: null,
    },
    {
      key: "gazette",
      title: "A report",
      titleIsOurs: true,
      publisher: "Gazette",
      published: null,
      language: "en",
      url: null,
      isRepost: true,
      note: null,
    },
    {
      key: "ndrc-release-2019",
      title: "A release",
      titleIsOurs: true,
      publisher: "The Commission",
      published: "2019-10-28",
      language: "en",
      url: null,
      isRepost: false,
      note: null,
    },
  ],
  "vocabulary/categories.yaml": [
    category("NEW_INDUSTRY_CLUSTER", 1, "新兴产业集聚发展", "Clusters of emerging industries"),
    category("TRADITIONAL_INDUSTRY_UPGRADING", 2, "传统产业转型升级", "Upgrading of traditional industries"),
    category("POPULATION_TRANSFER", 3, "农业转移人口市民化", "Settling people who leave farming"),
    category("URBAN_RURAL_INTEGRATION", 4, "城乡融合发展", "Urban–rural integration"),
    category("CULTURAL_HERITAGE", 5, "传统文化传承保护", "Passing on traditional culture"),
  ],
  "vocabulary/regions.yaml": [
    region("zhejiang", "PROVINCE", "330000", null, "浙江省", "Zhejiang"),
    region("huzhou", "PREFECTURE", "330500", "zhejiang", "湖州市", "Huzhou"),
    region("deqing-county", "COUNTY", "330521", "huzhou", "德清县", "Deqing County"),
    region("jilin", "PROVINCE", "220000", null, "吉林省", "Jilin"),
    region("automobile-zone", "FUNCTIONAL_ZONE", null, "jilin", "汽车开发区", "Automobile Zone"),
  ],
  "vocabulary/industries.yaml": [
    { ...named("hosiery", "袜业", "Hosiery"), isTraditional: true },
    { ...named("cars", "汽车", "Cars"), isTraditional: false },
  ],
  "vocabulary/problems.yaml": [
    named("thin-margins", "利润微薄", "Thin margins"),
    named("no-designers", "缺少设计师", "No designers"),
  ],
  "vocabulary/tags.yaml": [named("craft", "手工艺", "Craft"), named("talent", "人才", "Talent")],
  "vocabulary/units.yaml": [
    { code: "ENTERPRISE", name: label("家", "enterprises") },
    { code: "CNY", name: label("元", "Chinese yuan") },
  ],
  "vocabulary/measures.yaml": [
    { key: "enterprises", unit: "ENTERPRISE", name: label("企业数", "Enterprises") },
    { key: "output_value", unit: "CNY", name: label("产值", "Output value") },
  ],
  "vocabulary/practices.yaml": [
    practice("shared-design", "共享设计", "shared design"),
    practice("clean-up-first", "先整治", "cleaning up first"),
  ],
  "glossary.yaml": [{ zh: ["袜业"], en: ["hosiery", "sock making"], note: null }],
  "programme/mechanisms.yaml": [],
  "programme/documents.yaml": [],
  "programme/events.yaml": [],
  "programme/corrections.yaml": [],
  "programme/statistics.yaml": [],
  "programme/themes.yaml": [],
  "programme/praised-provinces.yaml": [],
};
