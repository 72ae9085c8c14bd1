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

/** The runs of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  while (start < folded.length) {
    const kind = kindAt(folded, start);
    let end = start;
    while (end < folded.length && kindAt(folded, end) === kind) end += widthAt(folded, end);
    if (kind !== "GAP") runs.push({ kind, text: folded.slice(start, end), start, end });
    start = end;
  }
  return runs;
}

/** Does this run or token consist of Han characters? */
export function isHan(runOrToken: string): boolean {
  return runOrToken !== "" && kindAt(runOrToken, 0) === "HAN";
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
  const last = runsOf(folded).at(-1);
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

export type CharacterKind = "HAN" | "WORD" | "GAP";

/** What kind of character begins at this place: Han, part of a word, or neither. Past the end: neither. */
export function kindAt(text: string, place: number): CharacterKind {
  const code = text.codePointAt(place);
  if (code === undefined) return "GAP";
  const known = code < kindNumbers.length ? kindNames[kindNumbers[code] ?? 0] : undefined;
  return known ?? learnKind(code);
}

/** UTF-16 code units of the character that begins at this place. */
export function widthAt(text: string, place: number): 1 | 2 {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
}

const kindNames = [undefined, "HAN", "WORD", "GAP"] as const;

/** Code point of the basic plane → its place in `kindNames`; filled when a character is first seen. */
const kindNumbers = new Uint8Array(0x10000);

function learnKind(code: number): CharacterKind {
  const character = String.fromCodePoint(code);
  const kind = HAN.test(character) ? "HAN" : WORD.test(character) ? "WORD" : "GAP";
  if (code < kindNumbers.length) kindNumbers[code] = kindNames.indexOf(kind);
  return kind;
}

const HAN = /^\p{Script=Han}$/u;
const WORD = /^[\p{L}\p{N}\p{Mn}\p{Mc}]$/u;
