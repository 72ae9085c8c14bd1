import { Bitset } from "../../catalogue/bitset.js";
import type { CountedWord, WordList } from "../../text/word-list.js";
import { isHan } from "../../text/tokens.js";
import type { Wanted } from "../wanted.js";

/** Questions about the cases of an index. */
export interface FindCases {
  /** All of them, as many as that. */
  readonly size: number;
  /** The cases that have any of these words. */
  readonly withWords: (words: readonly CountedWord[]) => Bitset;
  readonly withAny: (phrases: readonly Wanted[]) => Bitset;
}

/**
 * The cases of a group of phrases of which any will do, where unfinished words are among them: those of every word that
 * begins so. FTS5 takes up to ten times as long to put together the places of all these words, and the word itself, where
 * it is one, has been asked for before. Null: it is better asked for as it is.
 */
export function casesByWords(
  group: Wanted,
  words: Pick<WordList, "mostFrequent">,
  { size, withWords, withAny }: FindCases,
): Bitset | null {
  const phrases = "anyOf" in group ? group.anyOf : [group];
  const tokens = phrases.flatMap(unfinishedWordIn);
  if (tokens.length === 0) return null;
  let found = Bitset.empty(size);
  for (const token of tokens) {
    const begun = words.mostFrequent(token, MOST_WORDS + 1);
    const hasNearlyAll = (begun[0]?.documents ?? 0) >= NEARLY_ALL * size;
    if (begun.length > MOST_WORDS && !hasNearlyAll) return null;
    found = found.or(withWords(begun.slice(0, FEW_WORDS)));
    if (found.count() === size) return found;
    if (begun.length > MOST_WORDS) return null;
    if (begun.length > FEW_WORDS) found = found.or(withWords(begun.slice(FEW_WORDS)));
  }
  const finished = phrases.filter((one) => unfinishedWordIn(one).length === 0);
  return finished.length === 0 ? found : found.or(withAny(finished));
}

/** The few most frequent ones may have all cases. */
const [NEARLY_ALL, FEW_WORDS] = [0.9, 6] as const;
/** More of them are put together faster by FTS5. */
const MOST_WORDS = 500;

/** The list of words has none of one letter. */
function unfinishedWordIn(wanted: Wanted): string[] {
  if (!("phrase" in wanted) || !wanted.phrase.isOpen || wanted.phrase.tokens.length > 1) return [];
  return wanted.phrase.tokens.filter((token) => token.length > 1 && !isHan(token));
}
