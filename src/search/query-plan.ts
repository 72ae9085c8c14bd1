import type { Phrase } from "../text/tokens.js";
import type { Locale, SectionKind } from "../terms.js";

export const searchFields = ["TITLE", "TOWN", "SUMMARY", "NARRATIVE", "EVIDENCE", "TAG"] as const;
export type SearchField = (typeof searchFields)[number];

/** Where a search looks; null: everywhere. */
export interface SearchScope {
  readonly locale: Locale | null;
  readonly fields: readonly SearchField[] | null;
  /** Only what stands in sections of these kinds. */
  readonly searchIn: readonly SectionKind[] | null;
}

/**
 * A query as every engine is to understand it. Each engine translates it, none reads text. A case is
 * found when it has all `required` terms and none of the `excluded`; how a term may be met gets looser
 * from tier to tier: the `literal` query, each term's `phrases`, all of its `words`, the last word as a
 * prefix, all of the `expanded` words instead of the terms, words with typos. A known translation is better
 * than a guess at a typing error. Where no case has the query as typed, those that have some of the `pieces`
 * (`looseHits`) and all quoted terms follow below, so that the glossary only ever adds; where none has the
 * expanded words either, so do those with some of the `expandedPieces`.
 */
export interface QueryPlan {
  /** Nothing was typed: all cases. Where something was, and nothing of it can be looked for: none. */
  readonly isBrowse: boolean;
  readonly required: readonly QueryTerm[];
  /** Only by their `phrases`: no prefix, no typos. */
  readonly excluded: readonly QueryTerm[];
  /** The whole query as it stands, filler words and all; any of these. Empty where one term says the same. */
  readonly literal: readonly Phrase[];
  /**
   * The required terms read once more, each wording that the glossary knows as one word with its
   * `alternatives`: a case that has all of these is found too. Empty where the glossary knows none.
   */
  readonly expanded: readonly QueryWord[];
  /** What may be left out of the terms where no case has all of them. Empty where nothing may be. */
  readonly pieces: readonly QueryPiece[];
  /** The same of the expanded words, for where these find nothing either. Empty where there are none. */
  readonly expandedPieces: readonly QueryPiece[];
  readonly scope: SearchScope;
  /** The query as parsed, readable: `lithium batter* -"car park"`. */
  readonly understoodAs: string;
  /** What was typed and not asked for: fillers, terms over the allowed number, signs that no index has. */
  readonly ignoredTerms: readonly string[];
  /** Those known before any index is asked. */
  readonly expansions: readonly Expansion[];
}

/** What stands between two spaces, or between quotes. */
export interface QueryTerm {
  /** Folded and without signs, as typed otherwise. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** Any of these meets the term exactly. */
  readonly phrases: readonly Phrase[];
  /** All of these meet it loosely: of a long Han run its words, of `5G基站` both halves. */
  readonly words: readonly QueryWord[];
}

export interface QueryWord {
  /** Any of these. */
  readonly phrases: readonly Phrase[];
  /** Other wordings of the same term, in either language; any of these. Only of `expanded` and `pieces`. */
  readonly alternatives: readonly Phrase[];
  /** It may go on: the word that is still being typed. */
  readonly isPrefix: boolean;
  readonly mayHaveTypos: boolean;
}

/** A word that may be missing. */
export interface QueryPiece extends QueryWord {
  /** What is looked for instead where no case has it; they share its weight. */
  readonly parts: readonly QueryPiece[];
}

export const expansionReasons = ["TYPO", "PREFIX", "GLOSSARY", "SCRIPT"] as const;
export type ExpansionReason = (typeof expansionReasons)[number];

/** Words that stood in for a word of the query. */
export interface Expansion {
  readonly term: string;
  readonly expandedTo: readonly string[];
  readonly reason: ExpansionReason;
}
