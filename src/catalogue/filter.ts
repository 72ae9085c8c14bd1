import type { Basis, CaseKind, CategoryKey, SectionKind, TownStatusKind } from "../terms.js";
import { Bitset } from "./bitset.js";
import type { CaseColumns, ColumnGroup } from "./columns.js";

/**
 * A checked filter: several values inside one field mean any of them, several fields mean all of them.
 * Provinces and regions are keys of the vocabulary here.
 */
export interface CaseFilter {
  readonly kinds?: readonly CaseKind[];
  readonly categories?: readonly CategoryKey[];
  readonly categoryBasis?: readonly Basis[];
  readonly provinces?: readonly string[];
  readonly regions?: readonly string[];
  readonly industries?: readonly string[];
  readonly practices?: readonly string[];
  readonly tags?: readonly string[];
  readonly rounds?: readonly string[];
  readonly towns?: readonly string[];
  readonly statuses?: readonly TownStatusKind[];
  readonly hasSection?: readonly SectionKind[];
  /** Not part of what the API offers as a filter, but of lists that hang on a source or a document. */
  readonly sources?: readonly string[];
  readonly documents?: readonly string[];
  readonly updatedSince?: Date;
}

/** The cases that pass every field of the filter, or every field but one (for that field's own facet). */
export function matchCases(columns: CaseColumns, filter: CaseFilter, except?: ColumnGroup): Bitset {
  let passed = columns.all;
  for (const group of groupsOf(filter)) {
    if (group !== except) passed = passed.and(anyOf(columns, group, filter[group] ?? []));
  }
  return filter.updatedSince ? passed.and(updatedSince(columns, filter.updatedSince)) : passed;
}

/** The groups that the filter restricts. */
export function groupsOf(filter: CaseFilter): Exclude<keyof CaseFilter, "updatedSince">[] {
  return (Object.keys(filter) as (keyof CaseFilter)[]).filter(
    (field) => field !== "updatedSince" && filter[field] !== undefined,
  ) as Exclude<keyof CaseFilter, "updatedSince">[];
}

function anyOf(columns: CaseColumns, group: ColumnGroup, values: readonly string[]): Bitset {
  const bitsets = columns.group(group);
  return values.reduce((sum, value) => {
    const found = bitsets.get(value);
    return found ? sum.or(found) : sum;
  }, Bitset.empty(columns.size));
}

function updatedSince(columns: CaseColumns, since: Date): Bitset {
  const from = since.getTime();
  const ordinals = columns.facts.flatMap((one, ordinal) => (one.updatedAt >= from ? [ordinal] : []));
  return Bitset.of(columns.size, ordinals);
}
