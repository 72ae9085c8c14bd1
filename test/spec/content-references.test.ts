import { describe, expect, it } from "vitest";
import { label, vocabulary } from "../support/content.js";
import {
  firmsIndicator,
  moneyEvidence,
  practiceSection,
  saidOf,
  soundEvidence,
  soundFile,
  soundTown,
  type CaseParts,
} from "../support/sound-case.js";

describe("a reference that leads nowhere is told:", () => {
  it.each<[string, CaseParts, string]>([
    ["a tag", { tags: ["crafts"] }, "tags[0]: the tag crafts is not in seeds/vocabulary/tags.yaml"],
    [
      "a region",
      { town: soundTown({ region: "zhuji" }) },
      "town.region: the region zhuji is not in seeds/vocabulary/regions.yaml",
    ],
    [
      "an industry",
      { town: soundTown({ industries: ["socks"] }) },
      "town.industries[0]: the industry socks is not in seeds/vocabulary/industries.yaml",
    ],
    [
      "a town's source",
      {
        town: soundTown({
          statusHistory: [{ kind: "CITED", round: 1, sources: ["ndrc-release-2019", "papers"] }],
        }),
      },
      "town.statusHistory[0].sources[1]: the source papers is not in seeds/sources.yaml",
    ],
    [
      "a town of another file",
      { town: "no-town", sections: [{ ...practiceSection({}), narratives: label("办厂。", "Works.") }] },
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
    expect(saidOf(parts)).toEqual([`${soundFile}: ${sentence}`]);
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
        "programme/themes.yaml": [
          { position: 1, name: label("主导产业", "Leading industry"), sources: ["radio"] },
        ],
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
      "seeds/programme/themes.yaml: [0].sources[0]: the source radio is not in seeds/sources.yaml",
      "seeds/vocabulary/categories.yaml: CULTURAL_HERITAGE: missing",
      "seeds/vocabulary/regions.yaml: [5].parent: anji-county is COUNTY, and its parent deqing-county is COUNTY",
      "seeds/vocabulary/regions.yaml: [6].parent: missing: which region holds lost-county?",
      "seeds/programme/praised-provinces.yaml: [0].region: huzhou is no province",
      "seeds/vocabulary/measures.yaml: [2].unit: the unit MILE is not in seeds/vocabulary/units.yaml",
    ]);
  });
});
