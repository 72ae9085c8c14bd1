import { Converter } from "opencc-js/t2cn";

/** A stretch of a text in UTF-16 code units; `end` is the first unit that is no longer in it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A folded text that knows where each part of it came from. */
export interface FoldedText {
  readonly text: string;
  /** The stretch of the original behind a stretch of the folded text; nothing is cut in two. */
  toOriginal(range: TextRange): TextRange;
}

/**
 * The form in which texts and queries meet: NFKC (full-width becomes half-width), lower case, Latin
 * letters without diacritics, traditional characters as simplified ones, one by one. Control characters
 * and lone surrogates become spaces; invisible format characters go.
 */
export function fold(text: string): string {
  return foldUnitByUnit(text) ?? Array.from(text, foldCharacter).join("");
}

/** The same fold, with the way back to the original. */
export function foldWithOffsets(text: string): FoldedText {
  const sameLength = foldUnitByUnit(text);
  if (sameLength !== null) return { text: sameLength, toOriginal: (range) => range };
  const parts: string[] = [];
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit++) starts.push(offset);
    parts.push(folded);
    offset += character.length;
  }
  const startOf = (unit: number): number => starts[unit] ?? text.length;
  return {
    text: parts.join(""),
    toOriginal({ start, end }) {
      let next = end;
      while (next < starts.length && next > 0 && startOf(next) === startOf(next - 1)) next += 1;
      return { start: startOf(start), end: startOf(next) };
    },
  };
}

/** Traditional characters as simplified ones, one by one; everything else stays. */
export function toSimplified(text: string): string {
  return Array.from(text, simplify).join("");
}

/** The package's declarations do not resolve under NodeNext: its type is stated here. */
const createConverter = Converter as (options: { from: "t"; to: "cn" }) => (text: string) => string;
const convert = createConverter({ from: "t", to: "cn" });

/** Only where the result is one UTF-16 unit, so that offsets stay true. */
function simplify(character: string): string {
  if (character < "\u2e80") return character;
  const once = convert(character);
  const simplified = convert(once);
  return simplified.length === 1 ? simplified : character;
}

const NOT_YET_KNOWN = 0;
const NOT_ONE_UNIT = 1;

/** UTF-16 unit → its folded unit; filled when a unit is first seen. 0 and 1 are no folded units. */
const foldedUnits = new Uint16Array(0x10000);
/** Characters of the basic plane whose fold is not one unit. */
const foldedOthers = new Map<string, string>();

/** The fast way: null when some character does not fold to one unit. Most Chinese texts are folded as they are. */
function foldUnitByUnit(text: string): string | null {
  let same = 0;
  while (same < text.length && foldedUnitOf(text.charCodeAt(same)) === text.charCodeAt(same)) same += 1;
  if (same === text.length) return text;
  const folded = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = foldedUnitOf(text.charCodeAt(index));
    if (unit === NOT_ONE_UNIT) return null;
    folded[index] = unit;
  }
  return Buffer.from(folded.buffer).toString("utf16le");
}

function foldedUnitOf(code: number): number {
  const unit = foldedUnits[code] ?? NOT_ONE_UNIT;
  return unit === NOT_YET_KNOWN ? learnUnit(code) : unit;
}

function learnUnit(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const folded = isSurrogate ? "" : computeFold(String.fromCharCode(code));
  const unit = folded.length === 1 ? folded.charCodeAt(0) : NOT_ONE_UNIT;
  foldedUnits[code] = unit;
  return unit;
}

function foldCharacter(character: string): string {
  if (character.length > 1) return computeFold(character);
  const known = foldedOthers.get(character);
  if (known !== undefined) return known;
  const folded = computeFold(character);
  foldedOthers.set(character, folded);
  return folded;
}

const INVISIBLE = /^[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const HARMFUL = /^[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]$/u;
const DIACRITICS = /[\u0300-\u036f]/g;

function computeFold(character: string): string {
  if (HARMFUL.test(character)) return " ";
  if (INVISIBLE.test(character)) return "";
  const plain = character.normalize("NFKC").toLowerCase().normalize("NFD").replace(DIACRITICS, "");
  return toSimplified(plain.normalize("NFC"));
}
