const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * The words of two characters or more in a Han run. For queries only: where a segmenter cuts depends on
 * what stands around, so an index made of its words would lose words inside words.
 */
export function wordsInRun(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment).filter(
    (segment) => Array.from(segment).length >= 2,
  );
}
