import { describe, expect, it, test } from "vitest";
import type { CaseFile } from "../../src/content/case-file.js";
import { figureCount } from "../../src/content/checks/narrative-figures.js";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { seedsFolder } from "../../src/project-folders.js";
import { contentOf, label, vocabulary } from "../support/content.js";
import {
  practiceSection,
  saidOf,
  sentencesOf,
  soundCase,
  soundFile,
  type CaseParts,
} from "../support/sound-case.js";

test("content without a fault passes", () => {
  expect(saidOf({})).toEqual([]);
  expect(figureCount(contentOf([soundCase()]))).toBe(6);
});

describe("a figure is told that", () => {
  it.each<[string, CaseParts, string]>([
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
    expect(saidOf(parts)).toEqual([`${soundFile}: ${sentence}`]);
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

describe("in a real case", () => {
  const real = readSeedFiles(seedsFolder).files;
  const zhuji = real.cases.find(({ content }) => content.slug === "zhuji-hosiery-town");
  if (zhuji === undefined) throw new Error("the Zhuji case has gone");
  const { file, content } = zhuji;

  /** What the check says more of this case than it said of the real one. */
  function saidMore(changed: CaseFile): string[] {
    const before = new Set(sentencesOf(real));
    const cases = real.cases.map((item) => (item === zhuji ? { file, content: changed } : item));
    return sentencesOf({ ...real, cases }).filter((sentence) => !before.has(sentence));
  }

  it.each([
    ["zh", "3203家", "3204家"],
    ["en", "3,203", "3,204"],
  ] as const)("a wrong figure planted in %s is told", (locale, right, wrong) => {
    const index = content.sections.findIndex(({ narratives }) => narratives[locale].includes(right));
    expect(index).toBeGreaterThanOrEqual(0);
    const sections = content.sections.map((section, place) => {
      const narratives = { ...section.narratives };
      if (place === index) narratives[locale] = narratives[locale].replace(right, wrong);
      return { ...section, narratives };
    });
    expect(saidMore({ ...content, sections })).toEqual([
      `seeds/${file}: sections[${index}].narratives.${locale}: ${wrong} is not in the evidence cited there (f9)`,
    ]);
  });

  it("a wrong value planted in an indicator is told", () => {
    const evidence = content.evidence.map((item) => ({
      ...item,
      indicators: item.indicators.map((indicator) => ({
        ...indicator,
        value: indicator.value === 3203 ? 3204 : indicator.value,
      })),
    }));
    expect(saidMore({ ...content, evidence })).toHaveLength(2);
  });
});
