import { isFiller } from "../text/filler-words.js";
import { pairsInRun } from "../text/segment.js";
import { isHan, type Phrase } from "../text/tokens.js";
import type { QueryPiece, QueryWord } from "./query-plan.js";
import { wordOf, wordsOf } from "./query-terms.js";

/**
 * What of a query may be missing when nothing has everything, each once. A query of one word has no pieces
 * but its parts, and single characters are too little of it; none where that leaves nothing.
 */
export function piecesOf(words: readonly QueryWord[]): readonly QueryPiece[] {
  const pieces = distinct(words.map((word) => ({ ...word, parts: partsOf(word) })));
  const [first, ...more] = pieces;
  if (!first || more.length > 0) return pieces;
  const only = withoutCharacters(first);
  return only.parts.length > 0 ? [only] : [];
}

function withoutCharacters(piece: QueryPiece): QueryPiece {
  const parts = piece.parts.filter((part) => !isOneHanCharacter(part));
  return { ...piece, parts: parts.map(withoutCharacters) };
}

const isOneHanCharacter = ({ phrases }: QueryPiece): boolean =>
  phrases.every(({ text }) => isHan(text) && Array.from(text).length === 1);

/**
 * Of a wording its words; of a Han word its pairs of neighbours, and their characters; of a Latin one its
 * beginning.
 */
function partsOf({ phrases: [phrase] }: QueryWord): readonly QueryPiece[] {
  if (!phrase) return [];
  const { text, tokens } = phrase;
  if (LONG_LATIN.test(text)) return [beginningOf(phrase)];
  const isHanWord = isHan(text) && tokens.every(isHan);
  if (isHanWord && phrase.isOpen) return [];
  const parts = isHanWord ? (tokens.length > 1 ? pairsInRun(text) : Array.from(text)) : severalWordsOf(text);
  return distinct(
    parts.flatMap((part) => wordOf(part, false).map((word) => ({ ...word, parts: partsOf(word) }))),
  );
}

function severalWordsOf(text: string): string[] {
  const words = wordsOf(text).filter((word) => !isFiller(word));
  return words.length > 1 || words[0] !== text ? words : [];
}

const LONG_LATIN = /^\p{Script=Latin}{6,}$/u;

/** Two thirds of the letters: `medic` for `medicine`. */
function beginningOf({ text }: Phrase): QueryPiece {
  const beginning = text.slice(0, Math.ceil((text.length * 2) / 3));
  return {
    phrases: [{ text: beginning, tokens: [beginning], isOpen: true }],
    ...{ alternatives: [], isPrefix: false, mayHaveTypos: false, parts: [] },
  };
}

function distinct(pieces: readonly QueryPiece[]): QueryPiece[] {
  return [...new Map(pieces.map((piece) => [piece.phrases[0]?.text, piece])).values()];
}
