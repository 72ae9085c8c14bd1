/** Raise it when the tokens of any text change: indexes of another version are then rebuilt. */
export const tokenizerVersion = "1";

/** A stretch of one kind inside a folded text: Han characters, or the letters and digits of a word. */
export interface Run {
  readonly kind: "HAN" | "WORD";
  readonly text: string;
  /** UTF-16 code units into the folded text. */
  readonly start: number;
  readonly end: number;
}

/** Tokens that stand next to each other in an index. */
export interface Phrase {
  /** Folded. */
  readonly text: string;
  readonly tokens: readonly string[];
  /** The last token may go on: one Han character stands for every token that begins with it. */
  readonly isOpen: boolean;
}

/** What a word is made of, besides Han: letters, digits and the marks that belong to them. */
export const WORD_CHARACTER = String.raw`(?!\p{Script=Han})[\p{L}\p{N}\p{Mn}\p{Mc}]`;

const RUN = new RegExp(String.raw`\p{Script=Han}+|(?:${WORD_CHARACTER})+`, "gu");
const HAN = /^\p{Script=Han}/u;

/** The runs of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(RUN), ({ 0: text, index }) => ({
    kind: isHan(text) ? "HAN" : "WORD",
    text,
    start: index,
    end: index + text.length,
  }));
}

/** Does this run or token consist of Han characters? */
export function isHan(runOrToken: string): boolean {
  return HAN.test(runOrToken);
}

/**
 * The tokens of a folded text as an index has them: words as they are; of a Han run every two
 * neighbours, and its last character alone. So each substring of a run is a phrase of tokens.
 */
export function tokensOf(folded: string): string[] {
  return runsOf(folded).flatMap(({ kind, text }) => (kind === "HAN" ? bigramsOf(text) : [text]));
}

/** The phrase that finds this folded text inside longer ones; null when it has nothing to find. */
export function phraseOf(folded: string): Phrase | null {
  const runs = runsOf(folded);
  const last = runs.at(-1);
  if (!last) return null;
  const tokens = tokensOf(folded);
  if (last.kind === "WORD") return { text: folded, tokens, isOpen: false };
  const isOneCharacter = tokens.at(-1) === last.text;
  return isOneCharacter
    ? { text: folded, tokens, isOpen: true }
    : { text: folded, tokens: tokens.slice(0, -1), isOpen: false };
}

/** By code point: a character outside the basic plane is one character. */
function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ""));
}
