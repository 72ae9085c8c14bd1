import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { Phrase } from "../../text/tokens.js";
import type { SearchScope } from "../query-plan.js";
import { remembering, rememberingOf } from "../remembering.js";
import { phraseText } from "../wanted.js";
import { columnsOf, oftenCodes, type Place } from "./phrase-queries.js";
import { phraseFinder, type TokenTexts } from "./token-texts.js";

/** Which cases have a phrase in a place. */
export interface PhraseQuestion {
  readonly phrase: Phrase;
  readonly place: Place;
}

/** What is known so far, and what has been asked for in vain. */
export interface PhraseAnswers {
  readonly known: ReadonlyMap<string, Bitset>;
  /** Tokens of the short texts of a case. */
  readonly textsOf: (id: string) => TokenTexts | undefined;
  readonly missing: Map<string, PhraseQuestion>;
  readonly missingTexts: Set<string>;
}

export const keyOf = ({ phrase, place }: PhraseQuestion): string => `${place} ${nameOf(phrase)}`;

/** The same for the same phrase. */
export const nameOf = rememberingOf(phraseText);

export interface PhrasePlaces {
  having(phrase: Phrase, place: Place): Bitset;
  /** The same for cases one by one, of which the phrase stands somewhere in the scope. */
  tester(phrase: Phrase, place: Place): (ordinal: number) => boolean;
}

/** Where a phrase stands in more cases than these, the server is asked for its places. */
const MOST_LOOKED_UP = 200;

/**
 * The server says in which cases of the scope a phrase stands, and their short texts say in which of its places.
 * What is not known yet is noted, and counts as found nowhere: who asks goes on until nothing is missing.
 */
export function placesOfPhrases(
  { known, textsOf, missing, missingTexts }: PhraseAnswers,
  { size, facts }: CaseColumns,
  scope: SearchScope,
): PhrasePlaces {
  const nowhere = Bitset.empty(size);
  const lookedUp = new Map<string, Bitset>();

  const asked = (question: PhraseQuestion): Bitset => {
    const key = keyOf(question);
    const answer = known.get(key);
    if (answer === undefined) missing.set(key, question);
    return answer ?? nowhere;
  };
  const columnsIn = remembering((place: Place) => columnsOf(place, scope));
  // Each case is looked at for every phrase and place.
  const looked: (TokenTexts | undefined)[] = [];
  const textsAt = (ordinal: number): TokenTexts | undefined => {
    const known = looked[ordinal];
    if (known) return known;
    const id = facts.idAt(ordinal) ?? "";
    const tokens = textsOf(id);
    if (tokens === undefined) missingTexts.add(id);
    return (looked[ordinal] = tokens);
  };
  /** Several tiers, and the loose hits, ask the same of the same cases. */
  const testers = new Map<string, (ordinal: number) => boolean>();
  const inTexts = (phrase: Phrase, place: Place): ((ordinal: number) => boolean) => {
    const key = keyOf({ phrase, place });
    const known = testers.get(key);
    if (known) return known;
    const isIn = finderIn(phrase, place, columnsIn(place));
    const told: (boolean | undefined)[] = [];
    const tester = (ordinal: number): boolean => {
      const before = told[ordinal];
      if (before !== undefined) return before;
      const tokens = textsAt(ordinal);
      return tokens !== undefined && (told[ordinal] = isIn(tokens));
    };
    testers.set(key, tester);
    return tester;
  };
  const isAsked = (cases: Bitset): boolean => cases.count() > MOST_LOOKED_UP;
  const having = (phrase: Phrase, place: Place): Bitset => {
    if (place === "SCOPE") return asked({ phrase, place });
    const cases = asked({ phrase, place: "SCOPE" });
    if (isAsked(cases)) return asked({ phrase, place });
    const key = keyOf({ phrase, place });
    const found = lookedUp.get(key) ?? Bitset.where(size, inTexts(phrase, place), cases);
    lookedUp.set(key, found);
    return found;
  };
  return {
    having,
    tester(phrase, place) {
      if (!isAsked(asked({ phrase, place: "SCOPE" }))) return inTexts(phrase, place);
      const found = having(phrase, place);
      return (ordinal) => found.has(ordinal);
    },
  };
}

function finderIn(phrase: Phrase, place: Place, columns: readonly string[]): (texts: TokenTexts) => boolean {
  if (place === "OFTEN") {
    const codes = columns.length === 0 ? null : oftenCodes(phrase).map((code) => ` ${code} `);
    return ({ often = "" }) => codes?.every((code) => often.includes(code)) ?? false;
  }
  const isIn = phraseFinder(phrase);
  return (texts) => isIn(texts, columns);
}
