import type { Phrase } from "../text/tokens.js";
import type { QueryWord } from "./query-plan.js";

/** How far a word may stray from what was typed. */
export interface Tolerance {
  readonly prefix: boolean;
  readonly alternatives: boolean;
  /** Other words that a token may be a misspelling of; null: no typos. */
  readonly similarTo: ((token: string) => readonly string[]) | null;
}

/** All the phrases that meet a word within this tolerance, the exact ones first. */
export function formsOf(word: QueryWord, { prefix, alternatives, similarTo }: Tolerance): Phrase[] {
  return [
    ...word.phrases,
    ...(prefix && word.isPrefix ? word.phrases.map((phrase) => ({ ...phrase, isOpen: true })) : []),
    ...(alternatives ? word.alternatives : []),
    ...(similarTo && word.mayHaveTypos
      ? word.phrases.flatMap((phrase) => misspellingsOf(phrase, similarTo))
      : []),
  ];
}

/** One token at a time: two misspelt halves of one word are another word. */
function misspellingsOf(phrase: Phrase, similarTo: (token: string) => readonly string[]): Phrase[] {
  return phrase.tokens.flatMap((token, place) =>
    similarTo(token).map((other) => {
      const tokens = phrase.tokens.with(place, other);
      return { text: tokens.join(" "), tokens, isOpen: false };
    }),
  );
}
