import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { Phrase } from "../../text/tokens.js";
import type { SearchScope } from "../query-plan.js";
import type { ScopedSearch } from "../scoped-search.js";
import { nameColumnsInScope, columnsInScope } from "../text-columns.js";
import { phrasesIn, phraseText, type Wanted } from "../wanted.js";
import type { Place } from "./phrase-queries.js";

/** Which cases have a phrase in a place. */
export interface PhraseQuestion {
  readonly phrase: Phrase;
  readonly place: Place;
}

/** What is known so far, and what has been asked for in vain. */
export interface PhraseAnswers {
  readonly known: Map<string, Bitset>;
  readonly missing: Map<string, PhraseQuestion>;
}

export const keyOf = ({ phrase, place }: PhraseQuestion): string => `${place} ${phraseText(phrase)}`;

/**
 * A search made of answers about phrases. What is not known yet is noted, and counts as found nowhere: who asks
 * goes on until nothing is missing.
 */
export function searchByPhrases(
  { known, missing }: PhraseAnswers,
  { size, all }: CaseColumns,
  scope: SearchScope,
): ScopedSearch {
  const nowhere = Bitset.empty(size);
  const having = (phrase: Phrase, place: Place): Bitset => {
    // What is nowhere is in no place either.
    if (place !== "SCOPE" && having(phrase, "SCOPE").isEmpty()) return nowhere;
    const key = keyOf({ phrase, place });
    const found = known.get(key);
    if (found === undefined) missing.set(key, { phrase, place });
    return found ?? nowhere;
  };
  const evaluate = (wanted: Wanted, place: Place): Bitset => {
    if ("phrase" in wanted) return having(wanted.phrase, place);
    return "anyOf" in wanted
      ? wanted.anyOf.map((one) => evaluate(one, place)).reduce((sum, one) => sum.or(one), nowhere)
      : wanted.allOf.map((one) => evaluate(one, place)).reduce((rest, one) => rest.and(one), all);
  };
  const names = nameColumnsInScope(scope);
  const areNamesApart = names.length > 0 && names.length < columnsInScope(scope).length;
  return {
    match: (wanted) => evaluate(wanted, "SCOPE"),
    matchNames: (wanted) => (areNamesApart ? evaluate(wanted, "NAMES") : null),
    rank(wanted, members) {
      const phrases = distinct(phrasesIn(wanted)).map((phrase) => ({
        rarity: rarity(having(phrase, "SCOPE").count(), size),
        places: weights.map(([place, weight]) => [having(phrase, place), weight] as const),
      }));
      return Array.from(members.ordinals(), (ordinal) => {
        const strength = phrases.reduce((sum, { rarity: rare, places }) => {
          const found = places.reduce((more, [cases, weight]) => more + (cases.has(ordinal) ? weight : 0), 0);
          return sum + rare * saturated(found);
        }, 0);
        return { ordinal, rank: -strength };
      });
    },
  };
}

/**
 * How much more it counts that a phrase stands here. The server does not tell how often it does: “several times”
 * is one place more.
 */
const weights: readonly (readonly [Place, number])[] = [
  ["SCOPE", 1],
  ["NAMES", 9],
  ["SUMMARY", 3],
  ["TAG", 3],
  ["OFTEN", 2],
];

/** BM25's: the second time says less than the first. */
const saturated = (found: number): number => (found * 2.2) / (found + 1.2);

/** The inverse document frequency of BM25, above 0. */
const rarity = (having: number, size: number): number => Math.log(1 + (size - having + 0.5) / (having + 0.5));

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phraseText(phrase), phrase])).values()];
}
