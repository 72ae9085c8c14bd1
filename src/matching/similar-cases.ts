import type { Edition } from "../catalogue/edition.js";
import type { CaseView } from "../catalogue/views.js";
import type { Label } from "../terms.js";
import { mostSimilar } from "./most-similar.js";
import { reasonsOf } from "./similar-reasons.js";

/** A case that is like another, how much, and in what. */
export interface SimilarCaseView {
  readonly case: CaseView;
  /** 0 to 1; `similarityWeights` says of what it is made. */
  readonly score: number;
  /** Each is true of both cases. */
  readonly reasons: readonly Label[];
}

/** The published cases most similar to this one, best first; only those are loaded. */
export async function similarCases(
  edition: Edition,
  view: CaseView,
  count: number,
): Promise<SimilarCaseView[]> {
  const { columns, vocabulary } = edition;
  const facts = columns.facts.at(columns.ordinalOf(view.id) ?? -1);
  if (facts === undefined) return [];
  const scored = mostSimilar(columns, facts, count);
  const views = await edition.cases(scored.map(({ facts: { id } }) => id));
  return scored.flatMap(({ facts: others, score }, place) => {
    const other = views[place] ?? null;
    if (other === null) return [];
    const reasons = reasonsOf({ facts, view }, { facts: others, view: other }, vocabulary);
    return [{ case: other, score, reasons }];
  });
}
