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
