import { groupBy } from "../group-by.js";
import { onFirstUse } from "../on-first-use.js";
import type { Basis, CaseKind, CategoryKey, SectionKind, TownStatusKind, WarningKind } from "../terms.js";
import { Bitset } from "./bitset.js";
import { columnGroups, type CaseColumns, type ColumnGroup } from "./columns.js";
import { figureTest } from "./evidence-matching.js";
import type { MeasureFilter } from "./figure-facts.js";
import { placeTest, type PlaceFilter } from "./places.js";

/**
 * A checked filter: several values inside one field mean any of them, several fields mean all of them.
 * Provinces and regions are keys of the vocabulary here.
 */
export interface CaseFilter extends PlaceFilter {
  readonly kinds?: readonly CaseKind[];
  readonly categories?: readonly CategoryKey[];
  readonly categoryBasis?: readonly Basis[];
  readonly provinces?: readonly string[];
  readonly regions?: readonly string[];
  readonly industries?: readonly string[];
  readonly practices?: readonly string[];
  readonly problems?: readonly string[];
  readonly warningKinds?: readonly WarningKind[];
  readonly tags?: readonly string[];
  readonly rounds?: readonly string[];
  readonly towns?: readonly string[];
  readonly statuses?: readonly TownStatusKind[];
  readonly hasSection?: readonly SectionKind[];
  /** Not part of what the API offers as a filter, but of lists that hang on a source or a document. */
  readonly sources?: readonly string[];
  readonly documents?: readonly string[];
  readonly contradicts?: readonly string[];
  /** Of each measure that is named, one of its entries has to be met. */
  readonly figures?: readonly MeasureFilter[];
  readonly updatedSince?: Date;
}

/** The cases that pass every field of the filter. */
export const matchCases = (columns: CaseColumns, filter: CaseFilter): Bitset => matcherOf(columns, filter)();

/**
 * Finds the cases that pass every field of the filter, or every field but one (for that field's own facet). What a field
 * lets pass is worked out once.
 */
export function matcherOf(columns: CaseColumns, filter: CaseFilter): (except?: ColumnGroup) => Bitset {
  const conditions = onFirstUse(() => meetConditions(columns, filter));
  const fields = groupsOf(filter).map((group) => ({
    group,
    passing: onFirstUse(() => anyOf(columns, group, filter[group] ?? [])),
  }));
  return (except) =>
    fields
      .filter(({ group }) => group !== except)
      .reduce((passed, { passing }) => passed.and(passing()), conditions());
}

type FilterGroup = Exclude<keyof CaseFilter, "updatedSince" | "figures" | keyof PlaceFilter>;

/** The groups that the filter restricts. */
export function groupsOf(filter: CaseFilter): FilterGroup[] {
  return columnGroups.filter(isFilterGroup).filter((group) => filter[group] !== undefined);
}

const isFilterGroup = (group: ColumnGroup): group is FilterGroup =>
  group !== "measures" && group !== "missingLocales";

/** The cases that meet what is asked of places, figures and dates, where a value is one of endlessly many. */
function meetConditions(columns: CaseColumns, { near, within, figures, updatedSince }: CaseFilter): Bitset {
  const { size, all, facts } = columns;
  let passed = all;
  if (updatedSince !== undefined) {
    const since = updatedSince.getTime();
    const updatedAt = columns.updatedAt();
    passed = Bitset.where(size, (ordinal) => (updatedAt[ordinal] ?? 0) >= since, passed);
  }
  if (near !== undefined || within !== undefined) {
    const isThere = placeTest({ near, within });
    const [latitudes, longitudes] = [columns.latitudes(), columns.longitudes()];
    passed = Bitset.where(
      size,
      (ordinal) => isThere(latitudes[ordinal] ?? NaN, longitudes[ordinal] ?? NaN),
      passed,
    );
  }
  for (const [measure, wanted] of groupBy(figures ?? [], (figure) => figure.measure)) {
    const hasFigure = figureTest(columns.evidence, wanted);
    const having = passed.and(columns.having("measures", measure));
    passed = Bitset.where(size, (ordinal) => hasFigure(facts.evidenceAt(ordinal)), having);
  }
  return passed;
}

function anyOf(columns: CaseColumns, group: ColumnGroup, values: readonly string[]): Bitset {
  const [first, ...others] = values;
  if (first === undefined) return Bitset.empty(columns.size);
  return others.reduce((sum, value) => sum.or(columns.having(group, value)), columns.having(group, first));
}
