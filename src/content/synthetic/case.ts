import { actorKinds, actorRoles, bases, warningKinds, type SectionKind } from "../../terms.js";
import type { CaseFile, SectionFile } from "../case-file.js";
import { syntheticEvidence } from "./evidence.js";
import {
  correctionKeys,
  documentKeys,
  marked,
  sourceKey,
  themePositions,
  townCount,
  type Choices,
  type SetSize,
} from "./lists.js";
import { randomFor, type Random } from "./random.js";
import { syntheticTown, townSlug } from "./town.js";
import { chineseSentence, englishSentence } from "./words.js";

const exemplarySections = ["BACKGROUND", "PROBLEM", "PRACTICE", "MECHANISM", "RESULT"] as const;
const cautionarySections = ["BACKGROUND", "PROBLEM", "SETBACK", "LESSON"] as const;

/** The case of this place in the set: it hangs on the set and its place alone. */
export function syntheticCase(size: SetSize, place: number, choices: Choices): CaseFile {
  const random = randomFor(size.seed, 3, place);
  const towns = townCount(size);
  // The first cases describe the towns, the others name towns that have been described.
  const described = Math.min(place + 1, towns);
  const kind = random.isOneIn(8) ? "CAUTIONARY" : "EXEMPLARY";
  const sections = kind === "EXEMPLARY" ? exemplarySections : cautionarySections;
  const evidence = syntheticEvidence(random, {
    ...{ choices, size, sections: sections.map((one) => one.toLowerCase()) },
    otherTowns: Array.from({ length: 3 }, () => townSlug(size.seed, random.between(0, described - 1))),
  });
  const proofs = (): string[] =>
    random.someOf(evidence.slice(2), random.between(1, 2)).map(({ anchor }) => anchor);
  const practices = random.someOf(choices.practices, random.between(1, 5)).map((practice) => ({
    ...{ practice, reason: sentence(random, 8), evidence: proofs() },
  }));
  const category = random.isOneIn(20) ? null : random.of(choices.categories);
  const slug = `synthetic-${size.seed}-case-${place}`;
  return {
    ...{ slug, kind, category, status: "published", round: random.of([1, 2, null]) },
    formerSlugs: random.isOneIn(50) ? [`${slug}-before`] : [],
    publishedOn: "2026-01-01",
    updatedOn: `2026-0${random.between(1, 9)}-${random.between(10, 28)}`,
    lastVerifiedOn: random.isOneIn(2) ? "2026-01" : null,
    title: markedSentence(random, 5),
    summary: markedSentence(random, 14),
    notice: random.isOneIn(40) ? markedSentence(random, 6) : null,
    categoryBasis: category === null ? null : random.of(bases),
    categoryReason: null,
    theme: random.isOneIn(4) ? themeOf(random, size) : null,
    ...{ originalLocale: "ZH", translation: "TRANSLATED" },
    town:
      place < towns ? syntheticTown(size, place, choices) : townSlug(size.seed, random.between(0, towns - 1)),
    practices: kind === "EXEMPLARY" ? practices : [],
    contradicts: kind === "CAUTIONARY" ? practices : [],
    problems: random.someOf(choices.problems, random.between(0, 4)).map((problem) => ({
      ...{ problem, evidence: proofs() },
    })),
    warning: kind === "CAUTIONARY" ? warningOf(random, size) : null,
    actors: random.someOf(actorRoles, random.between(0, 4)).map((role) => ({
      ...{ role, kind: random.of(actorKinds), name: marked("某单位", "somebody"), evidence: proofs() },
    })),
    tags: random.someOf(choices.tags, random.between(0, 4)),
    documents: random.someOf(documentKeys, random.between(0, 2)),
    sections: sections.map((one, index) => sectionOf(random, one, evidence[index + 2])),
    evidence,
    openQuestions: random.isOneIn(3) ? [sentence(random, 7)] : [],
  };
}

/** Some sentences; the first has a statement of the evidence behind it, and its figure. */
function sectionOf(
  random: Random,
  kind: SectionKind,
  cited: CaseFile["evidence"][number] | undefined,
): SectionFile {
  const parts = Array.from({ length: 3 }, () => sentence(random, 11));
  const figure = cited?.indicators[0]?.valueText;
  const mark = cited ? `[^${cited.anchor}]` : "";
  return {
    ...{ kind, anchor: kind.toLowerCase() },
    heading: marked(sectionNames[kind].zh, sectionNames[kind].en),
    narratives: {
      zh:
        (figure ? `${figure.zh}，` : "") +
        parts
          .map(({ zh }) => zh)
          .join("")
          .replace("。", `${mark}。`),
      en:
        (figure ? `${figure.en}: ` : "") +
        parts
          .map(({ en }) => en)
          .join(" ")
          .replace(".", `${mark}.`),
    },
  };
}

const sectionNames: Readonly<Record<SectionKind, { readonly zh: string; readonly en: string }>> = {
  BACKGROUND: { zh: "背景", en: "Background" },
  PROBLEM: { zh: "问题", en: "The problem" },
  PRACTICE: { zh: "做法", en: "What was done" },
  MECHANISM: { zh: "机制", en: "How it works" },
  RESULT: { zh: "结果", en: "What came of it" },
  SETBACK: { zh: "挫折", en: "What went wrong" },
  LESSON: { zh: "启示", en: "What to learn" },
};

function themeOf(random: Random, size: SetSize): CaseFile["theme"] {
  return { position: random.of(themePositions), basis: random.of(bases), sources: [sourceKey(size.seed, 0)] };
}

function warningOf(random: Random, size: SetSize): CaseFile["warning"] {
  return {
    ...{ kind: random.of(warningKinds), problem: sentence(random, 8), correction: sentence(random, 8) },
    orderedBy: null,
    standsFor: random.isOneIn(3) ? random.of(correctionKeys) : null,
    sources: [sourceKey(size.seed, 1)],
  };
}

const sentence = (random: Random, words: number) => ({
  zh: chineseSentence(random, words),
  en: englishSentence(random, words + 4),
});

function markedSentence(random: Random, words: number) {
  const { zh, en } = sentence(random, words);
  return marked(zh.replace(/。$/, ""), en.replace(/\.$/, ""));
}
