import type { Label } from "../terms.js";
import { fold } from "../text/fold.js";
import { readingsOf, soundOf } from "../text/pinyin.js";
import { isHan, runsOf } from "../text/tokens.js";

/** In what a name may be typed. */
export const writings = ["CHINESE", "LATIN", "PINYIN", "INITIALS"] as const;
export type Writing = (typeof writings)[number];

/** One way to type a name. */
export interface Spelling {
  readonly writing: Writing;
  /** Folded letters and digits: English words with one space between them, all else without gaps. */
  readonly text: string;
  /** Where in it a match may begin, in order, the first at 0: each character, word or syllable. */
  readonly starts: readonly number[];
}

/** Every way to type a name: in Chinese, in English, as it sounds. */
export function spellingsOfName({ zh, en }: Label): Spelling[] {
  return [...spellingsOfChinese(zh), spellingOfEnglish(en)];
}

/** The same for a Chinese name alone. */
export function spellingsOfChinese(name: string): Spelling[] {
  return [chinese(name), ...soundsOf(name)];
}

/** And for an English name alone. */
export function spellingOfEnglish(name: string): Spelling {
  const words = wordsOf(name);
  const starts = startsOf(words, 1).filter(
    (start, place) => start === 0 || !FUNCTION_WORDS.has(words[place] ?? ""),
  );
  return { writing: "LATIN", text: words.join(" "), starts };
}

/** A title is a sentence: by its sound it is typed from its beginning only, and not far, if at all. */
export function spellingsOfTitle({ zh, en }: Label, hasSounds = true): Spelling[] {
  const sounds = hasSounds ? soundsOf(zh.slice(0, TITLE_BEGINNING)).map(fromBeginning) : [];
  return [chinese(zh), ...sounds, spellingOfEnglish(en)];
}

/** A slug or a key, which is typed from its beginning. */
export function spellingOfSlug(slug: string): Spelling {
  return fromBeginning(spellingOfEnglish(slug));
}

/** What was typed, written as the spellings are; empty where it cannot be in that writing. */
export interface Typed {
  readonly as: Readonly<Record<Writing, string>>;
  /** The Chinese in what is otherwise Latin: what matches must have it too. */
  readonly han: readonly string[];
}

/** Understands any text whatever. Chinese alone has no sound here: 诸既 is not 诸暨. */
export function typedOf(text: string): Typed {
  const words = wordsOf(text);
  const han = words.filter(isHan);
  const isLatin = han.length < words.length;
  return {
    as: {
      CHINESE: words.join(""),
      LATIN: isLatin ? words.join(" ") : "",
      PINYIN: isLatin ? soundOf(text) : "",
      INITIALS: han.length === 0 ? soundOf(text) : "",
    },
    han: isLatin ? han : [],
  };
}

/** A word or a sound that stands for what was typed. */
export function typedInstead(word: string, { han }: Typed): Typed {
  return { as: { CHINESE: "", LATIN: word, PINYIN: word, INITIALS: "" }, han };
}

/** Characters of a title that somebody may type by their sound. */
const TITLE_BEGINNING = 12;

/** They are in every other title, and nobody looks for them. */
const FUNCTION_WORDS = new Set(
  "a an and are as at by for from in into is it its of on or that the their to who with".split(" "),
);

function chinese(name: string): Spelling {
  const text = wordsOf(name).join("");
  return { writing: "CHINESE", text, starts: everyUnitOf(text) };
}

function soundsOf(name: string): Spelling[] {
  return readingsOf(name).flatMap(({ syllables, initials }): Spelling[] => [
    { writing: "PINYIN", text: syllables.join(""), starts: startsOf(syllables, 0) },
    { writing: "INITIALS", text: initials.join(""), starts: startsOf(initials, 0) },
  ]);
}

function fromBeginning(spelling: Spelling): Spelling {
  return { ...spelling, starts: BEGINNING };
}

const BEGINNING = [0];

const wordsOf = (text: string): string[] => runsOf(fold(text)).map((run) => run.text);

/** Where each part begins when they stand in a row with gaps of this width. */
function startsOf(parts: readonly string[], gap: number): number[] {
  let next = 0;
  return parts.map((part) => {
    const start = next;
    next += part.length + gap;
    return start;
  });
}

/** By length; names of one length share them. */
const everyUnit: number[][] = [];

function everyUnitOf({ length }: string): readonly number[] {
  return (everyUnit[length] ??= Array.from({ length }, (_, unit) => unit));
}
