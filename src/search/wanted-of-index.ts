import type { WordList } from "../text/word-list.js";
import type { QueryPlan } from "./query-plan.js";
import { remembering } from "./remembering.js";
import { tiersOf, type Wanted } from "./wanted.js";

/** What a request wants of an index that has these words. */
export interface WantedOfIndex {
  readonly words: Pick<WordList, "startingWith">;
  readonly similarTo: (token: string) => readonly string[];
  /** The strictest first. */
  readonly tiers: readonly Wanted[];
}

export function wantedOfIndex(plan: QueryPlan, words: WordList): WantedOfIndex {
  const similarTo = remembering((token: string) => words.similarTo(token));
  return { words, similarTo, tiers: tiersOf(plan, similarTo) };
}
