import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readSeedFiles, sentenceOf } from "../../src/content/seed-files.js";
import { sectionKinds } from "../../src/terms.js";
import { aTown, contentOf, label, vocabulary } from "../support/content.js";
import {
  moneyEvidence,
  practiceSection,
  saidOf,
  sentencesOf,
  soundCase,
  soundEvidence,
  soundFile,
  type CaseParts,
} from "../support/sound-case.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a file that cannot be read as a case is told with file, path and reason", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "cases"));
  const { narratives } = soundCase().sections[0] ?? {};
  const sections = [
    { anchor: "a", kind: "FOO", heading: { zh: "背景" }, narratives: { zh: narratives?.zh } },
  ];
  writeFileSync(
    join(folder, "cases/a-town.yaml"),
    JSON.stringify({ ...soundCase(), sections, town: { slug: "a-town" }, tag: [] }),
  );
  writeFileSync(join(folder, "cases/b-town.yaml"), "slug: [b\nkind: EXEMPLARY");
  const said = readSeedFiles(folder).problems.map(sentenceOf);
  expect(said.filter((sentence) => sentence.startsWith("seeds/cases"))).toEqual([
    "seeds/cases/a-town.yaml: town.name: missing",
    "seeds/cases/a-town.yaml: town.region: missing",
    `seeds/cases/a-town.yaml: sections[0].kind: is none of ${sectionKinds.join(", ")}`,
    "seeds/cases/a-town.yaml: sections[0].heading.en: missing",
    "seeds/cases/a-town.yaml: sections[0].narratives.en: missing",
    "seeds/cases/a-town.yaml: unknown: tag",
    expect.stringMatching(/^seeds\/cases\/b-town\.yaml: Flow sequence .*line 2, column 1$/),
  ]);
  expect(said).toContain("seeds/sources.yaml: missing");
});

describe("a text is told that", () => {
  it.each<[string, CaseParts, string]>([
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
    expect(saidOf(parts)).toEqual([`${soundFile}: ${sentence}`]);
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
      `${soundFile}: title: 2 Chinese characters; 6 to 50 are wanted`,
      `${soundFile}: sections: 15 Chinese characters; 500 to 1500 are wanted`,
      `${soundFile}: sections: 1200 English words; 350 to 1000 are wanted`,
    ]);
  });

  it("is longer than its evidence carries, unless the release of 2019 names its town", () => {
    const told = (times: number): string[] =>
      saidOf({
        town: aTown("sock-town"),
        evidence: [soundEvidence({})],
        sections: [
          {
            ...practiceSection({}),
            narratives: label("有企业495家[^f1]。".repeat(times), "By 2016 there were 495 firms[^f1]."),
          },
        ],
      }).filter((said) => said.includes("wanted"));
    expect(told(2)).toEqual([]);
    expect(told(3)).toEqual([`${soundFile}: sections: 24 Chinese characters; at most 22 are wanted`]);
  });
});

describe("a name that is there twice is told:", () => {
  it("a slug, also a former one, and a town", () => {
    const other = { ...soundCase({ formerSlugs: ["sock-town"] }), slug: "new-town" };
    expect(sentencesOf(contentOf([soundCase(), other]))).toEqual([
      `seeds/cases/test/new-town.yaml: formerSlugs[0]: another case has the slug sock-town (${soundFile})`,
      `seeds/cases/test/new-town.yaml: town.slug: another file has the town sock-town-town (${soundFile})`,
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
      `${soundFile}: sections[1].anchor: another section has the anchor practice (sections[0].anchor)`,
      `${soundFile}: evidence[2].anchor: another piece of evidence has the anchor f2 (evidence[1].anchor)`,
    ]);
  });

  it("a key of a list, and the address of a source", () => {
    const [paper, ...others] = vocabulary["sources.yaml"];
    const [craft] = vocabulary["vocabulary/tags.yaml"];
    if (paper === undefined || craft === undefined) throw new Error("no lists");
    expect(
      saidOf(
        {},
        {
          "sources.yaml": [paper, { ...paper, key: "copy" }, ...others],
          "vocabulary/tags.yaml": [craft, craft],
        },
      ),
    ).toEqual([
      "seeds/vocabulary/tags.yaml: [1].key: is there twice: craft ([0].key)",
      "seeds/sources.yaml: [1].url: is there twice: https://example.org/paper ([0].url)",
    ]);
  });
});
