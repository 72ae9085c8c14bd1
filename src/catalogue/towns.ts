import { groupBy } from "../group-by.js";
import type { TownKind, TownStatusKind } from "../terms.js";
import type { CaseFacts, TownFacts } from "./case-facts.js";
import type { CaseColumns } from "./columns.js";
import { compareCodeUnits, compareTitles } from "./order.js";
import { isInPlace, type PlaceFilter } from "./places.js";

/** A published town, as lists of towns know it. */
export interface TownEntry extends TownFacts {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly statuses: readonly TownStatusKind[];
  /** Public ids of its published cases. */
  readonly caseIds: readonly string[];
}

export interface TownFilter extends PlaceFilter {
  readonly kinds?: readonly TownKind[];
  /** Keys of the vocabulary. */
  readonly regions?: readonly string[];
  readonly industries?: readonly string[];
  readonly statuses?: readonly TownStatusKind[];
}

/** The towns of the published cases, by pinyin of their names, then by id. */
export function townsOf(columns: CaseColumns): readonly TownEntry[] {
  return [...groupBy(columns.facts, ({ town }) => town.id).values()].flatMap(entryOf).sort(compareTowns);
}

export function compareTowns(
  a: Pick<TownEntry, "nameZh" | "id">,
  b: Pick<TownEntry, "nameZh" | "id">,
): number {
  return compareTitles(a.nameZh, b.nameZh, "zh") || compareCodeUnits(a.id, b.id);
}

/** Several values inside one field: any of them. Several fields: all of them. */
export function matchesTown(town: TownEntry, filter: TownFilter): boolean {
  const anyOf = <Value>(wanted: readonly Value[] | undefined, had: readonly Value[]): boolean =>
    wanted === undefined || wanted.some((value) => had.includes(value));
  return (
    anyOf(filter.kinds, [town.kind]) &&
    anyOf(filter.regions, town.regions) &&
    anyOf(filter.industries, town.industries) &&
    anyOf(filter.statuses, town.statuses) &&
    isInPlace(town.location, filter)
  );
}

function entryOf(cases: readonly CaseFacts[]): TownEntry[] {
  const [first] = cases;
  if (!first) return [];
  const { regions, industries, statuses, town } = first;
  return [{ ...town, regions, industries, statuses, caseIds: cases.map(({ id }) => id) }];
}
