/**
 * An English wording with its last word in the other number, by the rules of spelling: `empty village` and
 * `empty villages`, `battery` and `batteries`, `branch` and `branches`. Irregular plurals are not known, and
 * what is no word (`hosieries`) does no harm: no text has it. Empty where the last word is no English one.
 */
export function inOtherNumber(folded: string): string[] {
  const [, before = "", last = ""] = /^(.*?)([a-z]{3,})$/s.exec(folded) ?? [];
  if (last === "") return [];
  const others = /s$/.test(last) ? singularsOf(last) : [pluralOf(last)];
  return others.map((other) => before + other);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** `ss` ends singulars; `es` is the plural of a word with and without its `e`. */
function singularsOf(word: string): string[] {
  if (/ss$/.test(word)) return [`${word}es`];
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`];
  const withoutS = word.slice(0, -1);
  return /(?:s|x|z|ch|sh)es$/.test(word) ? [withoutS, word.slice(0, -2)] : [withoutS];
}
