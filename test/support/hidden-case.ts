import type { CaseFile } from "../../src/content/case-file.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { publicId, seededId } from "../../src/ids.js";
import { aCase, aTown, contentOf, label } from "./content.js";

/** Words that stand in one field of one case and nowhere else; the state of that case decides who sees them. */
export const secretWords = {
  title: label("琥珀", "amberine"),
  summary: label("翡翠", "beryline"),
  notice: label("珊瑚", "coraline"),
  heading: label("玳瑁", "dorsaline"),
  narrative: label("玛瑙", "emeraldine"),
  statement: label("珍珠", "feldsparine"),
  valueText: label("石榴", "garnetine"),
  scopeArea: label("水晶", "hematine"),
  attributedTo: label("玉石", "iolitine"),
  conflictNote: label("砗磲", "jadeitine"),
  reason: label("绿松", "kyanitine"),
  categoryReason: label("孔雀", "larimarine"),
  town: label("蜜蜡", "moonstonine"),
  formerTown: label("琉璃", "nacritine"),
  statusNote: label("碧玺", "opaline"),
  actor: label("青金", "peridotine"),
  warningProblem: label("月光", "quartzine"),
  warningCorrection: label("橄榄", "rhodonine"),
  orderedBy: label("紫晶", "sapphirine"),
  contradiction: label("黑曜", "topazine"),
  openQuestion: label("红宝", "ulexine"),
} as const;

/** Its slugs and those of its town. */
export const secretSlugs = ["zircon-case", "zircon-before", "zircon-town"] as const;

/** Ids of the case and of all that hangs on it. */
export const secretIds = {
  case: publicId("Case", seededId("Case", "zircon-before")),
  section: publicId("Section", seededId("Section", "zircon-before#result")),
  evidence: publicId("Evidence", seededId("Evidence", "zircon-before#g1")),
  town: publicId("Town", seededId("Town", "zircon-town")),
  /** Which nothing else cites. */
  source: publicId("Source", seededId("Source", "gazette")),
} as const;

/** A case with everything that no other case has: a province, a tag, a practice, a measure, a source. */
function hiddenCase(status: "draft" | "published"): CaseFile {
  const { title, summary, notice, heading, narrative, statement, reason } = secretWords;
  const { valueText, scopeArea, attributedTo, conflictNote } = secretWords;
  return aCase({
    slug: "zircon-case",
    formerSlugs: ["zircon-before"],
    ...{ status, title, summary, notice, kind: "CAUTIONARY", round: 2 },
    ...{
      category: "CULTURAL_HERITAGE",
      categoryBasis: "EDITORIAL",
      categoryReason: secretWords.categoryReason,
    },
    town: aTown("zircon", {
      name: secretWords.town,
      formerNames: [{ name: secretWords.formerTown, until: null, source: "gazette" }],
      ...{ region: "automobile-zone", industries: ["cars"] },
      statusHistory: [{ kind: "CLOSED", note: secretWords.statusNote, sources: ["gazette"] }],
    }),
    ...{ tags: ["talent"], practices: [{ practice: "clean-up-first", reason, evidence: ["g1"] }] },
    contradicts: [{ practice: "shared-design", reason: secretWords.contradiction, evidence: ["g1"] }],
    problems: [{ problem: "no-designers", evidence: ["g1"] }],
    actors: [{ role: "PAID", kind: "GOVERNMENT", name: secretWords.actor, evidence: ["g1"] }],
    warning: {
      kind: "RED_LINE",
      problem: secretWords.warningProblem,
      correction: secretWords.warningCorrection,
      orderedBy: secretWords.orderedBy,
      sources: ["gazette"],
    },
    openQuestions: [secretWords.openQuestion],
    sections: [{ anchor: "result", kind: "RESULT", heading, narratives: narrative }],
    evidence: ["g1", "g2"].map((anchor) => ({
      ...{
        anchor,
        section: "result",
        kind: "CHALLENGE",
        statement,
        source: "gazette",
        alsoReportedBy: ["paper"],
      },
      ...{ scopeArea, attributedTo, conflictNote, conflictsWith: [anchor === "g1" ? "g2" : "g1"] },
      indicators: [{ measure: "output_value", value: 7, timeBasis: "POINT", valueText, scopeArea }],
    })),
  });
}

/** Published throughout; its evidence names the other case's town where there is one. */
const steadyCase = (otherTowns: readonly string[]): CaseFile =>
  aCase({
    ...{ slug: "steady", tags: ["craft"], problems: [{ problem: "thin-margins", evidence: ["f1"] }] },
    practices: [{ practice: "shared-design", reason: label("做法。", "How."), evidence: ["f1"] }],
    evidence: [
      {
        ...{ anchor: "f1", section: "practice", kind: "OUTCOME", source: "paper", otherTowns },
        statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms."),
        indicators: [
          { measure: "enterprises", value: 495, timeBasis: "POINT", valueText: label("495家", "495 firms") },
        ],
      },
    ],
  });

/** Of the same town as the steady one, and never published. */
const draftBeside = aCase({
  ...{ slug: "unborn", status: "draft", town: "steady-town" },
  ...{ title: label("胎儿", "unborn"), category: "POPULATION_TRANSFER" },
});

const hidden = (status: "draft" | "published"): SeedFiles =>
  contentOf([steadyCase(["zircon-town"]), draftBeside, hiddenCase(status)]);
const absent = contentOf([steadyCase([]), draftBeside]);

/** What is seeded, one after another, until the case is in its state. */
export const states = {
  draft: [hidden("draft")],
  published: [hidden("published")],
  withdrawn: [hidden("published"), absent],
  "published again": [hidden("published"), absent, hidden("published")],
  "a draft again": [hidden("published"), hidden("draft")],
} satisfies Record<string, readonly SeedFiles[]>;
