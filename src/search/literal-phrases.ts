import { isHan, phraseOf, type Phrase } from "../text/tokens.js";
import type { QueryTerm } from "./query-plan.js";

/**
 * The whole query as one phrase: with the spaces between its terms, and without those between Han
 * characters, where Chinese has none. Empty for a single term.
 */
export function literalPhrases(required: readonly QueryTerm[]): Phrase[] {
  if (required.length < 2) return [];
  const spaced = required.map(({ text }) => text).join(" ");
  const joined = required.reduce(
    (before, { text }) => before + (endsInHan(before) && isHan(text) ? "" : " ") + text,
    "",
  );
  return [...new Set([spaced, joined.trim()])].flatMap((text) => phraseOf(text) ?? []);
}

function endsInHan(text: string): boolean {
  return isHan(Array.from(text.slice(-2)).at(-1) ?? "");
}
