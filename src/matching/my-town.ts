import type { CaseColumns } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import type { CaseView, EvidenceView, PracticeUseView } from "../catalogue/views.js";
import type { Label } from "../terms.js";
import { keepBest } from "./keep-best.js";
import { conditionsOf, stateOf, type MatchState, type TownCondition } from "./town-conditions.js";
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
  const { columns } = edition;
  const conditions = conditionsOf(profile, edition);
  const ranking = rank(columns, conditions);
  const best = keepBest<number>(count, ranking.compare);
  // Ordinals follow the ids: of equal cases the one with the lower id comes first, and stays.
  columns.having("kinds", "EXEMPLARY").forEach((ordinal) => {
    if (ranking.scoreOf(ordinal) > 0) best.offer(ordinal);
  });
  const views = await edition.cases(columns.idsOf(best.items));
  return best.items.flatMap((ordinal, place) => {
    const [facts, view] = [columns.facts.at(ordinal), views[place] ?? null];
    if (facts === undefined || view === null) return [];
    return {
      case: view,
      score: ranking.scoreOf(ordinal),
      conditions: conditions.map((condition) => ({
        name: condition.name,
        state: stateOf(condition, ordinal),
        evidence: condition.evidenceIn({ facts, view }),
      })),
      warnings: () => warningsAgainst(edition, view.practices),
    };
  });
}

interface MatchRanking {
  /** 0 where nothing is met. */
  scoreOf(ordinal: number): number;
  /** Negative when the first is better. */
  compare(a: number, b: number): number;
}

/** What is UNKNOWN counts in the whole, and never as met. */
function rank({ size, facts }: CaseColumns, conditions: readonly TownCondition[]): MatchRanking {
  const [met, notMet] = [new Uint16Array(size), new Uint16Array(size)];
  let whole = 0;
  for (const condition of conditions) {
    whole += condition.weight;
    condition.met.forEach((ordinal) => {
      met[ordinal] = (met[ordinal] ?? 0) + condition.weight;
    });
    condition.notMet.forEach((ordinal) => {
      notMet[ordinal] = (notMet[ordinal] ?? 0) + 1;
    });
  }
  const scoreOf = (ordinal: number): number => Math.round((1000 * (met[ordinal] ?? 0)) / whole) / 1000;
  return {
    scoreOf,
    compare: (a, b) =>
      scoreOf(b) - scoreOf(a) ||
      (notMet[a] ?? 0) - (notMet[b] ?? 0) ||
      facts.evidenceAt(b).length - facts.evidenceAt(a).length,
  };
}
