import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { CaseFile } from "../../src/content/case-file.js";
import { checkContent } from "../../src/content/check.js";
import { figureCount } from "../../src/content/checks/narrative-figures.js";
import type { CorrectionFile } from "../../src/content/programme-file.js";
import { readSeedFiles, sentenceOf, type SeedFiles, type SeedLists } from "../../src/content/seed-files.js";
import { seedsFolder } from "../../src/places.js";
import { aCase, aTown, contentOf, label, vocabulary } from "../support/content.js";

const FILE = "seeds/cases/test/sock-town.yaml";

type Parts = Partial<Record<keyof CaseFile, unknown>>;

/** What the check says of one case that is sound but for these parts. */
function saidOf(parts: Parts, lists: Partial<SeedLists> = {}): string[] {
  return sentencesOf(contentOf([soundCase(parts)], lists));
}

function sentencesOf(files: SeedFiles): string[] {
  return checkContent(files).map(sentenceOf);
}

/** A case without a fault, told at the length that is wanted. */
function soundCase(parts: Parts = {}): CaseFile {
  return aCase({
    slug: "sock-town",
    title: label("袜镇先整治再升级", "A sock town cleans up first"),
    summary: label(
      "袜镇先关停作坊，再办起企业，到2016年有企业495家；后来的情况没有查到，以后再补。",
      "The sock town closed workshops first and then brought in firms, 495 of them by 2016; what came later was not found.",
    ),
    sections: [practiceSection({})],
    evidence: [soundEvidence({}), moneyEvidence({})],
    ...parts,
  });
}

const FILLER = label(
  "当地把旧厂房改成了车间。".repeat(45),
  "The old factory became a workshop for everybody. ".repeat(48),
);

function practiceSection({ zh = "", en = "", ...rest }: { zh?: string; en?: string; anchor?: string }) {
  return {
    ...{ anchor: "practice", kind: "PRACTICE", heading: label("做法", "What was done") },
    narratives: label(
      `到2016年，企业有495家[^f1]。投资7.4亿元[^f2]。${zh}${FILLER.zh}`,
      `By 2016 there were 495 firms[^f1]. Investment was CNY 740 million[^f2]. ${en}${FILLER.en}`,
    ),
    ...rest,
  };
}

function soundEvidence(parts: object) {
  return {
    ...{ anchor: "f1", section: "practice", kind: "OUTCOME", source: "paper" },
    statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms."),
    indicators: [firmsIndicator({})],
    ...parts,
  };
}

function moneyEvidence(parts: object) {
  return soundEvidence({
    anchor: "f2",
    statement: label("投资7.4亿元。", "Investment was CNY 740 million."),
    indicators: [moneyIndicator({})],
    ...parts,
  });
}

function firmsIndicator(parts: object) {
  return {
    ...{ measure: "enterprises", value: 495, timeBasis: "POINT", asOf: "2016", asOfBasis: "SOURCE" },
    valueText: label("495家", "495 firms"),
    ...parts,
  };
}

function moneyIndicator(parts: object) {
  return {
    ...{ measure: "output_value", value: 740_000_000, timeBasis: "CUMULATIVE" },
    valueText: label("7.4亿元", "CNY 740 million"),
    ...parts,
  };
}

test("content without a fault passes", () => {
  expect(saidOf({})).toEqual([]);
  expect(figureCount(contentOf([soundCase()]))).toBe(6);
});

describe("a reference that leads nowhere is told:", () => {
  it.each<[string, Parts, string]>([
    ["a tag", { tags: ["crafts"] }, "tags[0]: the tag crafts is not in seeds/vocabulary/tags.yaml"],
    [
      "a region",
      { town: aTown("sock-town", { region: "zhuji" }) },
      "town.region: the region zhuji is not in seeds/vocabulary/regions.yaml",
    ],
    [
      "an industry",
      { town: aTown("sock-town", { industries: ["socks"] }) },
      "town.industries[0]: the industry socks is not in seeds/vocabulary/industries.yaml",
    ],
    [
      "a town's source",
      { town: aTown("sock-town", { statusHistory: [{ kind: "NAMED", sources: ["papers"] }] }) },
      "town.statusHistory[0].sources[0]: the source papers is not in seeds/sources.yaml",
    ],
    [
      "a town of another file",
      { town: "no-town", sections: [practiceSection({})] },
      "town: the town no-town is not in the case files",
    ],
    [
      "a practice",
      { practices: [{ practice: "design", reason: label("共享", "Shared"), evidence: ["f1"] }] },
      "practices[0].practice: the practice design is not in seeds/vocabulary/practices.yaml",
    ],
    [
      "a practice's evidence",
      { practices: [{ practice: "shared-design", reason: label("共享", "Shared"), evidence: ["f9"] }] },
      "practices[0].evidence[0]: there is no evidence f9",
    ],
    [
      "a home section",
      { evidence: [soundEvidence({ section: "result" }), moneyEvidence({})] },
      "evidence[0].section: there is no section result (f1)",
    ],
    [
      "a source",
      { evidence: [soundEvidence({ alsoReportedBy: ["radio"] }), moneyEvidence({})] },
      "evidence[0].alsoReportedBy[0]: the source radio is not in seeds/sources.yaml",
    ],
    [
      "a measure",
      {
        evidence: [soundEvidence({ indicators: [firmsIndicator({ measure: "firms" })] }), moneyEvidence({})],
      },
      "evidence[0].indicators[0].measure: the measure firms is not in seeds/vocabulary/measures.yaml",
    ],
    [
      "a footnote",
      { sections: [practiceSection({ zh: "效果好[^f7]。" })] },
      "sections[0].narratives.zh: the footnote f7 has no evidence",
    ],
    [
      "a contradiction that only one side names",
      {
        evidence: [
          soundEvidence({ conflictsWith: ["f2"], conflictNote: label("口径不同", "They differ") }),
          moneyEvidence({}),
        ],
      },
      "evidence[0].conflictsWith[0]: f2 does not name f1 in turn",
    ],
    [
      "a contradiction without a note",
      {
        evidence: [
          soundEvidence({ conflictsWith: ["f2"] }),
          moneyEvidence({ conflictsWith: ["f1"], conflictNote: label("口径不同", "They differ") }),
        ],
      },
      "evidence[0].conflictNote: missing: what differs? (f1)",
    ],
    [
      "a wider area without its name",
      { evidence: [soundEvidence({ scope: "WIDER_AREA" }), moneyEvidence({})] },
      "evidence[0].scopeArea: missing: which area or firm is WIDER_AREA? (f1)",
    ],
    [
      "a category without its basis",
      { categoryBasis: null },
      "categoryBasis: goes with a category, and a category with it",
    ],
  ])("%s", (_, parts, sentence) => {
    expect(saidOf(parts)).toEqual([`${FILE}: ${sentence}`]);
  });

  it("in the lists", () => {
    const [first, ...regions] = vocabulary["vocabulary/regions.yaml"];
    const county = regions.find(({ key }) => key === "deqing-county");
    if (first === undefined || county === undefined) throw new Error("no regions");
    const said = saidOf(
      {},
      {
        "vocabulary/categories.yaml": vocabulary["vocabulary/categories.yaml"].slice(0, 4),
        "vocabulary/measures.yaml": [
          ...vocabulary["vocabulary/measures.yaml"],
          { key: "length", unit: "MILE", name: label("长度", "Length") },
        ],
        "vocabulary/regions.yaml": [
          ...vocabulary["vocabulary/regions.yaml"],
          { ...county, key: "anji-county", parent: "deqing-county" },
          { ...county, key: "lost-county", parent: null },
        ],
        "programme/praised-provinces.yaml": [{ region: "huzhou", sources: ["paper"] }],
        "programme/themes.yaml": [{ position: 1, name: label("主导产业", "Leading industry") }],
        "programme/events.yaml": [
          {
            key: "e1",
            date: "2015",
            title: label("提出", "Said"),
            detail: label("提出", "Said"),
            note: null,
            sources: ["tv"],
          },
        ],
      },
    );
    expect(said).toEqual([
      "seeds/programme/events.yaml: [0].sources[0]: the source tv is not in seeds/sources.yaml",
      "seeds/vocabulary/categories.yaml: CULTURAL_HERITAGE: missing",
      "seeds/vocabulary/regions.yaml: [5].parent: anji-county is COUNTY, and its parent deqing-county is COUNTY",
      "seeds/vocabulary/regions.yaml: [6].parent: missing: which region holds lost-county?",
      "seeds/programme/praised-provinces.yaml: [0].region: huzhou is no province",
      "seeds/vocabulary/measures.yaml: [2].unit: the unit MILE is not in seeds/vocabulary/units.yaml",
    ]);
  });
});

describe("a name that is there twice is told:", () => {
  it("a slug, also a former one, and a town", () => {
    const other = { ...soundCase({ formerSlugs: ["sock-town"] }), slug: "new-town" };
    expect(sentencesOf(contentOf([soundCase(), other]))).toEqual([
      `seeds/cases/test/new-town.yaml: formerSlugs[0]: another case has the slug sock-town (${FILE})`,
      `seeds/cases/test/new-town.yaml: town.slug: another file has the town sock-town-town (${FILE})`,
    ]);
  });

  it("an anchor of sections and of evidence", () => {
    const result = {
      anchor: "practice",
      kind: "RESULT",
      heading: label("成效", "Result"),
      narratives: label("有效。", "It worked."),
    };
    expect(
      saidOf({
        sections: [practiceSection({}), result],
        evidence: [soundEvidence({}), moneyEvidence({}), moneyEvidence({})],
      }),
    ).toEqual([
      `${FILE}: sections[1].anchor: another section has the anchor practice (sections[0].anchor)`,
      `${FILE}: evidence[2].anchor: another piece of evidence has the anchor f2 (evidence[1].anchor)`,
    ]);
  });

  it("a key of a list, and the address of a source", () => {
    const [paper] = vocabulary["sources.yaml"];
    const [craft] = vocabulary["vocabulary/tags.yaml"];
    if (paper === undefined || craft === undefined) throw new Error("no lists");
    expect(
      saidOf(
        {},
        { "sources.yaml": [paper, { ...paper, key: "copy" }], "vocabulary/tags.yaml": [craft, craft] },
      ),
    ).toEqual([
      "seeds/vocabulary/tags.yaml: [1].key: is there twice: craft ([0].key)",
      "seeds/sources.yaml: [1].url: is there twice: https://example.org/paper ([0].url)",
    ]);
  });
});

describe("a text is told that", () => {
  it.each<[string, Parts, string]>([
    [
      "is not in its language",
      { openQuestions: [label("Not known", "Not known")] },
      "openQuestions[0].zh: has no Chinese character",
    ],
    [
      "is in the other language",
      { openQuestions: [label("不详", "没有查到 it")] },
      "openQuestions[0].en: is mostly Chinese",
    ],
    [
      "has HTML",
      { sections: [practiceSection({ en: "<b>Good.</b> " })] },
      "sections[0].narratives.en: has HTML: <b>",
    ],
    [
      "has a footnote where none belongs",
      { openQuestions: [label("不详[^f1]。", "Not known.")] },
      "openQuestions[0].zh: has a footnote: [^f1]",
    ],
    [
      "has a footnote behind its full stop",
      { sections: [practiceSection({ zh: "效果好。[^f1]" })] },
      "sections[0].narratives.zh: the footnote f1 covers no words",
    ],
    [
      "has a broken footnote",
      { sections: [practiceSection({ zh: "效果好[^f1。" })] },
      "sections[0].narratives.zh: has a broken footnote",
    ],
    [
      "has a heading",
      { sections: [practiceSection({ zh: "\n\n## 小节\n\n" })] },
      "sections[0].narratives.zh: has a heading",
    ],
  ])("%s", (_, parts, sentence) => {
    expect(saidOf(parts)).toEqual([`${FILE}: ${sentence}`]);
  });

  it("is too short or too long", () => {
    const { heading, kind, anchor } = practiceSection({});
    const narratives = label(
      "到2016年，企业有495家[^f1]。",
      "By 2016 there were 495 firms[^f1]. ".repeat(200),
    );
    expect(
      saidOf({ sections: [{ anchor, kind, heading, narratives }], title: label("袜镇", "A sock town") }),
    ).toEqual([
      `${FILE}: title: 2 Chinese characters; 6 to 50 are wanted`,
      `${FILE}: sections: 16 Chinese characters; 500 to 1500 are wanted`,
      `${FILE}: sections: 1200 English words; 350 to 1000 are wanted`,
    ]);
  });
});

describe("a figure is told that", () => {
  it.each<[string, Parts, string]>([
    [
      "is not in the evidence cited there",
      { sections: [practiceSection({ zh: "现有企业496家[^f1][^f2]。" })] },
      "sections[0].narratives.zh: 496家 is not in the evidence cited there (f1, f2)",
    ],
    [
      "is in other evidence only",
      { sections: [practiceSection({ en: "Of these 495 remain[^f2]. " })] },
      "sections[0].narratives.en: 495 is not in the evidence cited there (f2)",
    ],
    [
      "has another unit",
      { sections: [practiceSection({ en: "It spent USD 740 million[^f2]. " })] },
      "sections[0].narratives.en: USD 740 million is not in the evidence cited there (f2)",
    ],
    [
      "is a word",
      { sections: [practiceSection({ en: "Three firms moved in[^f1]. " })] },
      "sections[0].narratives.en: Three is not in the evidence cited there (f1)",
    ],
    [
      "is a Chinese numeral",
      { sections: [practiceSection({ zh: "三家企业搬来[^f1]。" })] },
      "sections[0].narratives.zh: 三家 is not in the evidence cited there (f1)",
    ],
    [
      "is a year",
      { sections: [practiceSection({ zh: "2014年起步[^f2]。" })] },
      "sections[0].narratives.zh: 2014年 is not in the evidence cited there (f2)",
    ],
    [
      "is an ordinal",
      { sections: [practiceSection({ zh: "这是第二批[^f1]。" })] },
      "sections[0].narratives.zh: 第二 is not in the evidence cited there (f1)",
    ],
    [
      "has no footnote",
      { sections: [practiceSection({ zh: "现有495家；以后会更多[^f1]。" })] },
      "sections[0].narratives.zh: 495家 has no footnote",
    ],
    [
      "is in no evidence of the case",
      { title: label("袜镇的496家企业", "A sock town and its firms") },
      "title.zh: 496家 is not in the evidence of the case",
    ],
    [
      "is not in the evidence of a practice",
      {
        practices: [{ practice: "shared-design", reason: label("共有7.4亿元", "Shared"), evidence: ["f1"] }],
      },
      "practices[0].reason.zh: 7.4亿元 is not in the evidence of the practice (f1)",
    ],
  ])("%s", (_, parts, sentence) => {
    expect(saidOf(parts)).toEqual([`${FILE}: ${sentence}`]);
  });

  it.each([
    ["in another unit or scale", { zh: "投资74000万元[^f2]。", en: "It took 740 million yuan[^f2]. " }],
    ["of the source's date or the indicator's", { zh: "2016年6月报道[^f1]。" }],
    ["in an article, a list number or a set word", { zh: "\n\n1. 一个村统一了做法，十分认真。\n\n" }],
  ])("passes %s", (_, narrative) => {
    expect(saidOf({ sections: [practiceSection(narrative)] })).toEqual([]);
  });

  it("passes in a name of the vocabularies", () => {
    const parts = {
      sections: [practiceSection({ zh: "这里是万年县。", en: "Here is Five Springs County. " })],
    };
    const [region] = vocabulary["vocabulary/regions.yaml"].filter(({ key }) => key === "deqing-county");
    if (region === undefined) throw new Error("no region");
    const named = { ...region, key: "wannian", name: label("万年县", "Five Springs County") };
    expect(saidOf(parts)).toHaveLength(2);
    expect(
      saidOf(parts, { "vocabulary/regions.yaml": [...vocabulary["vocabulary/regions.yaml"], named] }),
    ).toEqual([]);
  });
});

describe("an indicator is told that", () => {
  it.each<[string, object, string]>([
    [
      "has words that the statement lacks",
      { valueText: label("495户", "495 firms") },
      "valueText.zh: “495户” is not in the statement (f1)",
    ],
    [
      "has a value that its words do not give",
      { value: 496 },
      "valueText.zh: “495家” does not give the value 496 (f1)",
    ],
    [
      "has a range without its upper end",
      { qualifier: "RANGE" },
      "valueMax: goes with the qualifier RANGE, and RANGE with it (f1)",
    ],
    ["has no period", { timeBasis: "PERIOD" }, "period: missing: the time basis is PERIOD (f1)"],
  ])("%s", (_, parts, sentence) => {
    const evidence = [soundEvidence({ indicators: [firmsIndicator(parts)] }), moneyEvidence({})];
    expect(saidOf({ evidence })[0]).toBe(`${FILE}: evidence[0].indicators[0].${sentence}`);
  });

  it("gives both ends of a range", () => {
    const statement = label("每家投资40至70万元。", "Each firm put in CNY 400,000 to 700,000.");
    const range = { qualifier: "RANGE", valueText: label("40至70万元", "CNY 400,000 to 700,000") };
    const evidenceOf = (valueMax: number) => [
      soundEvidence({}),
      moneyEvidence({}),
      moneyEvidence({
        anchor: "f3",
        statement,
        indicators: [moneyIndicator({ ...range, value: 400_000, valueMax })],
      }),
    ];
    expect(saidOf({ evidence: evidenceOf(700_000) })).toEqual([]);
    expect(saidOf({ evidence: evidenceOf(800_000) })).toEqual([
      `${FILE}: evidence[2].indicators[0].valueText.zh: “40至70万元” does not give the value 800000 (f3)`,
      `${FILE}: evidence[2].indicators[0].valueText.en: “CNY 400,000 to 700,000” does not give the value 800000 (f3)`,
    ]);
  });
});

describe("a statement is told that", () => {
  it.each<[string, object, string]>([
    [
      "has a figure without an indicator",
      { indicators: [] },
      "statement.zh: 495家 has no indicator and is not in otherFigures (f1)",
    ],
    [
      "lists a figure it has not",
      { otherFigures: ["36家"] },
      "otherFigures: “36家” is not in the Chinese statement (f1)",
    ],
    [
      "says more in Chinese",
      {
        statement: label("到2016年，企业有495家，另有三个园区。", "By 2016 there were 495 firms."),
        otherFigures: ["三个"],
      },
      "statement.en: does not say 三个 (f1)",
    ],
    [
      "says more in English",
      { statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms in three parks.") },
      "statement.zh: does not say three (f1)",
    ],
    [
      "has another year",
      { statement: label("到2016年，企业有495家。", "By 2017 there were 495 firms.") },
      "statement.en: does not say 2016年 (f1)",
    ],
  ])("%s", (_, parts, sentence) => {
    expect(saidOf({ evidence: [soundEvidence(parts), moneyEvidence({})] })[0]).toBe(
      `${FILE}: evidence[0].${sentence}`,
    );
  });
});

describe("correction figures", () => {
  const reading = (parts: Partial<CorrectionFile>): CorrectionFile => ({
    ...{ key: "release", scope: label("名单", "Lists"), listed: 96, renamed: null },
    ...{ eliminatedOrRectified: 34, retained: 62, qualifier: "EXACT", derivedFigures: [], parts: [] },
    ...{
      outcome: null,
      asOf: "2018",
      asOfBasis: "SOURCE",
      note: null,
      otherReadings: [],
      sources: ["paper"],
    },
    ...parts,
  });
  const part = (eliminatedOrRectified: number) => ({
    ...{ scope: label("省级", "Provincial"), eliminatedOrRectified, retained: 996, isOnGovernmentList: true },
  });
  const saidOfReadings = (...readings: CorrectionFile[]) =>
    saidOf({}, { "programme/corrections.yaml": readings });

  it("pass when they add up, and when a part of the sum is not said", () => {
    const whole = { listed: null, retained: null, eliminatedOrRectified: 385 };
    expect(
      saidOfReadings(
        reading({}),
        reading({ ...whole, key: "provinces", parts: [part(70), part(174), part(141)] }),
      ),
    ).toEqual([]);
    expect(saidOfReadings(reading({ eliminatedOrRectified: null, retained: null }))).toEqual([]);
  });

  it("that do not add up are told", () => {
    expect(saidOfReadings(reading({ retained: 61, parts: [part(30), part(3)] }))).toEqual([
      "seeds/programme/corrections.yaml: [0] release: eliminatedOrRectified and retained make 95, but 96 were listed",
      "seeds/programme/corrections.yaml: [0] release: the parts' eliminatedOrRectified make 33, the whole is 34",
    ]);
  });

  it("that do not name each other as readings of one thing are told", () => {
    expect(saidOfReadings(reading({ otherReadings: ["reports"] }), reading({ key: "reports" }))).toEqual([
      "seeds/programme/corrections.yaml: [0].otherReadings[0]: reports does not name release in turn",
    ]);
  });
});
