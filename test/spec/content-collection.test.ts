import { describe, expect, test } from "vitest";
import type { CaseFile } from "../../src/content/case-file.js";
import { checkContent, collectionRules, fileRules } from "../../src/content/check.js";
import { readSeedFiles, sentenceOf, type SeedFiles, type SeedLists } from "../../src/content/seed-files.js";
import { seedsFolder } from "../../src/project-folders.js";
import { aCase, aTown, contentOf, label, vocabulary } from "../support/content.js";
import { soundCase, soundFile } from "../support/sound-case.js";

const use = (practice: string) => ({ practice, reason: label("做法。", "How."), evidence: ["f1"] });

/** Two cases that use every word of the small vocabulary. */
const cases: readonly CaseFile[] = ["one", "two"].map((slug) =>
  aCase({
    slug,
    town: aTown(slug, {
      region: slug === "one" ? "deqing-county" : "automobile-zone",
      industries: ["hosiery", "cars"],
    }),
    tags: ["craft", "talent"],
    practices: [use("shared-design"), use("clean-up-first")],
    problems: ["thin-margins", "no-designers"].map((problem) => ({ problem, evidence: ["f1"] })),
    sections: [
      {
        ...{ anchor: "practice", kind: "PRACTICE", heading: label("做法", "What was done") },
        narratives: label(`${slug}镇把旧厂房改成了车间。`, `In ${slug} the old factory became a workshop.`),
      },
    ],
    summary: label(
      `${slug}这个小镇靠织袜起家，后来才做汽车。`,
      `The town called ${slug} began with sock making.`,
    ),
  }),
);
const lists: Partial<SeedLists> = {
  "sources.yaml": vocabulary["sources.yaml"].filter(({ key }) => key === "paper"),
  "vocabulary/measures.yaml": vocabulary["vocabulary/measures.yaml"].slice(0, 1),
  "vocabulary/units.yaml": vocabulary["vocabulary/units.yaml"].slice(0, 1),
  "glossary.yaml": [{ zh: ["织袜"], en: ["sock making"], note: null }],
};
const said = (files: SeedFiles): string[] => checkContent(files, collectionRules).map(sentenceOf);
const saidOf = (some: readonly CaseFile[], more: Partial<SeedLists> = {}): string[] =>
  said(contentOf(some, { ...lists, ...more })).filter((one) => !one.includes("statement"));
const [first, second] = cases as [CaseFile, CaseFile];

describe("a collection of cases", () => {
  test("in which every word is used and nothing is said twice passes", () => {
    expect(saidOf(cases)).toEqual([]);
  });

  test("has no word of a vocabulary that no published case uses", () => {
    const drafts = [first, { ...second, status: "draft" as const }];
    expect(saidOf(drafts)).toContain(
      "seeds/vocabulary/regions.yaml: [4].key: no published case uses automobile-zone",
    );
    const words = { key: "wood", name: label("木头", "Wood") };
    expect(
      saidOf(cases, {
        "vocabulary/tags.yaml": [...vocabulary["vocabulary/tags.yaml"], words],
        "vocabulary/problems.yaml": [...vocabulary["vocabulary/problems.yaml"], words],
        "vocabulary/industries.yaml": [
          ...vocabulary["vocabulary/industries.yaml"],
          { ...words, isTraditional: true },
        ],
        "vocabulary/measures.yaml": vocabulary["vocabulary/measures.yaml"],
      }),
    ).toEqual([
      "seeds/vocabulary/industries.yaml: [2].key: no published case uses wood",
      "seeds/vocabulary/tags.yaml: [2].key: no published case uses wood",
      "seeds/vocabulary/problems.yaml: [2].key: no published case uses wood",
      "seeds/vocabulary/measures.yaml: [1].key: no published case uses output_value",
    ]);
  });

  test("has no unit that nothing is counted in, and no source that nothing published cites", () => {
    const { "sources.yaml": sources, "vocabulary/units.yaml": units } = vocabulary;
    const figure = { name: label("投资", "Investment"), value: 3, unit: "CNY", qualifier: "EXACT" as const };
    const statistic = {
      ...{ key: "money", scope: label("全国", "The country"), figures: [figure], asOf: "2018", note: null },
      sources: ["gazette"],
    };
    expect(saidOf(cases, { "sources.yaml": sources, "vocabulary/units.yaml": units })).toEqual([
      "seeds/vocabulary/units.yaml: [1].code: no measure and no statistic uses CNY",
      "seeds/sources.yaml: [1].key: nothing that is published cites gazette",
      "seeds/sources.yaml: [2].key: nothing that is published cites ndrc-release-2019",
    ]);
    expect(
      saidOf(cases, {
        "sources.yaml": sources.slice(0, 2),
        "vocabulary/units.yaml": units,
        "programme/statistics.yaml": [statistic],
      }),
    ).toEqual([]);
  });

  test("has no practice of one case alone", () => {
    expect(saidOf([first, { ...second, practices: [use("shared-design")] }])).toEqual([
      "seeds/vocabulary/practices.yaml: [1].slug: clean-up-first is used by 1 published cases; 2 are wanted",
    ]);
  });

  test("says no sentence in two cases, whichever field it stands in", () => {
    const question = label(
      "没有查到这个小镇由谁出钱建设。",
      "Who paid for the building of this town was not found.",
    );
    const reason = { ...use("shared-design"), reason: question };
    const rest = second.practices.slice(1);
    const found = saidOf([
      { ...first, openQuestions: [question] },
      { ...second, practices: [reason, ...rest] },
    ]);
    expect(found).toEqual([
      "seeds/cases/test/two.yaml: practices[0].reason.zh: “没有查到这个小镇由谁出钱建设” is said twice (seeds/cases/test/one.yaml: openQuestions[0].zh)",
      "seeds/cases/test/two.yaml: practices[0].reason.en: “Who paid for the building of this town was not found” is said twice (seeds/cases/test/one.yaml: openQuestions[0].en)",
    ]);
  });

  test("says no sentence twice in the narratives of one case", () => {
    const [section] = first.sections;
    const narratives = label(
      "到2016年，这里的企业有495家[^f1]。".repeat(2),
      "By 2016 there were 495 firms here[^f1].",
    );
    const told = section ? { ...first, sections: [{ ...section, narratives }] } : first;
    expect(saidOf([told, second])).toEqual([
      "seeds/cases/test/one.yaml: sections[0].narratives.zh: “到2016年，这里的企业有495家” is said twice (sections[0].narratives.zh)",
    ]);
  });

  test("has a glossary whose terms occur in it, each wording once", () => {
    const glossary = [
      { zh: ["织袜"], en: ["sock making"], note: null },
      { zh: ["量子"], en: ["quantum"], note: null },
      { zh: ["汽车"], en: ["Sock Making"], note: null },
    ];
    expect(saidOf(cases, { "glossary.yaml": glossary })).toEqual([
      "seeds/glossary.yaml: [2]: Sock Making is there twice ([0])",
      "seeds/glossary.yaml: [1].zh: none of 量子 occurs in the content",
      "seeds/glossary.yaml: [1].en: none of quantum occurs in the content",
    ]);
  });
});

describe("a cautionary case", () => {
  const check = (parts: Parameters<typeof soundCase>[0]): string[] =>
    checkContent(contentOf([soundCase(parts)]), fileRules).map(sentenceOf);
  const warning = {
    kind: "FALSE_TOWN",
    problem: label("小区冒用了小镇的名称。", "An estate used the name of a town."),
    correction: label("名称已经改掉。", "The name was changed."),
    sources: ["paper"],
  };

  test("says what was wrong, and shows no practice", () => {
    expect(check({ kind: "CAUTIONARY" })).toContain(`${soundFile}: warning: missing: the case is CAUTIONARY`);
    expect(check({ kind: "CAUTIONARY", warning, practices: [use("shared-design")] })).toEqual([
      `${soundFile}: practices: a CAUTIONARY case shows no practice; what it shows against one is in contradicts`,
    ]);
    expect(check({ warning, contradicts: [use("shared-design")] })).toEqual([
      `${soundFile}: warning: the case is EXEMPLARY`,
      `${soundFile}: contradicts: the case is EXEMPLARY`,
    ]);
  });

  test("has its figures, its sources and what it stands for from the record", () => {
    expect(
      check({
        kind: "CAUTIONARY",
        warning: {
          ...{ ...warning, standsFor: "nothing", sources: ["nobody"] },
          correction: label("退回了3000万元。", "30 million yuan went back."),
        },
        problems: [{ problem: "boredom", evidence: ["f9"] }],
        actors: [{ role: "PAID", kind: "GOVERNMENT", name: label("县政府", "The county"), evidence: ["f8"] }],
      }),
    ).toEqual([
      `${soundFile}: problems[0].problem: the problem boredom is not in seeds/vocabulary/problems.yaml`,
      `${soundFile}: problems[0].evidence[0]: there is no evidence f9`,
      `${soundFile}: actors[0].evidence[0]: there is no evidence f8`,
      `${soundFile}: warning.standsFor: the correction nothing is not in seeds/programme/corrections.yaml`,
      `${soundFile}: warning.sources[0]: the source nobody is not in seeds/sources.yaml`,
      `${soundFile}: warning.correction.zh: 3000万元 is not in the evidence of the case`,
      `${soundFile}: warning.correction.en: 30 million yuan is not in the evidence of the case`,
    ]);
  });
});

describe("the real collection", () => {
  const { files } = readSeedFiles(seedsFolder);
  const published = files.cases.map(({ content }) => content);
  const exemplary = published.filter(({ kind }) => kind === "EXEMPLARY");

  test("has thirty-six models and seventeen warnings, none a draft", () => {
    expect([exemplary.length, published.length - exemplary.length]).toEqual([36, 17]);
    expect(published.every(({ status }) => status === "published")).toBe(true);
  });

  test("has 25 to 40 practices, some of which warnings speak against", () => {
    const practices = files.lists["vocabulary/practices.yaml"].length;
    expect(practices).toBeGreaterThanOrEqual(25);
    expect(practices).toBeLessThanOrEqual(40);
    expect(published.flatMap(({ contradicts }) => contradicts).length).toBeGreaterThan(10);
  });

  test("shares fifteen measures or more among three towns, as results of the town or of its area", () => {
    const townsOf = new Map<string, Set<string>>();
    for (const { slug, evidence } of exemplary) {
      for (const { measure } of evidence.flatMap(({ indicators }) => indicators)) {
        townsOf.set(measure, (townsOf.get(measure) ?? new Set()).add(slug));
      }
    }
    expect([...townsOf.values()].filter(({ size }) => size >= 3).length).toBeGreaterThanOrEqual(15);
  });

  test("has a glossary of 120 terms or more, and the whole programme", () => {
    expect(files.lists["glossary.yaml"].length).toBeGreaterThanOrEqual(120);
    expect(files.lists["programme/documents.yaml"]).toHaveLength(13);
    expect(files.lists["programme/events.yaml"]).toHaveLength(13);
  });
});
