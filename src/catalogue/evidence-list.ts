import type { Edition } from "./edition.js";
import type { EvidenceFilter } from "./evidence-filter.js";
import { evidenceMatcher } from "./evidence-matching.js";
import type { EvidencePlace } from "./evidence-place.js";
import { matchCases } from "./filter.js";
import { compareSortKeys, sortKeyOf, type SortKey } from "./order.js";
import type { Items, OrderedList } from "./pages.js";
import type { EvidenceView } from "./views.js";

/** All evidence of published cases that passes, in the order of the cases (CATEGORY_ASC) and inside them. */
export function evidenceList(edition: Edition, filter: EvidenceFilter): OrderedList<EvidencePlace> {
  const { facts } = edition.columns;
  const keyOf = ({ caseOrdinal, place }: EvidencePlace): SortKey => {
    const ofCase = facts.at(caseOrdinal);
    return ofCase === undefined ? [place] : [...sortKeyOf(ofCase, "CATEGORY_ASC"), place];
  };
  return {
    scope: JSON.stringify(["evidence", filter]),
    items: matchingPlaces(edition, filter),
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

/** Two numbers for each, not an object: there may be a million. */
function matchingPlaces({ columns }: Edition, filter: EvidenceFilter): Items<EvidencePlace> {
  const { evidence, facts } = columns;
  const ordinals = columns.inOrder("CATEGORY_ASC", matchCases(columns, filter.cases));
  const { isEvidence } = evidenceMatcher(evidence, filter);
  let most = 0;
  for (const ordinal of ordinals) most += facts.evidenceAt(ordinal).length;
  const [cases, places] = [new Uint32Array(most), new Uint16Array(most)];
  let length = 0;
  for (const ordinal of ordinals) {
    const range = facts.evidenceAt(ordinal);
    for (let place = 0; place < range.length; place++) {
      if (!isEvidence(range.start + place)) continue;
      cases[length] = ordinal;
      places[length++] = place;
    }
  }
  return {
    length,
    at: (index) =>
      index < length ? { caseOrdinal: cases[index] ?? 0, place: places[index] ?? 0 } : undefined,
  };
}
