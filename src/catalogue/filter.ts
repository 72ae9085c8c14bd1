import { groupBy } from "../group-by.js";
import type { Basis, CaseKind, CategoryKey, SectionKind, TownStatusKind, WarningKind } from "../terms.js";
import { Bitset } from "./bitset.js";
import type { CaseFacts } from "./case-facts.js";
import { columnGroups, type CaseColumns, type ColumnGroup } from "./columns.js";
import { passesMeasure, type MeasureFilter } from "./figure-facts.js";
import { isInPlace, type PlaceFilter } from "./places.js";

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

/** The cases that pass every field of the filter, or every field but one (for that field's own facet). */
export function matchCases(columns: CaseColumns, filter: CaseFilter, except?: ColumnGroup): Bitset {
  let passed = columns.all;
  for (const group of groupsOf(filter)) {
    if (group !== except) passed = passed.and(anyOf(columns, group, filter[group] ?? []));
  }
  const conditions = conditionsOf(filter);
  if (conditions.length === 0) return passed;
  return Bitset.of(
    columns.size,
    [...passed.ordinals()].filter((ordinal) => {
      const facts = columns.facts[ordinal];
      return facts !== undefined && conditions.every((isMet) => isMet(facts));
    }),
  );
}

type FilterGroup = Exclude<keyof CaseFilter, "updatedSince" | "figures" | keyof PlaceFilter>;

/** The groups that the filter restricts. */
export function groupsOf(filter: CaseFilter): FilterGroup[] {
  return columnGroups.filter(isFilterGroup).filter((group) => filter[group] !== undefined);
}

const isFilterGroup = (group: ColumnGroup): group is FilterGroup => group !== "measures";

/** What is no matter of a column: asked of each case that passes the columns. */
function conditionsOf(filter: CaseFilter): ((facts: CaseFacts) => boolean)[] {
  const { near, within, figures, updatedSince } = filter;
  const byMeasure = [...groupBy(figures ?? [], ({ measure }) => measure).values()];
  return [
    ...(updatedSince ? [(facts: CaseFacts) => facts.updatedAt >= updatedSince.getTime()] : []),
    ...(near || within ? [(facts: CaseFacts) => isInPlace(facts.town.location, filter)] : []),
    ...byMeasure.map((wanted) => (facts: CaseFacts) => hasFigure(facts, wanted)),
  ];
}

function hasFigure({ evidence }: CaseFacts, wanted: readonly MeasureFilter[]): boolean {
  return evidence.some(({ figures }) =>
    figures.some((figure) => wanted.some((filter) => passesMeasure(figure, filter))),
  );
}

function anyOf(columns: CaseColumns, group: ColumnGroup, values: readonly string[]): Bitset {
  return values.reduce((sum, value) => sum.or(columns.having(group, value)), Bitset.empty(columns.size));
}
