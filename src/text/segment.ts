import { functionCharacters } from "./filler-words.js";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * The words of two characters or more in a Han run. Characters that the segmenter leaves alone side by
 * side are taken for a word that it does not know: 小镇, 锂电. For queries only: where a segmenter cuts
 * depends on what stands around, so an index made of its words would lose words inside words.
 */
export function wordsInRun(run: string): string[] {
  const words: string[] = [];
  let alone = "";
  for (const { segment } of segmenter.segment(run)) {
    const isAlone = Array.from(segment).length === 1;
    if (isAlone && !functionCharacters.has(segment)) {
      alone += segment;
    } else {
      words.push(alone, segment);
      alone = "";
    }
  }
  return [...words, alone].filter((word) => Array.from(word).length >= 2);
}

/**
 * Every two neighbours of a Han run but the last character of one word and the first of the next: 口市 is
 * no part of 人口市民. A character that the segmenter leaves alone may belong to either side.
 */
export function pairsInRun(run: string): string[] {
  const lengths = Array.from(segmenter.segment(run), ({ segment }) => Array.from(segment).length);
  const borders = new Set<number>();
  let place = 0;
  for (const [index, length] of lengths.entries()) {
    place += length;
    if (length > 1 && (lengths[index + 1] ?? 0) > 1) borders.add(place);
  }
  const characters = Array.from(run);
  return characters
    .slice(1)
    .map((character, index) => (characters[index] ?? "") + character)
    .filter((_, index) => !borders.has(index + 1));
}
