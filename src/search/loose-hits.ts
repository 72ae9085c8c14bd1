import type { Bitset } from "../catalogue/bitset.js";
import type { QueryPiece } from "./query-plan.js";

/** The cases that have one piece of a query. */
export interface PieceFound {
  readonly cases: Bitset;
  /** Those of them that have it in a title or in the name of a town. */
  readonly named: Bitset;
}

export interface LooseHits {
  /** Best first; equals in the order of their ordinals. */
  readonly hits: readonly LooseHit[];
  /** What they were found by: each piece, or its parts where no case has it. */
  readonly pieces: readonly QueryPiece[];
}

export interface LooseHit {
  readonly ordinal: number;
  /** 0 to 1. */
  readonly score: number;
}

/** A piece in a name says more than one in a text. */
const NAME_FACTOR = 3;
/** Of the best hit's score; what has less is another matter. */
const LEAST_OF_BEST = 1 / 3;
/** Of what was asked for; cases that have only words that nearly all have are no hits. */
const LEAST_OF_ALL = 1 / 20;

/**
 * Cases that have some of the pieces: those with more and with rarer ones first. Every engine that finds
 * the pieces has this ranking. Rarity is the inverse document frequency of BM25 (Robertson and Zaragoza
 * 2009), with 1 inside the logarithm, as Lucene has it, so that it stays above 0.
 */
export function looseHits(
  pieces: readonly QueryPiece[],
  find: (piece: QueryPiece) => PieceFound,
  allowed: Bitset,
): LooseHits {
  const weighed = pieces.flatMap((piece) => weighedPieces(piece, 1, find, allowed.size));
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const scored = [...allowed.ordinals()].map((ordinal) => ({
    ordinal,
    score: weighed.reduce((sum, piece) => sum + weightIn(piece, ordinal), 0) / (all * NAME_FACTOR),
  }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const least = Math.max(best * LEAST_OF_BEST, LEAST_OF_ALL / NAME_FACTOR);
  return {
    hits: scored
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal),
    pieces: weighed.map(({ piece }) => piece),
  };
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

function weightIn({ cases, named, weight }: WeighedPiece, ordinal: number): number {
  if (!cases.has(ordinal)) return 0;
  return named.has(ordinal) ? weight * NAME_FACTOR : weight;
}

function rarity(having: number, caseCount: number): number {
  return Math.log(1 + (caseCount - having + 0.5) / (having + 0.5));
}
