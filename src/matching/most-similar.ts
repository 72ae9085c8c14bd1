import type { CaseFacts } from "../catalogue/case-facts.js";
import type { CaseColumns } from "../catalogue/columns.js";
import { keepBest } from "./keep-best.js";
import { mostOfTowns, scoreOfTowns, shareOf, tiesOf, townAt, valuesOf, type Tie } from "./similarity.js";

/** A case, and how similar it is to the one that is read: above 0 to 1, in thousandths. */
export interface ScoredCase {
  readonly facts: CaseFacts;
  readonly score: number;
}

/**
 * The most similar published cases, best first; of the same score the lower id first.
 * The ties of all cases are counted in columns; towns are compared only where that can still change the answer.
 */
export function mostSimilar(columns: CaseColumns, facts: CaseFacts, count: number): readonly ScoredCase[] {
  const ofTies = scoresOfTies(columns, facts);
  const ofTowns = mostOfTowns[facts.kind];
  const own = columns.ordinalOf(facts.id);
  // Ordinals follow the ids.
  const best = keepBest<ScoredOrdinal>(count, (a, b) => b.score - a.score || a.ordinal - b.ordinal);
  for (const ordinal of highestFirst(ofTies)) {
    const score = ofTies[ordinal] ?? 0;
    // What follows has less than a step more by ties, and less than another by rounding.
    if (score + 2 * STEP + ofTowns < (best.bar()?.score ?? 0)) break;
    if (ordinal === own) continue;
    best.offer({ ordinal, score: inThousandths(score + scoreOfTowns(facts, townAt(columns, ordinal))) });
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

const STEP = 1 / 1_000;

/** The places of all numbers above 0, those of 1 and more first, to a step: one pass to count, and one to place. */
function highestFirst(scores: Float64Array): Uint32Array {
  const stepOf = (score: number): number => Math.min(LOWEST, Math.max(0, Math.floor((1 - score) / STEP)));
  const starts = new Uint32Array(LOWEST + 2);
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score > 0) starts[stepOf(score) + 1] = (starts[stepOf(score) + 1] ?? 0) + 1;
  }
  for (let step = 0; step <= LOWEST; step++) starts[step + 1] = (starts[step + 1] ?? 0) + (starts[step] ?? 0);
  const places = new Uint32Array(starts[LOWEST + 1] ?? 0);
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score === 0) continue;
    const step = stepOf(score);
    const next = starts[step] ?? 0;
    places[next] = place;
    starts[step] = next + 1;
  }
  return places;
}

const LOWEST = 1_000;

/** By ordinal: each tie adds its weight, times the share of it that both cases have. */
function scoresOfTies(columns: CaseColumns, facts: CaseFacts): Float64Array {
  const scores = new Float64Array(columns.size);
  for (const tie of tiesOf[facts.kind]) {
    const values = valuesOf(facts, tie.mine);
    const shared = countShared(columns, values, tie);
    const theirs = columns.valueCounts(tie.theirs);
    // A plain loop: on a typed array `forEach` takes more than ten times as long.
    for (let ordinal = 0; ordinal < columns.size; ordinal++) {
      const both = shared[ordinal] ?? 0;
      if (both === 0) continue;
      const share = shareOf(tie, both, values.length, theirs[ordinal] ?? 0);
      scores[ordinal] = (scores[ordinal] ?? 0) + tie.weight * share;
    }
  }
  return scores;
}

/** By ordinal: how many of these values each case has. */
function countShared(columns: CaseColumns, values: readonly string[], { theirs, among }: Tie): Uint16Array {
  const shared = new Uint16Array(columns.size);
  for (const kind of among) {
    const ofKind = columns.having("kinds", kind);
    for (const value of values) {
      const both = columns.having(theirs, value).and(ofKind);
      both.forEach((ordinal) => {
        shared[ordinal] = (shared[ordinal] ?? 0) + 1;
      });
    }
  }
  return shared;
}

const inThousandths = (score: number): number => Math.round(1000 * score) / 1000;
