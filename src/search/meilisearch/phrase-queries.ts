import type { Phrase } from "../../text/tokens.js";
import type { SearchScope } from "../query-plan.js";
import { rememberingOf } from "../remembering.js";
import { columnsInScope, nameColumnsInScope, textColumns } from "../text-columns.js";
import { codesOf, END_OF_RUN, LONGEST_CODE } from "./coded-tokens.js";
import { NAME_MARK, OFTEN_MARK } from "./documents.js";

/**
 * Where a phrase is looked for. SCOPE: wherever the search looks. NAMES: there, in titles and names of towns.
 * The others only tell how well a case has it.
 */
export type Place = "SCOPE" | "NAMES" | "SUMMARY" | "TAG" | "OFTEN";

/** A question to the server: which cases have this phrase here? */
export interface PhraseQuery {
  readonly q: string;
  readonly attributesToSearchOn: readonly string[];
  /** Columns in whose tokens to look after it, because the server's answer may have too many; null: it is exact. */
  readonly verifiedIn: readonly string[] | null;
}

/** Null: this scope has no such place. */
export function phraseQuery(phrase: Phrase, place: Place, scope: SearchScope): PhraseQuery | null {
  const columns = columnsOf(place, scope);
  if (columns.length === 0) return null;
  if (place === "OFTEN") {
    return {
      q: oftenCodes(phrase)
        .map((code) => `"${code}"`)
        .join(" "),
      ...in_(["often"]),
    };
  }
  const isWhole = scope.locale === null && scope.fields === null && scope.searchIn === null;
  const mark = place === "NAMES" ? NAME_MARK : "";
  const attribute = place === "NAMES" ? "names" : "tokens";
  const isExact = isWhole ? isExactAnywhere(phrase) : isExactIn(phrase);
  const isVerified = !isExact && (place === "SCOPE" || place === "NAMES");
  return {
    q: queryText(phrase, mark),
    attributesToSearchOn:
      columns.length === textColumns.length ? ["tokens.*"] : columns.map((name) => `${attribute}.${name}`),
    verifiedIn: isVerified ? columns : null,
  };
}

const in_ = (attributesToSearchOn: readonly string[]) => ({ attributesToSearchOn, verifiedIn: null });

/** Where a phrase stands when it stands in this place; of OFTEN, what the search looks in at all. */
export function columnsOf(place: Place, scope: SearchScope): string[] {
  if (place === "NAMES") return nameColumnsInScope(scope);
  const columns = columnsInScope(scope);
  if (place === "SCOPE" || place === "OFTEN") return columns;
  return columns.filter((name) => name.startsWith(place.toLowerCase()));
}

/** The codes to find among those of what a case has several times. */
export const oftenCodes = (phrase: Phrase): string[] =>
  phraseCodes(phrase)
    .slice(0, MOST_WORDS)
    .map((code) => OFTEN_MARK + code);

/** The codes to find side by side; the last one may go on where the phrase is open. */
export const phraseCodes = rememberingOf(({ tokens, isOpen }: Phrase): readonly string[] => {
  const codes = codesOf(tokens);
  return isOpen && codes.at(-1) === END_OF_RUN ? codes.slice(0, -1) : codes;
});

/** The server reads so many words and phrases of a query, and so many words of a phrase, and forgets the rest. */
const MOST_WORDS = 10;
const MOST_PHRASE_WORDS = 400;

/** A closed phrase in quotes, where nothing is a prefix; of an open one the last word without, as a prefix. */
function queryText(phrase: Phrase, mark: string): string {
  const codes = phraseCodes(phrase)
    .slice(0, MOST_PHRASE_WORDS)
    .map((code) => mark + code);
  if (!phrase.isOpen || codes.length === MOST_PHRASE_WORDS) return `"${codes.join(" ")}"`;
  const [before, last = ""] = [codes.slice(0, -1), codes.at(-1)];
  return before.length > 0 ? `"${before.join(" ")}" ${last}` : last;
}

/**
 * Does the server find the phrase in just the cases that have it, looking everywhere? It does not know places:
 * of a phrase it compares each word with the next one and with the one after that, wherever these stand. That
 * is enough for two words, and for three bigrams, which leave no room for anything between the first and the last.
 */
function isExactAnywhere(phrase: Phrase): boolean {
  const codes = phraseCodes(phrase);
  if (codes.length <= 1 || codes.some(isCut)) return isExactIn(phrase);
  if (phrase.isOpen) return false;
  return codes.length === 2 || (codes.length === 3 && isFourHanCharacters(phrase));
}

/** The same where it looks in some attributes: two words may stand there apart, and side by side elsewhere. */
function isExactIn(phrase: Phrase): boolean {
  const codes = phraseCodes(phrase);
  return codes.length <= 1 && !codes.some(isCut);
}

const isCut = (code: string): boolean => code.length >= LONGEST_CODE;

/** Of `慢慢来了` the first and the third pair could stand side by side. */
function isFourHanCharacters({ text }: Phrase): boolean {
  const [, second, third] = Array.from(text);
  return /^\p{Script=Han}{4}$/u.test(text) && second !== third;
}
