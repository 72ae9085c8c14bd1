import type { TextRange } from "../text/fold.js";

/** Characters (UTF-16 code units) that a cropped text has at most, unless a match is longer. */
const CROP_LENGTH = 160;
/** A text that is only so much longer is left whole. */
const SLACK = 40;

/**
 * The stretch of a text to show around a match: from the start of a sentence, else of a clause, else of a
 * word, to the end of one.
 */
export function cropAround(text: string, match: TextRange): TextRange {
  const isShort = text.length <= CROP_LENGTH + SLACK && !text.includes("\n");
  if (isShort) return trimmed(text, { start: 0, end: text.length });
  const room = Math.max(0, CROP_LENGTH - (match.end - match.start));
  const start = startBefore(text, match.start, Math.floor(room * 0.6));
  const end = endAfter(text, match.end, Math.max(match.end, start + CROP_LENGTH));
  return trimmed(text, { start, end });
}

const SENTENCE_END = /[。！？；](?:[”’」』）])*|[.!?;](?=\s)|\n+/g;
const CLAUSE_END = /[，、：]|[,:](?=\s)/g;
const WORD_END = /\s+/g;

/** Sentence: the nearest border. Clause and word: the farthest that the room allows. */
function startBefore(text: string, from: number, room: number): number {
  const earliest = Math.max(0, from - room);
  const sentence = bordersIn(text, SENTENCE_END, earliest, from).at(-1);
  if (sentence !== undefined) return sentence;
  if (earliest === 0) return 0;
  const clause = bordersIn(text, CLAUSE_END, earliest, from)[0];
  return clause ?? bordersIn(text, WORD_END, earliest, from)[0] ?? wholeCharacter(text, earliest);
}

/** The farthest border that is not beyond `latest`; no paragraph ends inside. */
function endAfter(text: string, from: number, latest: number): number {
  const paragraph = text.indexOf("\n", from);
  const limit = Math.min(latest, paragraph === -1 ? text.length : paragraph);
  if (limit === text.length || limit === paragraph) return limit;
  for (const border of [SENTENCE_END, CLAUSE_END, WORD_END]) {
    const last = bordersIn(text, border, from, limit).at(-1);
    if (last !== undefined) return last;
  }
  return wholeCharacter(text, limit);
}

/** Ends of all matches of `border` that lie in this stretch. */
function bordersIn(text: string, border: RegExp, start: number, end: number): number[] {
  const nearby = Math.max(0, start - 1);
  return Array.from(text.slice(nearby, end + 1).matchAll(border), (found) => {
    return nearby + found.index + found[0].length;
  }).filter((place) => place >= start && place <= end);
}

/** Never between the two halves of a surrogate pair. */
function wholeCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const shown = text.slice(start, end);
  return { start: start + shown.length - shown.trimStart().length, end: start + shown.trimEnd().length };
}
