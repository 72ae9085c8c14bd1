/** The words of an index in memory, each as often as documents have it. */
export interface WordList {
  add(word: string, documents?: number): void;
  remove(word: string): void;
  /**
   * Words that this one may be a misspelling of, nearest first; then in the order of letters. None where
   * the word itself is in the list: what is there is not misspelt.
   */
  similarTo(word: string): readonly string[];
  /** Longer words that begin like this, in the order of letters; at most `limit`. */
  startingWith(prefix: string, limit: number): readonly string[];
}

/** More of them would find less, not more. */
const MAX_SIMILAR = 50;

/** An empty list. */
export function createWordList(): WordList {
  const documentsOf = new Map<string, number>();
  /** By length, each word with its letters. */
  const byLength = new Map<number, Map<string, number>>();
  const byStart = new Map<string, Set<string>>();
  return {
    add(word, documents = 1) {
      documentsOf.set(word, (documentsOf.get(word) ?? 0) + documents);
      const sameLength = byLength.get(word.length);
      if (sameLength) sameLength.set(word, lettersIn(word));
      else byLength.set(word.length, new Map([[word, lettersIn(word)]]));
      const sameStart = byStart.get(startOf(word));
      if (sameStart) sameStart.add(word);
      else byStart.set(startOf(word), new Set([word]));
    },
    remove(word) {
      const documents = documentsOf.get(word) ?? 0;
      if (documents > 1) {
        documentsOf.set(word, documents - 1);
      } else {
        documentsOf.delete(word);
        byLength.get(word.length)?.delete(word);
        byStart.get(startOf(word))?.delete(word);
      }
    },
    similarTo(word) {
      if (documentsOf.has(word)) return [];
      const limit = allowedTypos(word);
      const letters = lettersIn(word);
      const found: { readonly other: string; readonly typos: number }[] = [];
      for (let length = word.length - limit; limit > 0 && length <= word.length + limit; length++) {
        for (const [other, others] of byLength.get(length) ?? []) {
          if (differsInMore(letters, others, limit)) continue;
          const typos = other === word || !LATIN.test(other) ? limit + 1 : countTypos(word, other, limit);
          if (typos <= limit) found.push({ other, typos });
        }
      }
      return found
        .sort((a, b) => a.typos - b.typos || (a.other < b.other ? -1 : 1))
        .slice(0, MAX_SIMILAR)
        .map(({ other }) => other);
    },
    startingWith(prefix, limit) {
      const longer: string[] = [];
      for (const [start, words] of byStart) {
        if (!start.startsWith(startOf(prefix))) continue;
        for (const word of words)
          if (word.length > prefix.length && word.startsWith(prefix)) longer.push(word);
      }
      return longer.sort().slice(0, limit);
    },
  };
}

/** Two letters: of some tens of thousands of words, a hundred or so have the same. */
const startOf = (word: string): string => word.slice(0, 2);

/** Those of a to z as bits; all, where `f` and `ph` may stand for each other. */
function lettersIn(word: string): number {
  if (word.includes("f") || word.includes("ph")) return ANY_LETTERS;
  let letters = 0;
  for (let place = 0; place < word.length; place++) {
    const letter = word.charCodeAt(place) - FIRST_LETTER;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

const FIRST_LETTER = "a".charCodeAt(0);
const ANY_LETTERS = -1;

/** Each edit brings in one letter at most, and takes one away: who lacks more is too far, which most words are. */
function differsInMore(letters: number, others: number, limit: number): boolean {
  if (letters === ANY_LETTERS || others === ANY_LETTERS) return false;
  return hasMore(letters & ~others, limit) || hasMore(others & ~letters, limit);
}

/** Whether so many bits and more are set. */
function hasMore(bits: number, limit: number): boolean {
  let rest = bits;
  for (let count = 0; count < limit; count++) rest &= rest - 1;
  return rest !== 0;
}

const LATIN = /^\p{Script=Latin}+$/u;

/** One from five letters, two from nine; none where there are digits. */
export function allowedTypos(word: string): 0 | 1 | 2 {
  if (!LATIN.test(word)) return 0;
  return word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
}

/**
 * Edits between two words, a wrong first letter counting as two; or more than `limit`, whatever it is.
 * `f` and `ph` for each other count as one: who writes by ear changes a sound, not two letters.
 */
export function countTypos(word: string, other: string, limit: number): number {
  const asWritten = countEdits(word, other, limit);
  const [heard, otherHeard] = [asHeard(word), asHeard(other)];
  if (heard === word && otherHeard === other) return asWritten;
  return Math.min(asWritten, 1 + countEdits(heard, otherHeard, limit - 1));
}

const asHeard = (word: string): string => word.replaceAll("ph", "f");

function countEdits(word: string, other: string, limit: number): number {
  const extra = word[0] === other[0] ? 0 : 1;
  if (extra > 0 && extra >= limit) return limit + 1;
  const edits = editsToBeginnings(word, other, limit - extra);
  return extra + at(edits, other.length);
}

/** Shorter beginnings are near too many others. */
const SHORTEST_BEGINNING = 4;

/**
 * The beginning of `word` that a beginning typed with one typo stands for; null when none is near enough.
 * From four letters on, one less than for a whole word: more letters are to come.
 */
export function beginningLike(typed: string, word: string): string | null {
  if (typed.length < SHORTEST_BEGINNING || typed[0] !== word[0] || !LATIN.test(typed)) return null;
  const edits = editsToBeginnings(typed, word.slice(0, typed.length + 1), 1);
  const least = Math.min(...edits);
  return least > 1 ? null : word.slice(0, edits.lastIndexOf(least));
}

/**
 * How far `a` is from each beginning of `b`, by its length: Damerau's distance in its optimal string
 * alignment form: insert, delete, replace, or swap two neighbours, no stretch edited twice. Empty, that is
 * too far, once all are over `limit`.
 */
function editsToBeginnings(a: string, b: string, limit: number): readonly number[] {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return [];
    [beforeLast, last] = [last, current];
  }
  return last;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
