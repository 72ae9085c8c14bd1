import { Bitset } from "../catalogue/bitset.js";
import type { QueryPiece } from "./query-plan.js";

/** The cases that have one piece of a query. */
export interface PieceFound {
  readonly cases: Bitset;
  /** Those of them that have it in a title or in the name of a town. */
  readonly named: Bitset;
  /** How much one of them has of it, by field and frequency: 0 to 1, of the one that has the most. */
  strengthIn(ordinal: number): number;
}

export interface LooseHits {
  /** By ordinal, 0 to 1: how much of the query a case has; 0: it is no hit. */
  readonly scores: Float64Array;
  /** What they were found by: each piece, or its parts where no case has it. */
  readonly pieces: readonly QueryPiece[];
}

/** A piece in a name says more than one in a text. */
const NAME_FACTOR = 3;
/** How much of a piece's weight goes by how much a case has of it; the rest by having it at all. */
const STRENGTH_SHARE = 1 / 4;
/** Of the best hit's score; what has less is another matter. */
const LEAST_OF_BEST = 1 / 3;
/** Of what was asked for; cases that have only words that nearly all have are no hits. */
const LEAST_OF_ALL = 1 / 20;

/**
 * Cases that have some of the pieces: those with more and with rarer ones first, of equals those that have
 * more of them. Which cases are hits goes by having pieces alone. Rarity is the inverse document frequency
 * of BM25 (Robertson and Zaragoza 2009), with 1 inside the logarithm, as Lucene has it, so that it stays
 * above 0.
 */
export function looseHits(
  pieces: readonly QueryPiece[],
  find: (piece: QueryPiece) => PieceFound,
  allowed: Bitset,
): LooseHits {
  const weighed = pieces.flatMap((piece) => weighedPieces(piece, 1, find, allowed.size));
  const scores = new Float64Array(allowed.size);
  if (weighed.length === 0) return { scores, pieces: [] };
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0) * NAME_FACTOR;
  const candidates = weighed
    .reduce((all, { cases }) => all.or(cases), Bitset.empty(allowed.size))
    .and(allowed);
  // By ordinal: there may be a hundred thousand, and an object for each takes ten times as long.
  const having = new Float64Array(allowed.size);
  for (const piece of weighed) {
    piece.cases.forEach((ordinal) => {
      having[ordinal] = (having[ordinal] ?? 0) + weightOfHaving(piece, ordinal);
    });
  }
  let best = 0;
  candidates.forEach((ordinal) => {
    best = Math.max(best, (having[ordinal] ?? 0) / whole);
  });
  const least = Math.max(best * LEAST_OF_BEST, LEAST_OF_ALL / NAME_FACTOR);
  candidates.forEach((ordinal) => {
    if ((having[ordinal] ?? 0) / whole < least) return;
    let score = 0;
    for (const piece of weighed) score += weightOfMuch(piece, ordinal);
    scores[ordinal] = score / whole;
  });
  return { scores, pieces: weighed.map(({ piece }) => piece) };
}

/** What several readings of a query find: each case as the reading has it that finds it best. */
export function unionOf([first, ...others]: readonly [LooseHits, ...LooseHits[]]): LooseHits {
  const scores = first.scores;
  for (const other of others) {
    for (let ordinal = 0; ordinal < scores.length; ordinal++) {
      scores[ordinal] = Math.max(scores[ordinal] ?? 0, other.scores[ordinal] ?? 0);
    }
  }
  return { scores, pieces: [first, ...others].flatMap(({ pieces }) => pieces) };
}

interface WeighedPiece extends PieceFound {
  readonly piece: QueryPiece;
  readonly weight: number;
}

/** Parts share what a word is worth, so that a long one is worth no more. */
function weighedPieces(
  piece: QueryPiece,
  share: number,
  find: (piece: QueryPiece) => PieceFound,
  caseCount: number,
): WeighedPiece[] {
  const found = find(piece);
  const { parts } = piece;
  if (found.cases.count() === 0 && parts.length > 0) {
    return parts.flatMap((part) => weighedPieces(part, share / parts.length, find, caseCount));
  }
  return [{ ...found, piece, weight: share * rarity(found.cases.count(), caseCount) }];
}

function weightOfHaving({ cases, named, weight }: WeighedPiece, ordinal: number): number {
  if (!cases.has(ordinal)) return 0;
  return named.has(ordinal) ? weight * NAME_FACTOR : weight;
}

function weightOfMuch(piece: WeighedPiece, ordinal: number): number {
  const having = weightOfHaving(piece, ordinal);
  if (having === 0) return 0;
  return having * (1 - STRENGTH_SHARE + STRENGTH_SHARE * piece.strengthIn(ordinal));
}

function rarity(having: number, caseCount: number): number {
  return Math.log(1 + (caseCount - having + 0.5) / (having + 0.5));
}
