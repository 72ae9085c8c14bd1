import type { Bitset } from "./bitset.js";
import type { CaseColumns, ColumnGroup } from "./columns.js";
import { matcherOf, type CaseFilter } from "./filter.js";
import { countingAmong } from "./value-sets.js";

export const facetGroups = [
  "categories",
  "kinds",
  "provinces",
  "industries",
  "problems",
  "warningKinds",
  "practices",
  "tags",
  "rounds",
] as const satisfies readonly ColumnGroup[];
export type FacetGroup = (typeof facetGroups)[number];

/** Value → number of cases, of every value that any case has. */
export type FacetCounts = Readonly<Record<FacetGroup, ReadonlyMap<string, number>>>;

/**
 * Disjunctive counts: each group is counted over the cases that pass all the other groups' filters
 * (and lie in `base`: the cases a search has found; all of them for a list).
 */
export function countFacets(
  columns: CaseColumns,
  filter: CaseFilter,
  base: Bitset = columns.all,
): FacetCounts {
  const match = matcherOf(columns, filter);
  const passed = match().and(base);
  const countPassed = countingAmong(passed);
  return perFacetGroup((group) => {
    const reachable = filter[group] === undefined ? passed : match(group).and(base);
    const count = reachable === passed ? countPassed : countingAmong(reachable);
    return new Map([...columns.group(group)].map(([value, set]) => [value, count(set)] as const));
  });
}

export function perFacetGroup<Value>(valueOf: (group: FacetGroup) => Value): Record<FacetGroup, Value> {
  return Object.fromEntries(facetGroups.map((group) => [group, valueOf(group)])) as Record<FacetGroup, Value>;
}
