import type { Label } from "../terms.js";
import { fold } from "../text/fold.js";
import { allowedTypos, countTypos } from "../text/typos.js";

/** A value as it is best written, and what it is called. */
export interface KnownValue {
  readonly value: string;
  readonly name: Label | null;
}

/** Nobody's key is as long; who sends a page has not mistyped a word. */
const LONGEST = 100;

/**
 * The value that somebody meant who wrote it by its name, in another case, or with a typing error; null where
 * there is none, or as many as there is no telling.
 */
export function valueMeant(written: string, values: readonly KnownValue[]): KnownValue | null {
  const typed = letters(written);
  if (typed === "" || written.length > LONGEST) return null;
  const spelt = values.map((known) => ({ known, spellings: spellingsOf(known) }));
  const likeBy = (isLike: (spelling: string) => boolean): KnownValue[] =>
    spelt.filter(({ spellings }) => spellings.some(isLike)).map(({ known }) => known);
  const limit = allowedTypos(typed);
  const [exact] = likeBy((spelling) => spelling === typed);
  return (
    exact ??
    onlyOne(likeBy((spelling) => spelling.startsWith(typed))) ??
    onlyOne(likeBy((spelling) => limit > 0 && countTypos(typed, spelling, limit) <= limit))
  );
}

const spellingsOf = ({ value, name }: KnownValue): string[] =>
  [value, ...(name ? [name.zh, name.en] : [])].map(letters);

/** Letters and digits alone: a blank for a hyphen is no other word. */
const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

function onlyOne(found: readonly KnownValue[]): KnownValue | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}
