import type { CaseFilter } from "../catalogue/filter.js";
import type { FacetCounts } from "../catalogue/facets.js";
import type { QueryPlan } from "./query-plan.js";
import type { SearchDocument } from "./search-document.js";

export const searchSorts = ["RELEVANCE", "UPDATED_DESC", "TITLE_ZH_ASC", "TITLE_EN_ASC"] as const;
export type SearchSort = (typeof searchSorts)[number];

/** A plan, never text: what a word means is decided once, before any engine sees it. */
export interface SearchRequest {
  readonly plan: QueryPlan;
  readonly filter: CaseFilter;
  readonly sort: SearchSort;
  /** 1 to 100. */
  readonly limit: number;
  /** Where the page before ended; null for the first page. */
  readonly after: SearchPosition | null;
  readonly wantsFacets: boolean;
}

/** A place in a ranking: how many hits came before, and the last of them. */
export interface SearchPosition {
  readonly offset: number;
  readonly id: string;
}

/** Ids, never rows: the catalogue is the authority on what a case says and whether it is published. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Exact, over all pages. */
  readonly total: number;
  readonly facets: FacetCounts | null;
  /** Hits before the first of this page. */
  readonly offset: number;
  /** Set when nothing had all the words, and most of them were enough. */
  readonly isLoose: boolean;
  /** Words of the index that stood in for words of the query. */
  readonly expansions: readonly Expansion[];
}

export interface SearchHit {
  readonly id: string;
  /** Greater is better; comparable inside one answer only. */
  readonly score: number;
}

export const expansionReasons = ["TYPO", "PREFIX", "SCRIPT"] as const;
export type ExpansionReason = (typeof expansionReasons)[number];

export interface Expansion {
  readonly term: string;
  readonly expandedTo: readonly string[];
  readonly reason: ExpansionReason;
}

export type IndexChange = { readonly put: SearchDocument } | { readonly remove: string };

/** What an index says about itself. */
export interface IndexState {
  /** Changes with every rebuild. */
  readonly generation: string;
  /** The last content revision whose changes the index has; null: never filled. */
  readonly contentRevision: number | null;
  readonly indexedAt: Date | null;
  readonly documentCount: number;
}

/** Full-text search over published cases. Every adapter passes test/contracts/search-engine.contract.ts. */
export interface SearchEngine {
  /** @throws {AppError} SEARCH_UNAVAILABLE when the engine cannot answer. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Applies changes in order and notes the revision they bring the index to. Idempotent; resolves only
   * once the changes can be found.
   */
  apply(changes: readonly IndexChange[], contentRevision: number): Promise<void>;
  /** Fills a new generation beside the running one; readers see the old one until `commit`. */
  rebuild(): Promise<IndexRebuild>;
  state(): Promise<IndexState>;
  /** Fingerprint of every document in the index, by id: what `search:verify` compares. */
  fingerprints(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

export interface IndexRebuild {
  put(documents: readonly SearchDocument[]): Promise<void>;
  commit(contentRevision: number): Promise<void>;
  abort(): Promise<void>;
}
