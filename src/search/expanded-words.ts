import type { GlossaryTermView } from "../catalogue/vocabulary-views.js";
import { isFiller } from "../text/filler-words.js";
import { fold } from "../text/fold.js";
import { inOtherNumber } from "../text/number-en.js";
import { phraseOf } from "../text/tokens.js";
import { wordingsIn, type KnownWording } from "./glossary-wordings.js";
import type { Expansion, QueryTerm, QueryWord } from "./query-plan.js";
import { wordOf, wordsOf } from "./query-terms.js";

/** What a query asks for outside its quotes, each wording that the glossary knows as one word. */
export interface ExpandedWords {
  /** In the order of the query, each once; empty where the glossary knows none of its wordings. */
  readonly words: readonly QueryWord[];
  readonly expansions: readonly Expansion[];
}

/** Reads the required terms with the glossary. A wording may be part of a term or go over several. */
export function expandWords(
  required: readonly QueryTerm[],
  glossary: readonly GlossaryTermView[],
): ExpandedWords {
  const stretches = stretchesOf(required).map((stretch) => ({
    ...stretch,
    wordings: wordingsIn(stretch.text, glossary),
  }));
  const known = stretches.flatMap(({ wordings }) => wordings);
  const words = stretches.flatMap((stretch) => wordsAround(stretch, stretch.wordings));
  return { words: distinct(words), expansions: distinctExpansions(known) };
}

/** Terms side by side, with no quoted one between them. */
interface Stretch {
  readonly text: string;
  /** Its last word may go on. */
  readonly isPrefix: boolean;
}

function stretchesOf(required: readonly QueryTerm[]): Stretch[] {
  const stretches: Stretch[] = [{ text: "", isPrefix: false }];
  for (const { text, isQuoted, words } of required) {
    const before = stretches.at(-1)?.text ?? "";
    if (isQuoted) stretches.push({ text: "", isPrefix: false });
    else stretches.splice(-1, 1, { text: `${before} ${text}`, isPrefix: words.at(-1)?.isPrefix ?? false });
  }
  return stretches;
}

function wordsAround({ text, isPrefix }: Stretch, wordings: readonly KnownWording[]): QueryWord[] {
  const words: QueryWord[] = [];
  let place = 0;
  for (const wording of wordings) {
    words.push(...otherWords(text.slice(place, wording.start), false), knownWord(wording));
    place = wording.end;
  }
  return [...words, ...otherWords(text.slice(place), isPrefix)];
}

/** What is left of a run between two wordings; four characters of it are likely two words. */
const LONGEST_HAN_REST = 3;

function otherWords(text: string, isPrefix: boolean): QueryWord[] {
  const words = wordsOf(text, LONGEST_HAN_REST).filter((word) => !isFiller(word));
  return words.flatMap((word, index) => wordOf(word, isPrefix && index === words.length - 1));
}

const knownWord = ({ phrase, others }: KnownWording): QueryWord => ({
  phrases: [phrase],
  alternatives: inEitherNumber(phrase.text, others).flatMap((text) => phraseOf(text) ?? []),
  isPrefix: false,
  mayHaveTypos: false,
});

function inEitherNumber(typed: string, others: readonly string[]): string[] {
  const texts = others.map((other) => fold(other));
  const all = new Set([...texts, ...[typed, ...texts].flatMap(inOtherNumber)]);
  all.delete(typed);
  return [...all];
}

function distinct(words: readonly QueryWord[]): QueryWord[] {
  return [...new Map(words.map((word) => [word.phrases[0]?.text, word])).values()];
}

function distinctExpansions(known: readonly KnownWording[]): Expansion[] {
  const byTerm = new Map(known.map(({ phrase, others }) => [phrase.text, others]));
  return Array.from(byTerm, ([term, expandedTo]) => ({ term, expandedTo, reason: "GLOSSARY" }));
}
