import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { looseHits, type PieceFound } from "../loose-hits.js";
import type { QueryPiece, QueryPlan } from "../query-plan.js";
import {
  excludedExpression,
  inColumns,
  pieceExpression,
  quotedExpression,
  tiersOf,
  type Expression,
} from "./expressions.js";
import { columnsInScope, indexColumns, nameColumnsInScope } from "./index-columns.js";
import type { LiveIndex } from "./live-index.js";

/** What a plan finds, before any filter. */
export interface Matches {
  readonly all: Bitset;
  /** What cases were found by when none has everything; empty where one has. */
  readonly loosePieces: readonly QueryPiece[];
  /** The members of `among`, which lies in `all`, in blocks; every member of a block precedes all later ones. */
  blocks(among: Bitset): Iterable<Block>;
}

export interface Block {
  readonly members: Bitset;
  /** The members, best first; equals in the order of their ids. */
  ranked(): readonly Ranked[];
}

export interface Ranked {
  readonly ordinal: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Asks the index for everything that a plan finds. */
export function findMatches(index: LiveIndex, columns: CaseColumns, plan: QueryPlan): Matches {
  const search = createScopedSearch(index, columns, plan);
  const similarTo = remembering((token) => index.words.similarTo(token));
  const excluding = excludedExpression(plan);
  const excluded = excluding === null ? Bitset.empty(columns.size) : search.match(excluding);
  const tiers = tiersOf(plan, similarTo);
  const broadest = tiers.at(-1);
  const all = (broadest === undefined ? withoutTerms(columns, plan) : search.match(broadest)).without(
    excluded,
  );
  if (all.isEmpty() && plan.pieces.length > 0) {
    const expressionOf = (piece: QueryPiece): Expression => pieceExpression(piece, similarTo);
    return looseMatches(search, columns, plan, expressionOf, excluded);
  }
  return { all, loosePieces: [], blocks: (among) => tierBlocks(search, tiers, among) };
}

/** Nothing is required: all cases, unless what was typed cannot be looked for. */
function withoutTerms(columns: CaseColumns, { isBrowse, excluded }: QueryPlan): Bitset {
  return isBrowse || excluded.length > 0 ? columns.all : Bitset.empty(columns.size);
}

interface ScopedSearch {
  match(expression: Expression): Bitset;
  /** Those that have it in a title or a name; null where the scope makes no difference. */
  matchNames(expression: Expression): Bitset | null;
  /** bm25 of these members; smaller is better. */
  rank(expression: Expression, members: Bitset): { readonly ordinal: number; readonly rank: number }[];
}

function createScopedSearch(index: LiveIndex, columns: CaseColumns, { scope }: QueryPlan): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const ordinalOf = index.ordinalsIn(columns);
  const scoped = (expression: Expression): Expression =>
    inScope.length === indexColumns.length ? expression : inColumns(inScope, expression);
  const matchRows = remembering((expression: Expression) =>
    Bitset.of(
      columns.size,
      index.generation.match(expression).flatMap((row) => ordinalOf(row) ?? []),
    ),
  );
  return {
    match: (expression) =>
      inScope.length === 0 ? Bitset.empty(columns.size) : matchRows(scoped(expression)),
    matchNames: (expression) =>
      names.length === 0 || names.length === inScope.length ? null : matchRows(inColumns(names, expression)),
    rank: (expression, members) =>
      index.generation.rank(scoped(expression)).flatMap(({ row, rank }) => {
        const ordinal = ordinalOf(row);
        return ordinal !== undefined && members.has(ordinal) ? { ordinal, rank } : [];
      }),
  };
}

/** At most six tiers, each in two parts: hits in names, and the others. */
const MAX_BLOCKS = 12;

function* tierBlocks(search: ScopedSearch, tiers: readonly Expression[], among: Bitset): Generator<Block> {
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

function ranked(
  members: Bitset,
  ranks: readonly { readonly ordinal: number; readonly rank: number }[],
  from: number,
): Ranked[] {
  return ranks
    .filter(({ ordinal }) => members.has(ordinal))
    .map(({ ordinal, rank }) => ({ ordinal, score: (from + squashed(-rank)) / MAX_BLOCKS }))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

/** 0 to below 1, in the same order. */
const squashed = (value: number): number => Math.max(0, value) / (1 + Math.max(0, value));

/** Nothing has everything: what has some of the pieces. */
function looseMatches(
  search: ScopedSearch,
  columns: CaseColumns,
  plan: QueryPlan,
  expressionOf: (piece: QueryPiece) => Expression,
  excluded: Bitset,
): Matches {
  const quoted = quotedExpression(plan);
  const allowed = (quoted === null ? columns.all : search.match(quoted)).without(excluded);
  const nowhere = Bitset.empty(columns.size);
  const find = (piece: QueryPiece): PieceFound => {
    const expression = expressionOf(piece);
    return { cases: search.match(expression), named: search.matchNames(expression) ?? nowhere };
  };
  const { hits, pieces } = looseHits(plan.pieces, find, allowed);
  return {
    all: Bitset.of(
      columns.size,
      hits.map(({ ordinal }) => ordinal),
    ),
    loosePieces: hits.length > 0 ? pieces : [],
    blocks: (among) => [{ members: among, ranked: () => hits.filter(({ ordinal }) => among.has(ordinal)) }],
  };
}

function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function remembering<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
