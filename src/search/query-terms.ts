import { isFiller, isQuestionWord } from "../text/filler-words.js";
import { fold } from "../text/fold.js";
import { wordsInRun } from "../text/segment.js";
import { phraseOf, runsOf, type Phrase, type Run } from "../text/tokens.js";
import { isOneWord, withoutSigns } from "../text/words.js";
import { spellingsOfFigures } from "./figure-spellings.js";
import type { QueryTerm, QueryWord } from "./query-plan.js";
import type { QueryPart } from "./query-text.js";

/** A Han run of at most so many characters is one word, unless it asks; a longer one is likely several. */
const LONGEST_HAN_WORD = 4;
/** Of a term that is a whole text without a space; its other words count in its phrase only. */
const MAX_WORDS = 100;
/** A shorter prefix would find everything. */
const SHORTEST_PREFIX = 2;

/** What a part of the query asks for; null when there is nothing in it to find. */
export function termOf(part: QueryPart, isLast: boolean): QueryTerm | null {
  const text = withoutSigns(fold(part.text));
  const phrases = phrasesOf(text);
  if (phrases.length === 0) return null;
  const mayGoOn = isLast && !part.isNegated;
  const words = part.isQuoted
    ? [{ phrases, alternatives: [], isPrefix: false, mayHaveTypos: false }]
    : plainWords(text, mayGoOn);
  return { text, isQuoted: part.isQuoted, phrases, words };
}

function plainWords(text: string, mayGoOn: boolean): QueryWord[] {
  const all = wordsOf(text);
  const telling = all.filter((word) => !isFiller(word));
  const words = telling.length > 0 ? telling : all;
  const isWhole = words.at(-1) !== all.at(-1);
  return words.flatMap((word, index) => wordOf(word, mayGoOn && !isWhole && index === words.length - 1));
}

/** A word of a term; none where there is nothing in it to find. */
export function wordOf(text: string, isLastWord: boolean): QueryWord[] {
  const phrases = phrasesOf(text);
  const lastRun = runsOf(text).at(-1);
  if (!lastRun) return [];
  const isWord = lastRun.kind === "WORD";
  const isLongEnough = Array.from(lastRun.text).length >= SHORTEST_PREFIX;
  const isPrefix = isLastWord && isWord && isLongEnough && !NUMBER.test(lastRun.text);
  return [{ phrases, alternatives: [], isPrefix, mayHaveTypos: isWord }];
}

/** A figure, or the last part of one, is whole: 19 does not ask for 1915. */
const NUMBER = /^\p{N}+$/u;

function phrasesOf(text: string): Phrase[] {
  const phrases = spellingsOfFigures(text).flatMap((spelling) => phraseOf(spelling) ?? []);
  return [...new Map(phrases.map((phrase) => [phrase.tokens.join(" "), phrase])).values()];
}

/**
 * The words of a folded text: Han runs apart from all else, those of more than `longestHan` characters cut
 * into their words; `e-commerce`, `R&D` and `7.4` are one.
 */
export function wordsOf(text: string, longestHan = LONGEST_HAN_WORD): string[] {
  const joined: { text: string; last: Run }[] = [];
  for (const run of runsOf(text)) {
    const before = joined.at(-1);
    const gap = before && text.slice(before.last.end, run.start);
    if (before && gap !== undefined && isOneWord(before.last, gap, run)) {
      joined[joined.length - 1] = { text: before.text + gap + run.text, last: run };
    } else {
      joined.push({ text: run.text, last: run });
    }
  }
  const words = joined.flatMap(({ text: word, last }) =>
    last.kind === "HAN" ? wordsOfHan(word, longestHan) : [word],
  );
  const distinct = [...new Set(words)];
  const lastWord = words.at(-1);
  // The last word stays the last one: it may still be being typed.
  const inOrder = [
    ...distinct.filter((word) => word !== lastWord),
    ...distinct.filter((word) => word === lastWord),
  ];
  return inOrder.slice(-MAX_WORDS);
}

function wordsOfHan(run: string, longest: number): string[] {
  const words = wordsInRun(run);
  if (Array.from(run).length <= longest && !words.some(isQuestionWord)) return [run];
  return words.length > 0 ? words : [run];
}
