import type { Bitset } from "../catalogue/bitset.js";
import type { CaseColumns } from "../catalogue/columns.js";
import { countFacets } from "../catalogue/facets.js";
import { matchCases } from "../catalogue/filter.js";
import type { FixedOrder } from "../catalogue/order.js";
import type { Expansion, QueryPlan } from "./query-plan.js";
import type { SearchAnswer, SearchRequest } from "./search-engine.js";
import { findMatches, type Block } from "./matches.js";
import { pageOfHits } from "./page-of-hits.js";
import type { ScopedSearch } from "./scoped-search.js";
import type { WantedOfIndex } from "./wanted-of-index.js";

/** What is found, without how the index stands. */
export type Found = Omit<SearchAnswer, "index" | "isDegraded">;

/** Answers a request from an index and the catalogue's columns: one code for all engines. */
export function answerRequest(search: ScopedSearch, wanted: WantedOfIndex, request: SearchRequest): Found {
  const { plan, columns, filter } = request;
  const matches = findMatches(search, columns, plan, wanted);
  const passed = matches.all.and(matchCases(columns, filter));
  const order = orderOf(request);
  const blocks = order === null ? matches.blocks(passed) : [blockInOrder(columns, order, passed)];
  const { hits, offset } = pageOfHits(blocks, passed, columns, request);
  return {
    hits: hits.map((hit) => ({ ...hit, isLoose: matches.loose.has(columns.ordinalOf(hit.id) ?? -1) })),
    offset,
    total: passed.count(),
    facets: request.wantsFacets ? countFacets(columns, filter, matches.all) : null,
    loosePieces: matches.loosePieces,
    expansions: expansionsOf(plan, wanted),
  };
}

/** Null: by relevance. Where there is nothing to be relevant to, by category. */
function orderOf({ sort, plan }: SearchRequest): FixedOrder | null {
  if (sort !== "RELEVANCE") return sort;
  return plan.required.length === 0 ? "CATEGORY_ASC" : null;
}

function blockInOrder(columns: CaseColumns, order: FixedOrder, members: Bitset): Block {
  return {
    members,
    ranked: () => ({ ordinals: columns.inOrder(order, members), scoreAt: () => 0 }),
  };
}

/** More would be no help to a reader. */
const MAX_LISTED_PREFIXES = 20;

function expansionsOf(plan: QueryPlan, { words, similarTo }: WantedOfIndex): Expansion[] {
  const used = plan.required.flatMap((term) => term.words);
  const prefixes = used
    .filter(({ isPrefix }) => isPrefix)
    .flatMap(({ phrases }) => phrases[0]?.tokens.at(-1) ?? [])
    .map((term) => expansion(term, words.startingWith(term, MAX_LISTED_PREFIXES), "PREFIX"));
  const typos = used
    .filter(({ mayHaveTypos }) => mayHaveTypos)
    .flatMap(({ phrases }) => phrases[0]?.tokens ?? [])
    .map((term) => expansion(term, similarTo(term), "TYPO"));
  return [...prefixes, ...typos].filter(({ expandedTo }) => expandedTo.length > 0);
}

const expansion = (term: string, expandedTo: readonly string[], reason: Expansion["reason"]): Expansion => ({
  term,
  expandedTo,
  reason,
});
