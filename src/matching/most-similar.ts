import { Bitset } from "../catalogue/bitset.js";
import type { CaseFacts } from "../catalogue/case-facts.js";
import type { CaseColumns } from "../catalogue/columns.js";
import { keepBest } from "./keep-best.js";
import {
  mostOfTowns,
  scoreOfDistance,
  scoreOfSizes,
  shareOf,
  sizesAt,
  tiesOf,
  valuesOf,
  type Tie,
} from "./similarity.js";

/** A case, and how similar it is to the one that is read: above 0 to 1, in thousandths. */
export interface ScoredCase {
  readonly facts: CaseFacts;
  readonly score: number;
}

/**
 * The most similar published cases, best first; of the same score the lower id first.
 * Cases are looked at in groups, by which ties they have: what a group can reach at most says when to stop.
 */
export function mostSimilar(columns: CaseColumns, facts: CaseFacts, count: number): readonly ScoredCase[] {
  const ties = tiesOf[facts.kind].map((tie) => tiedBy(columns, facts, tie));
  const { distance, sizes } = mostOfTowns[facts.kind];
  const own = columns.ordinalOf(facts.id);
  // Ordinals follow the ids.
  const best = keepBest<ScoredOrdinal>(count, (a, b) => b.score - a.score || a.ordinal - b.ordinal);
  const isTooLow = (most: number): boolean => most + ROUNDING < (best.bar()?.score ?? 0);
  for (const { most, cases, scoreAt } of groupsOf(ties)) {
    if (isTooLow(most + distance + sizes)) break;
    Bitset.forEachInAll(cases, (ordinal) => {
      let score = scoreAt(ordinal);
      if (ordinal === own || isTooLow(score + distance + sizes)) return;
      const town = columns.facts.townAt(ordinal);
      if (town !== undefined && distance > 0) score += distance * scoreOfDistance(facts, { town });
      if (isTooLow(score + sizes)) return;
      if (sizes > 0) score += sizes * scoreOfSizes(facts, sizesAt(columns, ordinal));
      best.offer({ ordinal, score: inThousandths(score) });
    });
  }
  return best.items.flatMap(({ ordinal, score }) => {
    const found = columns.facts.at(ordinal);
    return found === undefined ? [] : { facts: found, score };
  });
}

interface ScoredOrdinal {
  readonly ordinal: number;
  readonly score: number;
}

const inThousandths = (score: number): number => Math.round(1000 * score) / 1000;
/** What rounding adds at most, and a little more for sums of fractions. */
const ROUNDING = 0.0006;

/** Cases of which each has as many values of a tie in common with the one that is read as any other of them. */
interface TiedCases {
  readonly cases: Bitset;
  /** What the tie gives one of them, and what it gives any at most. */
  readonly scoreAt: (ordinal: number) => number;
  readonly most: number;
}

/** By the number of values in common, from none on; every case is in one of them. */
function tiedBy(columns: CaseColumns, facts: CaseFacts, tie: Tie): readonly TiedCases[] {
  const values = valuesOf(facts, tie.mine);
  const theirs = columns.valueCounts(tie.theirs);
  const none = Bitset.empty(columns.size);
  const ofKinds = tie.among.reduce((some, kind) => some.or(columns.having("kinds", kind)), none);
  const sets = values.map((value) => columns.having(tie.theirs, value).and(ofKinds));
  return byNumberShared(columns.all, sets).map((cases, shared) => {
    const scoreOf = (valuesOfTheirs: number): number =>
      shared === 0 ? 0 : tie.weight * shareOf(tie, shared, values.length, valuesOfTheirs);
    // Who has no other values than those in common shares the most.
    return { cases, scoreAt: (ordinal) => scoreOf(theirs[ordinal] ?? 0), most: scoreOf(shared) };
  });
}

/** Which are in none of the sets, in one, in two, and so on. */
function byNumberShared(all: Bitset, sets: readonly Bitset[]): readonly Bitset[] {
  const inAtLeast = [all];
  for (const set of sets) {
    for (let number = inAtLeast.length; number > 0; number--) {
      const more = inAtLeast[number - 1]?.and(set) ?? set;
      inAtLeast[number] = inAtLeast[number]?.or(more) ?? more;
    }
  }
  return inAtLeast.map((some, number) => some.without(inAtLeast[number + 1] ?? Bitset.empty(some.size)));
}

/** What all ties together give: every combination of one list of each, those first that may reach most. */
function groupsOf(ties: readonly (readonly TiedCases[])[]) {
  let combinations: readonly (readonly TiedCases[])[] = [[]];
  for (const tie of ties) combinations = combinations.flatMap((some) => tie.map((one) => [...some, one]));
  return combinations
    .map((some) => ({
      most: some.reduce((sum, { most }) => sum + most, 0),
      cases: some.map(({ cases }) => cases),
      scoreAt(ordinal: number): number {
        let score = 0;
        for (const one of some) score += one.scoreAt(ordinal);
        return score;
      },
    }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
}
