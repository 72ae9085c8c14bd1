import { pinyin } from "pinyin-pro";
import { fold } from "./fold.js";
import { runsOf } from "./tokens.js";

/** How a text sounds, as people type it: without tones. */
export interface Reading {
  /** One a Han character, in order; a word or a figure among them counts as one, folded. */
  readonly syllables: readonly string[];
  /** The first letter of each syllable; a word or a figure whole. */
  readonly initials: readonly string[];
}

/**
 * The readings of a text. Usually one; where there is a ü (绿, 旅) two, with u and with v, as some type it.
 * Which of its sounds a character has, the words around it tell: 长乐 changle, 生长 shengzhang.
 */
export function readingsOf(text: string): readonly Reading[] {
  const parts = runsOf(fold(text)).flatMap((run): Part[] =>
    run.kind === "HAN" ? pinyin(run.text, { type: "array" }).map(partOf) : [sameEverywhere(run.text)],
  );
  const readingWith = (umlaut: "u" | "v"): Reading => ({
    syllables: parts.map((part) => part[umlaut]),
    initials: parts.map(({ initial }) => initial),
  });
  return parts.some(({ u, v }) => u !== v) ? [readingWith("u"), readingWith("v")] : [readingWith("u")];
}

/**
 * What was typed, as joined syllables have it: `Zhū jì`, `zhu1 ji4` and `zhu'ji` give `zhuji`, and so does
 * `诸ji`, which is what a box holds while an input method is at work.
 */
export function soundOf(typed: string): string {
  return runsOf(fold(typed))
    .flatMap(({ kind, text }) =>
      kind === "HAN" ? (readingsOf(text)[0]?.syllables ?? []) : [text.replace(TONE_NUMBERS, "")],
    )
    .join("");
}

/** 5 is the neutral tone; a figure of several digits is none: `g20`. */
const TONE_NUMBERS = /(?<=[a-z])[1-5](?!\d)/g;

/** A syllable without its tone, its ü written u or v. */
interface Part {
  readonly u: string;
  readonly v: string;
  readonly initial: string;
}

/** There are some 1600; a character without a sound stands for itself. */
const knownParts = new Map<string, Part>();

function partOf(syllable: string): Part {
  const known = knownParts.get(syllable);
  if (known) return known;
  const u = fold(syllable);
  const part = { u, v: fold(syllable.normalize("NFD").replace("u\u0308", "v")), initial: u.slice(0, 1) };
  knownParts.set(syllable, part);
  return part;
}

const sameEverywhere = (word: string): Part => ({ u: word, v: word, initial: word });
