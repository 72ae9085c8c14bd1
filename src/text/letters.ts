/** Those of a to z as bits; all, where `f` and `ph` may stand for each other. */
export function lettersIn(word: string): number {
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
export function differsInMore(letters: number, others: number, limit: number): boolean {
  if (letters === ANY_LETTERS || others === ANY_LETTERS) return false;
  return hasMore(letters & ~others, limit) || hasMore(others & ~letters, limit);
}

/** Whether so many bits and more are set. */
function hasMore(bits: number, limit: number): boolean {
  let rest = bits;
  for (let count = 0; count < limit; count++) rest &= rest - 1;
  return rest !== 0;
}
