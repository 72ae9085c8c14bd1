import type { Edition } from "./edition.js";
import { matchesEvidence, type EvidenceFilter } from "./evidence-filter.js";
import { matchCases } from "./filter.js";
import { compareSortKeys, sortKeyOf, type SortKey } from "./order.js";
import type { OrderedList } from "./pages.js";
import type { EvidenceView } from "./views.js";

/** Where a piece of evidence stands: its case, and its place in the case from 0. */
export interface EvidencePlace {
  readonly caseOrdinal: number;
  readonly place: number;
}

/** All evidence of published cases that passes, in the order of the cases (CATEGORY_ASC) and inside them. */
export function evidenceList(edition: Edition, filter: EvidenceFilter): OrderedList<EvidencePlace> {
  const { facts, inOrder } = edition.columns;
  const cases = matchCases(edition.columns, filter.cases);
  const keyOf = ({ caseOrdinal, place }: EvidencePlace): SortKey => {
    const ofCase = facts[caseOrdinal];
    return ofCase === undefined ? [place] : [...sortKeyOf(ofCase, "CATEGORY_ASC"), place];
  };
  return {
    scope: JSON.stringify(["evidence", filter]),
    items: inOrder("CATEGORY_ASC", cases).flatMap((caseOrdinal) =>
      (facts[caseOrdinal]?.evidence ?? []).flatMap((one, place) =>
        matchesEvidence(one, filter) ? [{ caseOrdinal, place }] : [],
      ),
    ),
    keyOf,
    compare: (a, b) =>
      compareSortKeys(a.slice(0, -1), b.slice(0, -1), "CATEGORY_ASC") || Number(a.at(-1)) - Number(b.at(-1)),
  };
}

/** The pieces at these places, in their order; null for what is not published any more. */
export async function evidenceAt(
  edition: Edition,
  places: readonly EvidencePlace[],
): Promise<(EvidenceView | null)[]> {
  const views = await edition.cases(edition.columns.idsOf(places.map(({ caseOrdinal }) => caseOrdinal)));
  return places.map(({ place }, index) => views[index]?.evidence[place] ?? null);
}
