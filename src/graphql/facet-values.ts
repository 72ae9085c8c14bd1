import { UNKNOWN } from "../catalogue/columns.js";
import { perFacetGroup, type FacetCounts } from "../catalogue/facets.js";
import type { CaseFilter } from "../catalogue/filter.js";
import { groupValuesOf, type GroupValues } from "../catalogue/group-values.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import type { CaseFacetsType, FacetValueType } from "./types/facets.js";

/** Counts with the names of what they count. */
export function facetValuesOf(
  counts: FacetCounts,
  filter: CaseFilter,
  vocabulary: Vocabulary,
): CaseFacetsType {
  return perFacetGroup((group) =>
    facetOf(groupValuesOf(group, vocabulary), counts[group], filter[group] ?? []),
  );
}

/**
 * A closed set: every value in its own order, zeros included, then the unknown ones, if there are any.
 * An open one: values that have cases or are selected, most cases first.
 */
function facetOf(
  { isClosed, values, missing }: GroupValues,
  counts: ReadonlyMap<string, number>,
  selected: readonly string[],
): FacetValueType[] {
  const listed = values.map(({ key, name, value }) => ({
    ...{ value, label: name, count: counts.get(key) ?? 0, isSelected: selected.includes(key) },
  }));
  if (!isClosed) {
    return listed
      .filter(({ count, isSelected }) => count > 0 || isSelected)
      .sort((a, b) => b.count - a.count);
  }
  const unknown = counts.get(UNKNOWN) ?? 0;
  return unknown === 0
    ? listed
    : [...listed, { value: UNKNOWN, label: missing, count: unknown, isSelected: false }];
}
