import { caseKinds, categoryKeys, warningKinds, type SectionKind } from "../../src/terms.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { aCase, aTown, contentOf, enterprisesFigure, label } from "./content.js";

/** A small deterministic generator (Mulberry32), so that a failing set can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Cases that differ in everything a filter or a facet looks at; some are drafts, some have no category. */
export function randomContent(count: number, seed: number): SeedFiles {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => random() < 0.5);
  const cases = Array.from({ length: count }, (_, index) => {
    const slug = `case-${index}`;
    const category = random() < 0.15 ? null : pick(categoryKeys);
    const kind = pick(caseKinds);
    const use = (practice: string) => ({ practice, reason: label("做法。", "How."), evidence: ["f1"] });
    const kinds = some<SectionKind>(["PROBLEM", "RESULT", "LESSON"]);
    return aCase({
      slug,
      status: random() < 0.15 ? "draft" : "published",
      kind,
      category,
      categoryBasis: category === null ? null : pick(["SOURCE", "EDITORIAL"]),
      round: pick([1, 2, null]),
      title: label(pick(["阿", "波", "德", "诸", "杨"]) + slug, `Title ${pick(["A", "b", "C"])} ${index}`),
      updatedOn: `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
      tags: some(["craft", "talent"]),
      practices: kind === "EXEMPLARY" ? some(["shared-design", "clean-up-first"]).map(use) : [],
      contradicts: kind === "CAUTIONARY" ? some(["shared-design", "clean-up-first"]).map(use) : [],
      problems: some(["thin-margins", "no-designers"]).map((problem) => ({ problem, evidence: ["f1"] })),
      warning: kind === "CAUTIONARY" ? aWarning(pick(warningKinds)) : null,
      evidence: [
        enterprisesFigure({
          value: 100 * Math.floor(random() * 10),
          qualifier: pick(["EXACT", "MORE_THAN", "AT_MOST", "NEARLY"]),
          nature: pick(["ACTUAL", "TARGET"]),
          scope: pick(["TOWN", "WIDER_AREA"]),
        }),
      ],
      town: aTown(slug, {
        region: pick(["deqing-county", "automobile-zone", "huzhou"]),
        industries: some(["hosiery", "cars"]),
        location:
          random() < 0.2
            ? null
            : {
                latitude: 20 + 30 * random(),
                longitude: 90 + 40 * random(),
                basis: label("约数", "Approximate"),
              },
        statusHistory: some(["CITED", "NAMED", "CLOSED"]).map((kind) => ({ kind, sources: ["paper"] })),
      }),
      sections: [...new Set<SectionKind>(["PRACTICE", ...kinds])].map((kind) => ({
        anchor: kind === "PRACTICE" ? "practice" : kind.toLowerCase(),
        kind,
        heading: label("标题", "Heading"),
        narratives: label("正文", "Text"),
      })),
    });
  });
  return contentOf(cases);
}

const aWarning = (kind: (typeof warningKinds)[number]) => ({
  kind,
  problem: label("名不副实。", "It was none."),
  correction: label("已更名。", "It was renamed."),
  sources: ["paper"],
});
