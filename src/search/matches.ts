import { Bitset } from "../catalogue/bitset.js";
import { onFirstUse } from "../on-first-use.js";
import type { CaseColumns } from "../catalogue/columns.js";
import type { QueryPiece, QueryPlan } from "./query-plan.js";
import { findLooseHits } from "./loose-matches.js";
import type { RankedOrdinal, ScopedSearch } from "./scoped-search.js";
import type { WantedOfIndex } from "./wanted-of-index.js";
import { tiersOf, unwanted, type Wanted } from "./wanted.js";

/** What a plan finds, before any filter. */
export interface Matches {
  readonly all: Bitset;
  /** Those that have only some of the query. */
  readonly loose: Bitset;
  /** What these were found by; empty where there are none. */
  readonly loosePieces: readonly QueryPiece[];
  /** The members of `among`, which lies in `all`, in blocks; every member of a block precedes all later ones. */
  blocks(among: Bitset): Iterable<Block>;
}

export interface Block {
  readonly members: Bitset;
  /** The members, best first; equals in the order of their ids. */
  ranked(): Ranking;
}

export interface Ranking {
  readonly ordinals: ArrayLike<number>;
  /** 0 to 1. */
  scoreAt(place: number): number;
}

/** Asks an index for everything that a plan finds. */
export function findMatches(
  search: ScopedSearch,
  columns: CaseColumns,
  plan: QueryPlan,
  { tiers, similarTo }: Pick<WantedOfIndex, "tiers" | "similarTo">,
): Matches {
  const excluding = unwanted(plan);
  const excluded = excluding === null ? Bitset.empty(columns.size) : search.match(excluding);
  const broadest = tiers.at(-1);
  const found = broadest === undefined ? withoutTerms(columns, plan) : search.match(broadest);
  const strict = found.without(excluded);
  const {
    cases: loose,
    scores,
    pieces,
  } = findLooseHits(search, columns, plan, similarTo, {
    asTyped: plan.expanded.length === 0 ? tiers : tiersOf({ ...plan, expanded: [] }, similarTo),
    ...{ strict, excluded },
  });
  return {
    all: strict.or(loose),
    loose,
    loosePieces: pieces,
    *blocks(among) {
      yield* tierBlocks(search, tiers, among.without(loose));
      const rest = among.and(loose);
      if (!rest.isEmpty()) yield { members: rest, ranked: () => lastOf(scores, rest, strict.isEmpty()) };
    },
  };
}

/** Nothing is required: all cases, unless what was typed cannot be looked for. */
function withoutTerms(columns: CaseColumns, { isBrowse, excluded }: QueryPlan): Bitset {
  return isBrowse || excluded.length > 0 ? columns.all : Bitset.empty(columns.size);
}

/** At most six tiers, each in two parts: hits in names, and the others; and the loose hits. */
const MAX_BLOCKS = 13;

function* tierBlocks(search: ScopedSearch, tiers: readonly Wanted[], among: Bitset): Generator<Block> {
  let rest = among;
  let place = 0;
  for (const tier of tiers) {
    if (rest.isEmpty()) return;
    const reached = search.match(tier).and(rest);
    rest = rest.without(reached);
    const named = search.matchNames(tier)?.and(reached) ?? Bitset.empty(among.size);
    const ranks = onFirstUse(() => search.rank(tier, reached));
    for (const members of [named, reached.without(named)]) {
      const from = MAX_BLOCKS - 1 - place++;
      if (!members.isEmpty()) yield { members, ranked: () => ranked(members, ranks(), from) };
    }
  }
}

function ranked(members: Bitset, ranks: readonly RankedOrdinal[] | null, from: number): Ranking {
  if (ranks === null) return unranked(members, from / MAX_BLOCKS);
  return rankingOf(
    ranks
      .filter(({ ordinal }) => members.has(ordinal))
      .map(({ ordinal, rank }) => ({ ordinal, score: (from + squashed(-rank)) / MAX_BLOCKS }))
      .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal),
  );
}

function unranked(members: Bitset, score: number): Ranking {
  return { ordinals: members.toArray(), scoreAt: () => score };
}

function rankingOf(hits: readonly { readonly ordinal: number; readonly score: number }[]): Ranking {
  return {
    ordinals: hits.map(({ ordinal }) => ordinal),
    scoreAt: (place) => hits[place]?.score ?? 0,
  };
}

/** 0 to below 1, in the same order. */
const squashed = (value: number): number => Math.max(0, value) / (1 + Math.max(0, value));

/** Where other hits precede them, their scores lie below those of all tiers. */
function lastOf(scores: Float64Array, members: Bitset, areAlone: boolean): Ranking {
  const scoreOf = (ordinal: number): number => scores[ordinal] ?? 0;
  const ordinals = members.toArray().sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  return {
    ordinals,
    scoreAt: (place) => scoreOf(ordinals[place] ?? -1) / (areAlone ? 1 : MAX_BLOCKS),
  };
}
