import type { CaseFile } from "../../src/content/case-file.js";
import { checkContent, fileRules } from "../../src/content/check.js";
import { sentenceOf, type SeedFiles, type SeedLists } from "../../src/content/seed-files.js";
import { aCase, aTown, contentOf, label } from "./content.js";

/** A case in which the content check finds no fault, and its parts, to plant one in. */

export const soundFile = "seeds/cases/test/sock-town.yaml";

export type CaseParts = Partial<Record<Exclude<keyof CaseFile, "slug">, unknown>>;

/** What the check says of one case that is sound but for these parts. */
export function saidOf(parts: CaseParts, lists: Partial<SeedLists> = {}): string[] {
  return sentencesOf(contentOf([soundCase(parts)], lists));
}

/** By the rules of single files: what must hold of a whole collection is not asked of one case. */
export function sentencesOf(files: SeedFiles): string[] {
  return checkContent(files, fileRules).map(sentenceOf);
}

/** A case without a fault, told at the length that is wanted. */
export function soundCase(parts: CaseParts = {}): CaseFile {
  return aCase({
    slug: "sock-town",
    title: label("袜镇先整治再升级", "A sock town cleans up first"),
    summary: label(
      "袜镇先关停作坊，再办起企业，到2016年有企业495家；后来的情况没有查到，以后再补。",
      "The sock town closed workshops first and then brought in firms, 495 of them by 2016; what came later was not found.",
    ),
    town: soundTown({}),
    sections: [practiceSection({})],
    evidence: [soundEvidence({}), moneyEvidence({})],
    ...parts,
  });
}

/** A town whose case is told at length, as the release names it. */
export function soundTown(parts: object) {
  const named = { kind: "CITED", date: "2019-07", round: 1, sources: ["ndrc-release-2019"] };
  return aTown("sock-town", { statusHistory: [named], ...parts });
}

const FILLER = label(
  "当地把旧厂房改成了车间。".repeat(45),
  "The old factory became a workshop for everybody. ".repeat(48),
);

export function practiceSection({
  zh = "",
  en = "",
  ...rest
}: {
  zh?: string;
  en?: string;
  anchor?: string;
}) {
  return {
    ...{ anchor: "practice", kind: "PRACTICE", heading: label("做法", "What was done") },
    narratives: label(
      `到2016年，企业有495家[^f1]。投资7.4亿元[^f2]。${zh}${FILLER.zh}`,
      `By 2016 there were 495 firms[^f1]. Investment was CNY 740 million[^f2]. ${en}${FILLER.en}`,
    ),
    ...rest,
  };
}

export function soundEvidence(parts: object) {
  return {
    ...{ anchor: "f1", section: "practice", kind: "OUTCOME", source: "paper" },
    statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms."),
    indicators: [firmsIndicator({})],
    ...parts,
  };
}

export function moneyEvidence(parts: object) {
  return soundEvidence({
    anchor: "f2",
    statement: label("投资7.4亿元。", "Investment was CNY 740 million."),
    indicators: [moneyIndicator({})],
    ...parts,
  });
}

export function firmsIndicator(parts: object) {
  return {
    ...{ measure: "enterprises", value: 495, timeBasis: "POINT", asOf: "2016", asOfBasis: "SOURCE" },
    valueText: label("495家", "495 firms"),
    ...parts,
  };
}

export function moneyIndicator(parts: object) {
  return {
    ...{ measure: "output_value", value: 740_000_000, timeBasis: "CUMULATIVE" },
    valueText: label("7.4亿元", "CNY 740 million"),
    ...parts,
  };
}
