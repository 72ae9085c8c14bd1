import { parseNarrative } from "../narrative.js";
import type { SeedFiles } from "../seed-files.js";
import { labelsOf } from "./labels.js";
import { localeKeys, type Rule } from "./rule.js";

/**
 * No two cases share a sentence, and no narrative says one twice: what fits every town tells nothing about any.
 */
export const checkSentencesTwice: Rule = ({ cases }) => {
  const firstOf = new Map<string, Sentence>();
  return cases.flatMap(sentencesOf).flatMap((sentence) => {
    const first = firstOf.get(sentence.key);
    if (first === undefined) {
      firstOf.set(sentence.key, sentence);
      return [];
    }
    const isAllowed =
      first.file === sentence.file && !(isNarrative(first.path) && isNarrative(sentence.path));
    if (isAllowed) return [];
    const where = first.file === sentence.file ? first.path : `seeds/${first.file}: ${first.path}`;
    return [
      { file: sentence.file, path: sentence.path, reason: `“${sentence.text}” is said twice (${where})` },
    ];
  });
};

interface Sentence {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  /** The text as it is compared. */
  readonly key: string;
}

/** Fields that an editor words freely; names, headings and places may well be alike. */
const PROSE =
  /^(summary|notice|categoryReason|openQuestions\[|(practices|contradicts)\[\d+\]\.reason|warning\.(problem|correction)|town\.statusHistory\[\d+\]\.note|sections\[\d+\]\.narratives|evidence\[\d+\]\.statement)/;

/** Shorter ones are turns of phrase: “The sources do not say.” */
const LEAST = { zh: 10, en: 6 } as const;

function sentencesOf({ file, content }: SeedFiles["cases"][number]): Sentence[] {
  return labelsOf(content)
    .filter(({ path }) => PROSE.test(path))
    .flatMap(({ path, label }) =>
      localeKeys.flatMap(({ key: locale }) =>
        parseNarrative(label[locale])
          .text.split(locale === "zh" ? /[。！？；\n]/ : /[.!?;](?=\s|$)|\n/)
          .map((text) => text.trim())
          .filter((text) => (locale === "zh" ? text.length : text.split(/\s+/).length) >= LEAST[locale])
          .map((text) => ({ file, path: `${path}.${locale}`, text, key: text.toLowerCase() })),
      ),
    );
}

const isNarrative = (path: string): boolean => path.includes(".narratives.");
