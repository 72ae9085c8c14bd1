import { sortedInSteps, type Steps } from "../event-loop.js";
import { lowestPlace } from "../lowest-place.js";
import type { TownKind, TownStatusKind } from "../terms.js";
import type { CaseFacts, TownFacts } from "./case-facts.js";
import type { CaseColumns } from "./columns.js";
import { compareCodeUnits, compareTitles } from "./order.js";
import { isInPlace, type PlaceFilter } from "./places.js";
import { firstOf, sizeOf } from "./value-sets.js";

/** A published town, as lists of towns know it. */
export interface TownEntry extends TownFacts {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly statuses: readonly TownStatusKind[];
  readonly caseCount: number;
  /** The public id of that of its published cases whose id is the lowest. */
  readonly firstCaseId: string;
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
  const slugs = [...columns.group("towns").keys()];
  return yield* sortedInSteps(slugs.flatMap(entriesOf(columns)), compareTowns);
}

/** The same where the order is known: the ordinal of the first case of each town. */
export function townsInOrder(columns: CaseColumns, firstCases: Uint32Array): readonly TownEntry[] {
  const slugs = Array.from(firstCases, (first) => columns.facts.townAt(first)?.slug ?? "");
  return slugs.flatMap(entriesOf(columns));
}

export function* firstCasesOf(columns: CaseColumns, towns: readonly TownEntry[]): Steps<Uint32Array> {
  const cases = columns.group("towns");
  const first = new Uint32Array(towns.length);
  for (const [place, { slug }] of towns.entries()) {
    first[place] = firstOf(cases.get(slug) ?? NONE) ?? 0;
    if (place % TOWNS_A_STEP === 0) yield;
  }
  return first;
}

const NONE = new Uint32Array();
const TOWNS_A_STEP = 5_000;

/** The next towns, made of those before; only those of these cases, as they were and as they are, can have changed. */
export function nextTowns(
  before: readonly TownEntry[],
  columns: CaseColumns,
  cases: readonly CaseFacts[],
): readonly TownEntry[] {
  const touched = new Set(cases.map(({ town }) => town.id));
  const slugs = new Set(cases.map(({ town }) => town.slug));
  const fresh = [...slugs].flatMap(entriesOf(columns)).sort(compareTowns);
  const gone = before.filter(({ id }) => touched.has(id));
  // Most publications say nothing new of a town.
  if (JSON.stringify(gone) === JSON.stringify(fresh)) return before;
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

/** The town of this slug, if it has cases. */
function entriesOf({ facts, group }: CaseColumns): (slug: string) => TownEntry[] {
  const cases = group("towns");
  return (slug) => {
    const ofTown = cases.get(slug);
    const first = (ofTown && firstOf(ofTown)) ?? -1;
    const [about, firstCaseId] = [facts.ofTownAt(first), facts.idAt(first)];
    if (ofTown === undefined || about === undefined || firstCaseId === undefined) return [];
    const { town } = about;
    // Written out: to copy ten thousands of towns takes ten times as long.
    return [
      {
        id: town.id,
        slug: town.slug,
        kind: town.kind,
        nameZh: town.nameZh,
        nameEn: town.nameEn,
        formerNamesZh: town.formerNamesZh,
        formerNamesEn: town.formerNamesEn,
        location: town.location,
        regions: about.regions,
        industries: about.industries,
        statuses: about.statuses,
        caseCount: sizeOf(ofTown),
        firstCaseId,
      },
    ];
  };
}
