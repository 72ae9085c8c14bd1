import { Lexer, Source, TokenKind } from "graphql";
import { limitBreach } from "./limit-breach.js";
import type { Limits } from "./limits.js";

/**
 * Refuses a document that is too long to be parsed.
 * @throws {AppError} TOO_MANY_TOKENS; it says how many, counted up to five times the limit.
 */
export function assertFewTokens(document: string, { maxTokens }: Pick<Limits, "maxTokens">): void {
  // A token has one character at least, so most documents need no count.
  if (document.length <= maxTokens) return;
  const sent = countTokens(document, 5 * maxTokens);
  if (sent > maxTokens) throw limitBreach("maxTokens", maxTokens, sent);
}

function countTokens(document: string, upTo: number): number {
  const lexer = new Lexer(new Source(document));
  let count = 0;
  try {
    while (count < upTo && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // A character that no token begins with: the parser will say so, with its place.
  }
  return count;
}
