import type { QueryPiece, QueryPlan, QueryTerm, QueryWord } from "./query-plan.js";
import { isHan, type Phrase } from "../text/tokens.js";
import type { SearchAnswer } from "./search-engine.js";
import { formsOf } from "./word-forms.js";

/** One thing to look for in the texts of a hit. */
export interface Needle {
  /** How much finding it says. */
  readonly weight: number;
  /** The strictest first: a looser one only counts where the case has none of those before. */
  readonly stages: readonly (readonly Phrase[])[];
  /** A case that has one of these has nothing to look for here: another needle marks them. */
  readonly unless: readonly Phrase[];
}

/** What to mark in the texts of hits: what the engine may have found them by. */
export interface Needles {
  readonly ofHits: readonly Needle[];
  /** Of those that have only some of the query. */
  readonly ofLooseHits: readonly Needle[];
}

/** The needles of a plan and of what an engine made of it. */
export function needlesOf(
  { literal, required, expanded }: QueryPlan,
  { loosePieces, expansions }: Pick<SearchAnswer, "loosePieces" | "expansions">,
): Needles {
  const typos = new Map(
    expansions
      .filter(({ reason }) => reason === "TYPO")
      .map(({ term, expandedTo }) => [term, expandedTo] as const),
  );
  const similarTo = (token: string): readonly string[] => typos.get(token) ?? [];
  const strict = (words: readonly QueryWord[]): Phrase[] =>
    words.flatMap((word) => formsOf(word, { prefix: true, alternatives: false, similarTo: null }));
  const lenient = (words: readonly QueryWord[]): Phrase[] =>
    words.flatMap((word) => formsOf(word, { prefix: true, alternatives: false, similarTo }));
  const ofTerm = ({ phrases, words }: QueryTerm): Needle => {
    const whole = words.length === 1 ? strict(words) : phrases;
    const stages = [[...phrases, ...whole], strict(words), lenient(words)];
    return { weight: weightOf(phrases), stages, unless: [] };
  };
  const ofPiece = (piece: QueryPiece): Needle => ({
    weight: weightOf(piece.phrases),
    stages: [strict([piece]), piece.alternatives, lenient([piece])],
    unless: [],
  });
  return {
    ofHits: [
      { weight: required.length, stages: [literal], unless: [] },
      ...required.map(ofTerm),
      ...expanded.filter(({ alternatives }) => alternatives.length > 0).map(ofKnownWording),
    ],
    ofLooseHits: [...required.filter(({ isQuoted }) => isQuoted).map(ofTerm), ...loosePieces.map(ofPiece)],
  };
}

const ofKnownWording = ({ phrases, alternatives }: QueryWord): Needle => ({
  weight: weightOf(phrases),
  stages: [alternatives],
  unless: phrases,
});

/** A short Latin word says less: `how`, `of`. A Han word is short by nature. */
function weightOf(phrases: readonly Phrase[]): number {
  const text = phrases[0]?.text ?? "";
  return isHan(text) ? 1 : Math.min(1, text.length / 6);
}
