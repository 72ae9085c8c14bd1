import type { CaseColumns } from "../catalogue/columns.js";
import type { FacetCounts } from "../catalogue/facets.js";
import type { CaseFilter } from "../catalogue/filter.js";
import type { DegradedReason, SearchEngineKind } from "../terms.js";
import type { Expansion, QueryPiece, QueryPlan } from "./query-plan.js";
import type { SearchDocument } from "./search-document.js";

export const searchSorts = ["RELEVANCE", "UPDATED_DESC", "TITLE_ZH_ASC", "TITLE_EN_ASC"] as const;
export type SearchSort = (typeof searchSorts)[number];

/** A plan, never text: what a word means is decided once, before any engine sees it. */
export interface SearchRequest {
  readonly plan: QueryPlan;
  readonly filter: CaseFilter;
  /** What the asking request holds as published: a hit that it does not know is no hit. */
  readonly columns: CaseColumns;
  readonly sort: SearchSort;
  /** 1 to 100. */
  readonly limit: number;
  /** Where the page before ended; null for the first page. */
  readonly after: SearchPosition | null;
  readonly wantsFacets: boolean;
}

/** A place in a ranking: the number of hits up to and with this one, and the hit. */
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
  /**
   * What the loose hits were found by: pieces of the plan, or their parts. Empty where there are none, because
   * some case has the query as typed or because nothing is found.
   */
  readonly loosePieces: readonly QueryPiece[];
  /** Words of the index that stood in for words of the query. */
  readonly expansions: readonly Expansion[];
  /** The index that gave this answer, as it was then. */
  readonly index: FilledIndexState;
  /** Another engine stood in for the wanted one. */
  readonly isDegraded: boolean;
  /** Why; absent where none did. */
  readonly degradedBecause?: DegradedReason;
}

export interface SearchHit {
  readonly id: string;
  /** 0 to 1, greater is better; comparable inside one answer only. 0 where another order was asked for. */
  readonly score: number;
  /** It has only some of the query, typed or expanded. */
  readonly isLoose: boolean;
}

export type IndexChange = { readonly put: SearchDocument } | { readonly remove: string };

/** Changes that bring an index from one content revision to a later one. */
export interface IndexBatch {
  readonly changes: readonly IndexChange[];
  /** The content revision that the index must have for these changes to fit. */
  readonly after: number;
  readonly contentRevision: number;
}

/** What an index says about itself. */
export interface IndexState {
  readonly engine: SearchEngineKind;
  /** Changes with every rebuild. */
  readonly generation: string;
  /** The last content revision whose changes the index has; null: never filled. */
  readonly contentRevision: number | null;
  readonly indexedAt: Date | null;
  readonly documentCount: number;
  /** Of an engine that is a server: its version. */
  readonly engineVersion?: string;
  /** Cases that the engine would not take, by id; absent: none. They are tried again when they change. */
  readonly setAside?: ReadonlyMap<string, SetAside>;
}

/** A document that could not be indexed while all others could. */
export interface SetAside {
  readonly reason: string;
  /** Of the document that was refused. */
  readonly fingerprint: string;
}

export interface FilledIndexState extends IndexState {
  readonly contentRevision: number;
  readonly indexedAt: Date;
}

/** Full-text search over published cases. Every adapter passes test/contracts/search-engine.contract.ts. */
export interface SearchEngine {
  /** @throws {AppError} SEARCH_UNAVAILABLE when the engine cannot answer, or was never filled. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Applies changes in order and notes the revision they bring the index to, both or neither. Resolves
   * only once the changes can be found. False, and nothing done, when the index is at another revision
   * than `after`: it has been rebuilt meanwhile, or has this batch already.
   */
  apply(batch: IndexBatch): Promise<boolean>;
  /** Fills a new generation beside the running one; readers see the old one until `commit`. */
  rebuild(): Promise<IndexRebuild>;
  state(): Promise<IndexState>;
  /** Fingerprint of every document in the index, by id: what `search:verify` compares. */
  fingerprints(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** A new generation in the making. Only the last one begun can be committed. */
export interface IndexRebuild {
  /**
   * Takes in all that is published by itself, from the database, and resolves with the content revision that it then
   * has; for engines that do it better than document by document.
   */
  fill?(): Promise<number>;
  apply(changes: readonly IndexChange[]): Promise<void>;
  /** Documents that it has, or has set aside with a reason. */
  documentCount(): Promise<number>;
  commit(contentRevision: number): Promise<void>;
  abort(): Promise<void>;
}
