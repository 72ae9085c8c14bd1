import { Bitset } from "../catalogue/bitset.js";
import type { CaseColumns } from "../catalogue/columns.js";
import { looseHits, unionOf, type LooseHits, type PieceFound } from "./loose-hits.js";
import type { QueryPiece, QueryPlan } from "./query-plan.js";
import type { ScopedSearch } from "./scoped-search.js";
import { wantedPiece, wantedQuotes, type Wanted } from "./wanted.js";

/** What is known before. */
export interface FoundStrictly {
  /** The tiers of the query without what the glossary knows of it. */
  readonly asTyped: readonly Wanted[];
  readonly strict: Bitset;
  readonly excluded: Bitset;
}

/**
 * The cases with some of a query, besides those that have all of it: of the query as typed where none has
 * it so, of the expanded one where none has that either.
 */
export function findLooseHits(
  search: ScopedSearch,
  columns: CaseColumns,
  plan: QueryPlan,
  similarTo: (token: string) => readonly string[],
  { asTyped, strict, excluded }: FoundStrictly,
): LooseMatches {
  // The strictest first: what it finds is asked for anyway.
  const isFound = asTyped.some((tier) => !search.match(tier).without(excluded).isEmpty());
  if (isFound || asTyped.length === 0) return noMatches(columns);
  const quoted = wantedQuotes(plan);
  const allowed = (quoted === null ? columns.all : search.match(quoted)).without(excluded);
  const find = (piece: QueryPiece): PieceFound => foundOf(search, wantedPiece(piece, similarTo), columns);
  const { scores, pieces } = unionOf([
    looseHits(plan.pieces, find, allowed),
    ...(strict.isEmpty() ? [looseHits(plan.expandedPieces, find, allowed)] : []),
  ]);
  const having = Bitset.where(columns.size, (ordinal) => (scores[ordinal] ?? 0) > 0);
  const cases = having.without(strict);
  return cases.isEmpty() ? noMatches(columns) : { cases, scores, pieces };
}

export interface LooseMatches extends LooseHits {
  /** The hits among the scores. */
  readonly cases: Bitset;
}

const noMatches = ({ size }: CaseColumns): LooseMatches => ({
  ...{ cases: Bitset.empty(size), scores: new Float64Array(), pieces: [] },
});

function foundOf(search: ScopedSearch, wanted: Wanted, columns: CaseColumns): PieceFound {
  const cases = search.match(wanted);
  const ranks = new Map((search.rank(wanted, cases) ?? []).map(({ ordinal, rank }) => [ordinal, -rank]));
  const most = Math.max(0, ...ranks.values());
  return {
    cases,
    named: search.matchNames(wanted) ?? Bitset.empty(columns.size),
    strengthIn: (ordinal) => (most > 0 ? (ranks.get(ordinal) ?? 0) / most : 0),
  };
}
