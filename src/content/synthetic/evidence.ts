import { evidenceKinds, evidenceScopes } from "../../terms.js";
import type { EvidenceFile } from "../case-file.js";
import { syntheticFigure } from "./figures.js";
import { sourceCount, sourceKey, type Choices, type SetSize } from "./lists.js";
import type { Random } from "./random.js";
import { chineseSentence, englishSentence } from "./words.js";

export const EVIDENCE_A_CASE = 10;

export interface EvidenceChoices {
  readonly choices: Choices;
  readonly size: SetSize;
  /** Anchors of the sections that it may belong to. */
  readonly sections: readonly string[];
  /** Slugs of other towns that are there already. */
  readonly otherTowns: readonly string[];
}

/** The statements of one case: most have a figure, some disagree, some were reported twice. */
export function syntheticEvidence(random: Random, from: EvidenceChoices): EvidenceFile[] {
  const all = Array.from({ length: EVIDENCE_A_CASE }, (_, place) => oneOf(random, place, from));
  const [first, second] = all;
  if (!first || !second || !random.isOneIn(5)) return all;
  const conflictNote = { zh: "说法不同。", en: "They differ." };
  const pair = [
    { ...first, conflictsWith: [second.anchor], conflictNote },
    { ...second, conflictsWith: [first.anchor], conflictNote },
  ];
  return [...pair, ...all.slice(2)];
}

function oneOf(
  random: Random,
  place: number,
  { choices, size, sections, otherTowns }: EvidenceChoices,
): EvidenceFile {
  const year = String(random.between(2012, 2025));
  const measures = random.isOneIn(5) ? [] : random.someOf(choices.measures, 1);
  const figures = measures.map((measure) => syntheticFigure(random, measure, year));
  const scope = random.isOneIn(4) ? random.of(evidenceScopes) : "TOWN";
  const sources = sourceCount(size);
  const [source, also] = [random.between(0, sources - 1), random.between(0, sources - 1)];
  const told = figures.map(({ told: label }) => label);
  return {
    anchor: `f${place + 1}`,
    section: random.isOneIn(10) ? null : random.of(sections),
    kind: random.of(evidenceKinds),
    statement: {
      zh: told.map(({ zh }) => `${zh}，`).join("") + chineseSentence(random, 14),
      en: [...told.map(({ en }) => `${en}.`), englishSentence(random, 18)].join(" "),
    },
    attributedTo: random.isOneIn(6) ? { zh: "当地政府", en: "The local government" } : null,
    period: random.isOneIn(3) ? { from: null, to: year, label: null, basis: "SOURCE" } : null,
    scope,
    scopeArea: scope === "TOWN" ? null : { zh: "所在县", en: "The county" },
    otherTowns: otherTowns.length > 0 && random.isOneIn(20) ? [random.of(otherTowns)] : [],
    source: sourceKey(size.seed, source),
    alsoReportedBy: also !== source && random.isOneIn(8) ? [sourceKey(size.seed, also)] : [],
    ...{ conflictsWith: [], conflictNote: null, otherFigures: [] },
    indicators: figures.map(({ indicator }) => indicator),
  };
}
