import type { Phrase } from "../../text/tokens.js";
import type { QueryPiece, QueryPlan, QueryTerm, QueryWord } from "../query-plan.js";
import { formsOf, type Tolerance } from "../word-forms.js";

/**
 * FTS5 expressions, made of nothing but our own tokens in quotes: letters and digits, so that no text of
 * a user is ever read as syntax.
 */
export type Expression = string;

/** What finds the cases of a plan, the strictest first; each finds at least what the one before finds. */
export function tiersOf(plan: QueryPlan, similarTo: (token: string) => readonly string[]): Expression[] {
  if (plan.required.length === 0) return [];
  const exact: Tolerance = { prefix: false, alternatives: false, similarTo: null };
  const withGlossary: Tolerance = { prefix: true, alternatives: true, similarTo: null };
  const allWords = (tolerance: Tolerance): Expression => {
    const asTyped = allOf(plan.required.map((term) => looseTerm(term, tolerance)));
    if (!tolerance.alternatives || plan.expanded.length === 0) return asTyped;
    return `(${asTyped} OR ${allOf(plan.expanded.map((word) => looseWord(word, tolerance)))})`;
  };
  const tiers = [
    ...(plan.literal.length > 0 ? [anyOf(plan.literal)] : []),
    allOf(plan.required.map(({ phrases }) => anyOf(phrases))),
    allWords(exact),
    allWords({ ...exact, prefix: true }),
    allWords(withGlossary),
    allWords({ ...withGlossary, similarTo }),
  ];
  return [...new Set(tiers)];
}

/** A piece of the query, as loosely as the last tier takes it. */
export function pieceExpression(
  piece: QueryPiece,
  similarTo: (token: string) => readonly string[],
): Expression {
  return anyOf(formsOf(piece, { prefix: true, alternatives: true, similarTo }));
}

/** The quoted terms, which nothing may stand in for; null when there are none. */
export function quotedExpression(plan: QueryPlan): Expression | null {
  const quoted = plan.required.filter(({ isQuoted }) => isQuoted);
  return quoted.length > 0 ? allOf(quoted.map(({ phrases }) => anyOf(phrases))) : null;
}

/** What the plan leaves out; null when that is nothing. */
export function excludedExpression(plan: QueryPlan): Expression | null {
  const phrases = plan.excluded.flatMap((term) => term.phrases);
  return phrases.length > 0 ? anyOf(phrases) : null;
}

/** The expression, looking in these columns only. */
export function inColumns(names: readonly string[], expression: Expression): Expression {
  return `{${names.join(" ")}} : (${expression})`;
}

function looseTerm({ phrases, words }: QueryTerm, tolerance: Tolerance): Expression {
  const [first, ...more] = words;
  const standsAlone = first && more.length === 0;
  if (standsAlone) return anyOf(distinct([...phrases, ...formsOf(first, tolerance)]));
  return `(${anyOf(phrases)} OR ${allOf(words.map((word) => looseWord(word, tolerance)))})`;
}

const looseWord = (word: QueryWord, tolerance: Tolerance): Expression => anyOf(formsOf(word, tolerance));

const anyOf = (phrases: readonly Phrase[]): Expression => `(${phrases.map(phraseText).join(" OR ")})`;

const allOf = (expressions: readonly Expression[]): Expression => `(${expressions.join(" AND ")})`;

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phraseText(phrase), phrase])).values()];
}

function phraseText({ tokens, isOpen }: Phrase): Expression {
  return `"${tokens.join(" ")}"${isOpen ? "*" : ""}`;
}
