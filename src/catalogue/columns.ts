import { groupBy } from "../group-by.js";
import { Bitset } from "./bitset.js";
import type { CaseFacts } from "./case-facts.js";
import { compareCodeUnits, sortedOrdinals, type FixedOrder } from "./order.js";

/** Groups of values that a case has or has not: one bitset a value. */
export const columnGroups = [
  "kinds",
  "categories",
  "categoryBasis",
  "provinces",
  "regions",
  "industries",
  "practices",
  "contradicts",
  "problems",
  "warningKinds",
  "tags",
  "measures",
  "sources",
  "documents",
  "rounds",
  "towns",
  "statuses",
  "hasSection",
] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** What facets and statistics call a missing value; never a value of a vocabulary. */
export const UNKNOWN = "UNKNOWN";

/** All published cases side by side, by ordinal. Immutable. List and search share it. */
export interface CaseColumns {
  readonly size: number;
  readonly all: Bitset;
  readonly facts: readonly CaseFacts[];
  ordinalOf(id: string): number | undefined;
  /** By its slug or a former one. */
  ordinalOfSlug(slug: string): number | undefined;
  /** Value → the cases that have it. */
  group(name: ColumnGroup): ReadonlyMap<string, Bitset>;
  /** The cases that have one value. */
  having(name: ColumnGroup, value: string): Bitset;
  /** By ordinal, how many values each case has in a group. */
  valueCounts(name: ColumnGroup): Uint16Array;
  /** The ordinals of these cases, or of all, in this order; total, with the id as the last word. */
  inOrder(order: FixedOrder, among?: Bitset): readonly number[];
  /** The ids of these cases, in the order of the ordinals. */
  idsOf(ordinals: Iterable<number>): readonly string[];
}

/** Builds the columns of these cases; ordinals follow the ids, so equal contents give equal columns. */
export function buildColumns(unsorted: readonly CaseFacts[]): CaseColumns {
  const facts = [...unsorted].sort((a, b) => compareCodeUnits(a.id, b.id));
  const byId = new Map(facts.map((one, ordinal) => [one.id, ordinal]));
  const bySlug = new Map(
    facts.flatMap((one, ordinal) => [...one.formerSlugs, one.slug].map((slug) => [slug, ordinal])),
  );
  const groups = new Map<ColumnGroup, ReadonlyMap<string, Bitset>>();
  const counts = new Map<ColumnGroup, Uint16Array>();
  const orders = new Map<FixedOrder, readonly number[]>();
  const group: CaseColumns["group"] = (name) =>
    madeOnce(groups, name, () => bitsetsOf(facts, valuesIn[name]));
  const none = Bitset.empty(facts.length);
  return {
    size: facts.length,
    all: Bitset.full(facts.length),
    facts,
    ordinalOf: (id) => byId.get(id),
    ordinalOfSlug: (slug) => bySlug.get(slug),
    group,
    having: (name, value) => group(name).get(value) ?? none,
    valueCounts: (name) =>
      madeOnce(counts, name, () => Uint16Array.from(facts, (one) => valuesIn[name](one).length)),
    inOrder(order, among) {
      const ordinals = madeOnce(orders, order, () => sortedOrdinals(facts, order));
      return among === undefined ? ordinals : ordinals.filter((ordinal) => among.has(ordinal));
    },
    idsOf: (ordinals) => Array.from(ordinals, (ordinal) => facts[ordinal]?.id ?? ""),
  };
}

/** The values of one case, by group. */
export const valuesIn: { readonly [Group in ColumnGroup]: (facts: CaseFacts) => readonly string[] } = {
  kinds: ({ kind }) => [kind],
  categories: ({ category }) => [category ?? UNKNOWN],
  categoryBasis: ({ categoryBasis }) => [categoryBasis ?? UNKNOWN],
  provinces: ({ province }) => [province],
  regions: ({ regions }) => regions,
  industries: ({ industries }) => industries,
  practices: ({ practices }) => practices,
  contradicts: ({ contradicts }) => contradicts,
  problems: ({ problems }) => problems,
  warningKinds: ({ warningKind }) => (warningKind === null ? [] : [warningKind]),
  tags: ({ tags }) => tags,
  measures: ({ measures }) => measures,
  sources: ({ sources }) => sources,
  documents: ({ documents }) => documents,
  rounds: ({ round }) => [round === null ? UNKNOWN : String(round)],
  towns: ({ town }) => [town.slug],
  statuses: ({ statuses }) => statuses,
  hasSection: ({ sectionKinds }) => sectionKinds,
};

function bitsetsOf(
  facts: readonly CaseFacts[],
  values: (facts: CaseFacts) => readonly string[],
): ReadonlyMap<string, Bitset> {
  const pairs = facts.flatMap((one, ordinal) => values(one).map((value) => ({ value, ordinal })));
  return new Map(
    [...groupBy(pairs, ({ value }) => value)].map(([value, having]) => [
      value,
      Bitset.of(
        facts.length,
        having.map(({ ordinal }) => ordinal),
      ),
    ]),
  );
}

function madeOnce<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const found = made.get(key);
  if (found !== undefined) return found;
  const value = make();
  made.set(key, value);
  return value;
}
