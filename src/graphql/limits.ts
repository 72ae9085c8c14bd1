import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../catalogue/pages.js";

/** What one request may ask for. Sizes are counted with fragments written out at each use. */
export interface Limits {
  /** Words, names, numbers and signs of the document. */
  readonly maxTokens: number;
  /** Fields inside fields: `{ a { b } }` has depth 2. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** Operations in one document, of which one runs. */
  readonly maxOperations: number;
  readonly maxDirectives: number;
  /** For `__schema` and `__type`, which count nowhere else: the usual introspection query has depth 15. */
  readonly maxIntrospectionDepth: number;
  readonly maxIntrospectionRootFields: number;
  /** See cost.ts. Twice the dearest operation of `schema/operations`. */
  readonly maxCost: number;
  /** The greatest `first` or `last`. */
  readonly maxPageSize: number;
  /** `first` where neither is given. */
  readonly defaultPageSize: number;
  /** Characters of the text that is searched for. */
  readonly maxQueryLength: number;
  /** Characters of the text to suggest for. */
  readonly maxPrefixLength: number;
  /** The greatest `first` of suggestions, and their number where it is not given. */
  readonly maxSuggestions: number;
  /** After so many a document is not checked further. */
  readonly maxValidationErrors: number;
  /** After so many the variables are not checked further. */
  readonly maxCoercionErrors: number;
  /** Until the whole request has arrived. How long an operation may take is configured. */
  readonly requestTimeoutMs: number;
}

/** The numbers that hold for every caller. */
export const limits: Limits = {
  maxTokens: 2000,
  maxDepth: 15,
  maxAliases: 15,
  maxRootFields: 10,
  maxOperations: 5,
  maxDirectives: 50,
  maxIntrospectionDepth: 15,
  maxIntrospectionRootFields: 2,
  maxCost: 4692,
  maxPageSize: MAX_PAGE_SIZE,
  defaultPageSize: DEFAULT_PAGE_SIZE,
  maxQueryLength: 500,
  maxPrefixLength: 100,
  maxSuggestions: 8,
  maxValidationErrors: 10,
  maxCoercionErrors: 10,
  requestTimeoutMs: 30_000,
};
