import type { CaseFacts } from "../catalogue/case-facts.js";
import type { Edition } from "../catalogue/edition.js";
import type { CaseView, EvidenceView, PracticeUseView } from "../catalogue/views.js";
import type { Label } from "../terms.js";
import { keepBest } from "./keep-best.js";
import { conditionsOf, type MatchState, type TownCondition } from "./town-conditions.js";
import type { TownProfile } from "./town-profile.js";
import { warningsAgainst } from "./warnings-against.js";

/** A case for a town that asks, and how far the conditions of that town are met in it. */
export interface TownMatchView {
  readonly case: CaseView;
  /** The weight of the conditions met, over that of all: above 0 to 1, in thousandths. */
  readonly score: number;
  /** All that the profile has, in its order, whatever their state. */
  readonly conditions: readonly MatchedConditionView[];
  /** What speaks against the practices of the case; looked up when asked for. */
  readonly warnings: () => Promise<readonly PracticeUseView[]>;
}

export interface MatchedConditionView {
  readonly name: Label;
  readonly state: MatchState;
  readonly evidence: readonly EvidenceView[];
}

/**
 * The published model cases that meet any condition of the profile, best first. Of the same score comes first
 * which has less that is NOT_MET, then which has more evidence, then which has the lower id.
 */
export async function casesLikeMyTown(
  edition: Edition,
  profile: TownProfile,
  count: number,
): Promise<TownMatchView[]> {
  const { columns, vocabulary } = edition;
  const conditions = conditionsOf(profile, vocabulary);
  const best = keepBest<RankedCase>(count, compareRanked);
  // Ordinals follow the ids: of equal cases the one with the lower id comes first, and stays.
  for (const ordinal of columns.having("kinds", "EXEMPLARY").ordinals()) {
    const facts = columns.facts[ordinal];
    const ranked = facts && rankOf(facts, conditions);
    if (ranked) best.offer(ranked);
  }
  const views = await edition.cases(best.items.map(({ facts }) => facts.id));
  return best.items.flatMap(({ facts, score }, place) => {
    const view = views[place] ?? null;
    if (view === null) return [];
    return {
      case: view,
      score,
      conditions: conditions.map(({ name, stateIn, evidenceIn }) => ({
        name,
        state: stateIn(facts),
        evidence: evidenceIn({ facts, view }),
      })),
      warnings: () => warningsAgainst(edition, view.practices),
    };
  });
}

interface RankedCase {
  readonly facts: CaseFacts;
  readonly score: number;
  readonly notMet: number;
}

/** What is UNKNOWN counts in the whole, and never as met. Null where nothing is met. */
function rankOf(facts: CaseFacts, conditions: readonly TownCondition[]): RankedCase | null {
  let [met, whole, notMet] = [0, 0, 0];
  for (const { weight, stateIn } of conditions) {
    const state = stateIn(facts);
    whole += weight;
    if (state === "MET") met += weight;
    if (state === "NOT_MET") notMet += 1;
  }
  return met === 0 ? null : { facts, score: Math.round((1000 * met) / whole) / 1000, notMet };
}

function compareRanked(a: RankedCase, b: RankedCase): number {
  return b.score - a.score || a.notMet - b.notMet || b.facts.evidence.length - a.facts.evidence.length;
}
