import type { Phrase } from "../text/tokens.js";
import type { QueryPiece, QueryPlan, QueryTerm, QueryWord } from "./query-plan.js";
import { formsOf, type Tolerance } from "./word-forms.js";

/** What a case must have: a phrase, any of several things, or all of them. Each engine translates it. */
export type Wanted =
  { readonly phrase: Phrase } | { readonly anyOf: readonly Wanted[] } | { readonly allOf: readonly Wanted[] };

type SimilarTo = (token: string) => readonly string[];

/** What finds the cases of a plan, the strictest first; each finds at least what the one before finds. */
export function tiersOf(plan: QueryPlan, similarTo: SimilarTo): Wanted[] {
  if (plan.required.length === 0) return [];
  const exact: Tolerance = { prefix: false, alternatives: false, similarTo: null };
  const withGlossary: Tolerance = { prefix: true, alternatives: true, similarTo: null };
  const allWords = (tolerance: Tolerance): Wanted => {
    const asTyped = allOf(plan.required.map((term) => looseTerm(term, tolerance)));
    if (!tolerance.alternatives || plan.expanded.length === 0) return asTyped;
    return either(asTyped, allOf(plan.expanded.map((word) => looseWord(word, tolerance))));
  };
  const tiers = [
    ...(plan.literal.length > 0 ? [anyOf(plan.literal)] : []),
    allOf(plan.required.map(({ phrases }) => anyOf(phrases))),
    allWords(exact),
    allWords({ ...exact, prefix: true }),
    allWords(withGlossary),
    allWords({ ...withGlossary, similarTo }),
  ];
  return [...new Map(tiers.map((tier) => [textOf(tier), tier])).values()];
}

/** A piece of the query, as loosely as the last tier takes it. */
export function wantedPiece(piece: QueryPiece, similarTo: SimilarTo): Wanted {
  return anyOf(formsOf(piece, { prefix: true, alternatives: true, similarTo }));
}

/** The quoted terms, which nothing may stand in for; null when there are none. */
export function wantedQuotes(plan: QueryPlan): Wanted | null {
  const quoted = plan.required.filter(({ isQuoted }) => isQuoted);
  return quoted.length > 0 ? allOf(quoted.map(({ phrases }) => anyOf(phrases))) : null;
}

/** What the plan leaves out; null when that is nothing. */
export function unwanted(plan: QueryPlan): Wanted | null {
  const phrases = plan.excluded.flatMap((term) => term.phrases);
  return phrases.length > 0 ? anyOf(phrases) : null;
}

/** The same text for the same, and only for the same. */
export function textOf(wanted: Wanted): string {
  if ("phrase" in wanted) return phraseText(wanted.phrase);
  return "anyOf" in wanted
    ? `(${wanted.anyOf.map(textOf).join(" OR ")})`
    : `(${wanted.allOf.map(textOf).join(" AND ")})`;
}

/** A phrase as its tokens, in quotes, with a star where the last one may go on. */
export function phraseText({ tokens, isOpen }: Phrase): string {
  return `"${tokens.join(" ")}"${isOpen ? "*" : ""}`;
}

/** All the phrases in it. */
export function phrasesIn(wanted: Wanted): Phrase[] {
  if ("phrase" in wanted) return [wanted.phrase];
  return ("anyOf" in wanted ? wanted.anyOf : wanted.allOf).flatMap(phrasesIn);
}

function looseTerm({ phrases, words }: QueryTerm, tolerance: Tolerance): Wanted {
  const [first, ...more] = words;
  const standsAlone = first && more.length === 0;
  if (standsAlone) return anyOf(distinct([...phrases, ...formsOf(first, tolerance)]));
  return either(anyOf(phrases), allOf(words.map((word) => looseWord(word, tolerance))));
}

const looseWord = (word: QueryWord, tolerance: Tolerance): Wanted => anyOf(formsOf(word, tolerance));

const anyOf = (phrases: readonly Phrase[]): Wanted => ({ anyOf: phrases.map((phrase) => ({ phrase })) });

const allOf = (wanted: readonly Wanted[]): Wanted => ({ allOf: wanted });

const either = (one: Wanted, other: Wanted): Wanted => ({ anyOf: [one, other] });

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phraseText(phrase), phrase])).values()];
}
