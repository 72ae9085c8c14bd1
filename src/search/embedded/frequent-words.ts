import { Bitset } from "../../catalogue/bitset.js";
import type { WordList } from "../../text/word-list.js";
import type { Wanted } from "../wanted.js";

/**
 * All cases, where the few most frequent words that begin like an unfinished one have them all: FTS5 takes ten times as
 * long to put together the places of every word that begins with “in”. Null: they do not. `group` is of phrases of which
 * any will do.
 */
export function allByFrequentWords(
  group: Wanted,
  words: Pick<WordList, "mostFrequent">,
  size: number,
  find: (wanted: Wanted) => Bitset,
): Bitset | null {
  for (const token of unfinishedWords(group)) {
    const frequent = words.mostFrequent(token, MOST_WORDS);
    if ((frequent[0]?.documents ?? 0) < NEARLY_ALL * size) continue;
    let found = Bitset.empty(size);
    for (const { word } of frequent) {
      found = found.or(find({ anyOf: [{ phrase: { text: word, tokens: [word], isOpen: false } }] }));
      if (found.count() === size) return found;
    }
  }
  return null;
}

const NEARLY_ALL = 0.9;
const MOST_WORDS = 6;

function unfinishedWords(group: Wanted): string[] {
  return ("anyOf" in group ? group.anyOf : [group]).flatMap((one) => {
    if (!("phrase" in one) || !one.phrase.isOpen || one.phrase.tokens.length > 1) return [];
    return one.phrase.tokens;
  });
}
