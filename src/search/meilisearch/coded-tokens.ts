import { isHan } from "../../text/tokens.js";

/**
 * Tokens as words of ASCII letters and digits, which the server neither cuts nor folds nor joins: other words
 * have `q` before them, else `lithium battery` finds `lithiumbattery` as well; Han characters have three base-36
 * digits each, so that one of them is a prefix short enough for the server's own table of prefixes. What
 * begins like a token begins like its code.
 */
export function codesOf(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) => (isEndOfRun(token) ? [codeOf(token), END_OF_RUN] : [codeOf(token)]));
}

/** The server drops longer words. What is cut no longer says which token it was. */
export const LONGEST_CODE = 200;

/**
 * Stands behind each run of Han characters. Of a phrase of three tokens the server compares the first with the
 * third too, at a distance of two at most: the end of one run and the beginning of the next must be farther apart.
 */
export const END_OF_RUN = "e";

const isEndOfRun = (token: string): boolean => isHan(token) && Array.from(token).length === 1;

function codeOf(token: string): string {
  const code = isHan(token) ? `h${coded(token, hanCode)}` : `q${coded(token, letterCode)}`;
  return code.slice(0, LONGEST_CODE);
}

const coded = (token: string, of: (character: string) => string): string => Array.from(token, of).join("");

/** From here on three digits would begin with `z`, which announces four, or be too few. */
const FIRST_LONG = 35 * 36 ** 2;

function hanCode(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point < FIRST_LONG ? digitsOf(point, 3) : `z${digitsOf(point, 4)}`;
}

function letterCode(character: string): string {
  if (character === "z") return "zz";
  return /^[a-y0-9]$/.test(character) ? character : `z0${digitsOf(character.codePointAt(0) ?? 0, 4)}`;
}

const digitsOf = (point: number, count: number): string => point.toString(36).padStart(count, "0");
