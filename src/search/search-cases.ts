import type { CaseCard } from "../catalogue/case-card.js";
import type { Edition } from "../catalogue/edition.js";
import type { FacetCounts } from "../catalogue/facets.js";
import type { CaseFilter } from "../catalogue/filter.js";
import type { CaseView, EvidenceView } from "../catalogue/views.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import { createHighlighter, noHighlights, type CaseHighlights, type Highlight } from "./highlight.js";
import { planQuery } from "./plan-query.js";
import type { Expansion, QueryPlan, SearchScope } from "./query-plan.js";
import type { SearchAnswer, SearchEngine, SearchPosition, SearchSort } from "./search-engine.js";
import { pendingChanges, type SearchState } from "./search-state.js";

export interface SearchCasesArguments extends Partial<SearchScope> {
  readonly query: string;
  /** Also what the glossary knows of the query in other words. */
  readonly useGlossary: boolean;
  readonly filter: CaseFilter;
  readonly sort: SearchSort;
  /** 1 to 100. */
  readonly limit: number;
  /** Where the page before ended; null for the first page. */
  readonly after: SearchPosition | null;
  readonly wantsFacets: boolean;
  readonly wantsHighlights: boolean;
  /** More of the cases than their cards, or the evidence of highlights. */
  readonly wantsWholeCases: boolean;
}

export interface CaseSearchPage {
  readonly edges: readonly CaseSearchHit[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Exact, over all pages. */
  readonly total: number;
  /** Null where they were not wanted. */
  readonly facets: FacetCounts | null;
  readonly info: SearchInfo;
}

export interface CaseSearchHit extends Pick<CaseHighlights, "matchedTerms"> {
  readonly case: CaseCard;
  readonly highlights: readonly CaseHighlight[];
  /** For the cursor of this hit. */
  readonly position: SearchPosition;
  readonly score: number;
  /** It has only some of the query. */
  readonly isLoose: boolean;
}

export interface CaseHighlight extends Highlight {
  /** The evidence whose statement matched, if one did; null where only texts were wanted. */
  readonly evidence: EvidenceView | null;
}

export interface SearchInfo extends Omit<SearchState, "engineVersion" | "lagSeconds"> {
  /** The revision that the index has. */
  readonly contentRevision: number;
  readonly understoodAs: string;
  /** Some of the hits have only some of the query. */
  readonly isLoose: boolean;
  readonly ignoredTerms: readonly string[];
  readonly expansions: readonly Expansion[];
  readonly tookMs: number;
}

/** What a search needs of an edition. */
export interface SearchedEdition extends Pick<
  Edition,
  "columns" | "cases" | "cards" | "casesWithTexts" | "contentRevision"
> {
  readonly vocabulary: Pick<Vocabulary, "glossary">;
}

/**
 * One page of what is found in an edition: plan, engine, catalogue, highlights. A hit that the edition no
 * longer shows is left out, and the page is then short by it.
 * @throws {AppError} SEARCH_UNAVAILABLE when no engine can answer.
 */
export async function searchCases(
  engine: Pick<SearchEngine, "search">,
  edition: SearchedEdition,
  args: SearchCasesArguments,
): Promise<CaseSearchPage> {
  const startedAt = performance.now();
  const glossary = args.useGlossary ? edition.vocabulary.glossary : [];
  const plan = planQuery(args.query, { ...args, glossary });
  const answer = await engine.search({
    plan,
    filter: args.filter,
    columns: edition.columns,
    sort: args.sort,
    limit: args.limit,
    after: args.after,
    wantsFacets: args.wantsFacets,
  });
  const ids = answer.hits.map(({ id }) => id);
  const highlight = args.wantsHighlights ? createHighlighter(plan, answer) : () => noHighlights;
  const wholes = args.wantsWholeCases ? await edition.cases(ids) : null;
  const texts = wholes ?? (args.wantsHighlights ? await edition.casesWithTexts(ids) : null);
  const cards = texts ?? (await edition.cards(ids));
  const edges = answer.hits.flatMap((hit, place) => {
    const [card, text, whole] = [cards[place], texts?.[place], wholes?.[place]];
    if (!card) return [];
    const { id, score, isLoose } = hit;
    const position = { offset: answer.offset + place + 1, id };
    const { highlights, matchedTerms } = text ? highlight(text, hit) : noHighlights;
    return {
      ...{ case: card, score, isLoose, position, matchedTerms },
      highlights: highlights.map((one) => ({ ...one, evidence: evidenceOf(one, whole ?? null) })),
    };
  });
  return {
    edges,
    hasNextPage: answer.offset + answer.hits.length < answer.total,
    hasPreviousPage: answer.offset > 0,
    total: answer.total,
    facets: answer.facets,
    info: infoOf(plan, answer, edition.contentRevision, startedAt),
  };
}

function evidenceOf({ field, anchor }: Highlight, whole: CaseView | null): EvidenceView | null {
  if (field !== "EVIDENCE") return null;
  return whole?.evidence.find((evidence) => evidence.anchor === anchor) ?? null;
}

function infoOf(plan: QueryPlan, answer: SearchAnswer, published: number, startedAt: number): SearchInfo {
  const { index } = answer;
  return {
    engine: index.engine,
    isDegraded: answer.isDegraded,
    degradedBecause: answer.degradedBecause ?? null,
    indexGeneration: index.generation,
    contentRevision: index.contentRevision,
    indexedAt: index.indexedAt,
    pendingChanges: pendingChanges(index.contentRevision, published),
    understoodAs: plan.understoodAs,
    isLoose: answer.loosePieces.length > 0,
    ignoredTerms: plan.ignoredTerms,
    expansions: [...plan.expansions, ...answer.expansions],
    tookMs: performance.now() - startedAt,
  };
}
