import { sortedInSteps, type Steps } from "../event-loop.js";
import { lowestPlace } from "../lowest-place.js";
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
export function* townsOf(columns: CaseColumns): Steps<readonly TownEntry[]> {
  const byTown = groupBy(columns.facts, ({ town }) => town.id);
  return yield* sortedInSteps([...byTown.values()].flatMap(entryOf), compareTowns);
}

/** The same where the order is known: the ordinal of the first case of each town. */
export function townsInOrder(columns: CaseColumns, firstCases: Uint32Array): readonly TownEntry[] {
  const byTown = groupBy(columns.facts, ({ town }) => town);
  return Array.from(firstCases, (ordinal) => columns.facts[ordinal]).flatMap((first) =>
    first === undefined ? [] : entryOf(byTown.get(first.town) ?? []),
  );
}

export function firstCasesOf(columns: CaseColumns, towns: readonly TownEntry[]): Uint32Array {
  return Uint32Array.from(towns.map(({ caseIds: [first = ""] }) => columns.ordinalOf(first) ?? 0));
}

/** The next towns, made of those before; only those of these cases, as they were and as they are, can have changed. */
export function nextTowns(
  before: readonly TownEntry[],
  columns: CaseColumns,
  cases: readonly CaseFacts[],
): readonly TownEntry[] {
  const touched = new Set(cases.map(({ town }) => town.id));
  const slugs = new Set(cases.map(({ town }) => town.slug));
  const fresh = [...slugs]
    .flatMap((slug) => entryOf(factsOf(columns, columns.having("towns", slug).ordinals())))
    .sort(compareTowns);
  const stay = before.filter(({ id }) => !touched.has(id));
  const next: TownEntry[] = [];
  let from = 0;
  for (const town of fresh) {
    // Collators are slow: few of the others are compared.
    const end = lowestPlace(from, stay.length, (place) => compareTowns(stay[place] ?? town, town) >= 0);
    for (const other of stay.slice(from, end)) next.push(other);
    next.push(town);
    from = end;
  }
  return next.concat(stay.slice(from));
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

function factsOf({ facts }: CaseColumns, ordinals: Iterable<number>): CaseFacts[] {
  return Array.from(ordinals, (ordinal) => facts[ordinal]).filter((one) => one !== undefined);
}

function entryOf(cases: readonly CaseFacts[]): TownEntry[] {
  const [first] = cases;
  if (!first) return [];
  const { regions, industries, statuses, town } = first;
  return [{ ...town, regions, industries, statuses, caseIds: cases.map(({ id }) => id) }];
}
