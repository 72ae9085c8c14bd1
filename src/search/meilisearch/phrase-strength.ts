import type { Bitset } from "../../catalogue/bitset.js";
import type { Phrase } from "../../text/tokens.js";
import type { RankedOrdinal } from "../scoped-search.js";
import { nameOf, type PhrasePlaces } from "./phrase-places.js";
import type { Place } from "./phrase-queries.js";

/** How well these members have any of the phrases: as bm25 says it, smaller is better. */
export function rankByPlaces(
  places: PhrasePlaces,
  phrases: readonly Phrase[],
  members: Bitset,
  size: number,
): RankedOrdinal[] {
  const ordinals = members.toArray();
  const strengths = new Float64Array(ordinals.length);
  for (const phrase of distinct(phrases)) {
    const cases = places.having(phrase, "SCOPE");
    if (cases.isEmpty()) continue;
    const rare = rarity(cases.count(), size);
    const tests = weights.map(([place, weight]) => [places.tester(phrase, place), weight] as const);
    for (const [place, ordinal] of ordinals.entries()) {
      if (!cases.has(ordinal)) continue;
      const found = tests.reduce((sum, [isIn, weight]) => sum + (isIn(ordinal) ? weight : 0), 1);
      strengths[place] = (strengths[place] ?? 0) + rare * saturated(found);
    }
  }
  return Array.from(ordinals, (ordinal, place) => ({ ordinal, rank: -(strengths[place] ?? 0) }));
}

/**
 * How much more than 1 it counts that a phrase stands here. The server does not tell how often it does: “several
 * times” is one place more.
 */
const weights: readonly (readonly [Place, number])[] = [
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
  return [...new Map(phrases.map((phrase) => [nameOf(phrase), phrase])).values()];
}
