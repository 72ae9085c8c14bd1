export const LATIN = /^\p{Script=Latin}+$/u;

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
