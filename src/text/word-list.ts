import { lowestPlace } from "../lowest-place.js";
import { differsInMore, lettersIn } from "./letters.js";
import { allowedTypos, countTypos, LATIN } from "./typos.js";

/** The words of an index in memory, each as often as documents have it. */
export interface WordList {
  add(word: string): void;
  remove(word: string): void;
  /**
   * Words that this one may be a misspelling of, nearest first; then in the order of letters. None where
   * the word itself is in the list: what is there is not misspelt.
   */
  similarTo(word: string): readonly string[];
  /** Longer words that begin like this, in the order of letters; at most `limit`. */
  startingWith(prefix: string, limit: number): readonly string[];
}

/** A word, and how many documents have it. */
export interface CountedWord {
  readonly word: string;
  readonly documents: number;
}

/** More of them would find less, not more. */
const MAX_SIMILAR = 50;

/** From so many on, or an eighth of all, words that have come are put in order among the others. */
const MANY_ADDED = 1_000;

/**
 * Begins with these words, each of which comes once. Nearly all words lie side by side in the order of letters, and few
 * that have come since beside them: a hundred thousand take little time to load, and hold up no collection of garbage.
 */
export function createWordList(words: Iterable<CountedWord> = []): WordList {
  let { sorted, documents, letters } = inColumns(words);
  const added = new Map<string, number>();

  const placeOf = (word: string): number | undefined => {
    const place = lowestPlace(0, sorted.length, (one) => (sorted[one] ?? "") >= word);
    return sorted[place] === word ? place : undefined;
  };
  const countOf = (word: string): number => {
    const place = placeOf(word);
    return place === undefined ? (added.get(word) ?? 0) : (documents[place] ?? 0);
  };
  const change = (word: string, by: 1 | -1): void => {
    const [place, next] = [placeOf(word), Math.max(0, countOf(word) + by)];
    if (place !== undefined) documents[place] = next;
    else if (next > 0) added.set(word, next);
    else added.delete(word);
    if (added.size < Math.max(MANY_ADDED, sorted.length / 8)) return;
    const known = Array.from(sorted, (one, at) => ({ word: one, documents: documents[at] ?? 0 }));
    const fresh = Array.from(added, ([one, count]) => ({ word: one, documents: count }));
    ({ sorted, documents, letters } = inColumns([...known.filter(isThere), ...fresh]));
    added.clear();
  };
  return {
    add: (word) => {
      change(word, 1);
    },
    remove: (word) => {
      change(word, -1);
    },
    similarTo(word) {
      const limit = allowedTypos(word);
      if (limit === 0 || countOf(word) > 0) return [];
      const own = lettersIn(word);
      const found: { readonly other: string; readonly typos: number }[] = [];
      const compare = (other: string, others: number): void => {
        if (Math.abs(other.length - word.length) > limit || differsInMore(own, others, limit)) return;
        const typos = LATIN.test(other) ? countTypos(word, other, limit) : limit + 1;
        if (typos <= limit) found.push({ other, typos });
      };
      for (let place = 0; place < sorted.length; place++) {
        if (documents[place] !== 0) compare(sorted[place] ?? "", letters[place] ?? 0);
      }
      for (const other of added.keys()) compare(other, lettersIn(other));
      return found
        .sort((a, b) => a.typos - b.typos || (a.other < b.other ? -1 : 1))
        .slice(0, MAX_SIMILAR)
        .map(({ other }) => other);
    },
    startingWith(prefix, limit) {
      const isLonger = (word: string): boolean => word.length > prefix.length && word.startsWith(prefix);
      const longer: string[] = [];
      let place = lowestPlace(0, sorted.length, (one) => (sorted[one] ?? "") >= prefix);
      for (; longer.length < limit && sorted[place]?.startsWith(prefix); place++) {
        const word = sorted[place] ?? "";
        if (documents[place] !== 0 && isLonger(word)) longer.push(word);
      }
      return [...longer, ...[...added.keys()].filter(isLonger)].sort().slice(0, limit);
    },
  };
}

const isThere = ({ documents }: CountedWord): boolean => documents > 0;

/** In the order of letters; of each its documents and its letters. */
function inColumns(words: Iterable<CountedWord>) {
  const all = [...words].sort((a, b) => (a.word < b.word ? -1 : 1));
  return {
    sorted: all.map(({ word }) => word),
    documents: Uint32Array.from(all.map(({ documents }) => documents)),
    letters: Int32Array.from(all.map(({ word }) => lettersIn(word))),
  };
}
