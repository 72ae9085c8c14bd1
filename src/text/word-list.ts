import { lowestPlace } from "../lowest-place.js";
import { onFirstUse } from "../on-first-use.js";
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
  /** Of all words that begin like this, and of this one, those that most documents have, and how many; at most `limit`. */
  mostFrequent(prefix: string, limit: number): readonly CountedWord[];
}

export interface CountedWord {
  readonly word: string;
  readonly documents: number;
}

/** Words, each once, and beside each how many documents have it. */
export interface CountedWords {
  readonly words: readonly string[];
  readonly documents: readonly number[];
}

/** More of them would find less, not more. */
const MAX_SIMILAR = 50;

/** From so many on, and an eighth of all, words that have come are put in order among the others. */
const MANY_ADDED = 1_000;

/**
 * Begins with these words, each of which comes once. Nearly all words lie side by side in the order of letters, and few
 * that have come since beside them: a hundred thousand take little time to load, and hold up no collection of garbage.
 */
export function createWordList(counted: CountedWords = { words: [], documents: [] }): WordList {
  let { sorted, documents, letters } = inOrder(counted);
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
    const words = [...sorted, ...added.keys()];
    ({ sorted, documents, letters } = inOrder({ words, documents: [...documents, ...added.values()] }));
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
        if (documents[place] !== 0) compare(sorted[place] ?? "", letters()[place] ?? 0);
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
    mostFrequent(prefix, limit) {
      const found: CountedWord[] = [];
      for (const [word, count] of added) if (word.startsWith(prefix)) found.push({ word, documents: count });
      let place = lowestPlace(0, sorted.length, (one) => (sorted[one] ?? "") >= prefix);
      for (; sorted[place]?.startsWith(prefix); place++) {
        found.push({ word: sorted[place] ?? "", documents: documents[place] ?? 0 });
      }
      return found.sort((a, b) => b.documents - a.documents).slice(0, limit);
    },
  };
}

/** In the order of letters, which those of an index are in; of each its documents, and its letters once they are needed. */
function inOrder({ words, documents }: CountedWords) {
  const isInOrder = words.every((word, place) => place === 0 || (words[place - 1] ?? "") < word);
  const places = isInOrder ? null : [...words.keys()].sort((a, b) => (at(words, a) < at(words, b) ? -1 : 1));
  const sorted = places === null ? words : places.map((place) => at(words, place));
  return {
    sorted,
    documents: Uint32Array.from(places === null ? documents : places.map((place) => documents[place] ?? 0)),
    letters: onFirstUse(() => lettersOf(sorted)),
  };
}

const at = (words: readonly string[], place: number): string => words[place] ?? "";

/** A plain loop: `from` with a function takes ten times as long. */
function lettersOf(words: readonly string[]): Int32Array {
  const letters = new Int32Array(words.length);
  for (let place = 0; place < words.length; place++) letters[place] = lettersIn(at(words, place));
  return letters;
}
