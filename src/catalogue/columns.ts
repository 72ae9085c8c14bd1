import type { Bitset } from "./bitset.js";
import type { CaseFacts } from "./case-facts.js";
import type { CaseList } from "./case-list.js";
import type { EvidenceColumns } from "./evidence-columns.js";
import type { FixedOrder } from "./order.js";
import type { ValueSet } from "./value-sets.js";

/** Groups of values that a case has or has not. */
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
  "townSources",
  "documents",
  "rounds",
  "towns",
  "statuses",
  "hasSection",
  "missingLocales",
] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** What facets and statistics call a missing value; never a value of a vocabulary. */
export const UNKNOWN = "UNKNOWN";

/** All published cases side by side, by ordinal. Immutable. List and search share it. */
export interface CaseColumns {
  readonly size: number;
  readonly all: Bitset;
  readonly facts: CaseList;
  /** The same in columns that have the same cases at the same ordinals. */
  readonly places: symbol;
  readonly evidence: EvidenceColumns;
  /** By ordinal; NaN: the place is not known. */
  latitudes(): Float64Array;
  longitudes(): Float64Array;
  /** By ordinal: milliseconds since 1970. */
  updatedAt(): Float64Array;
  ordinalOf(id: string): number | undefined;
  /** By its slug or a former one. */
  ordinalOfSlug(slug: string): number | undefined;
  /** Value → the cases that have it; no value of which there is none. */
  group(name: ColumnGroup): ReadonlyMap<string, ValueSet>;
  /** The cases that have one value. */
  having(name: ColumnGroup, value: string): Bitset;
  /** By ordinal, how many values each case has in a group. */
  valueCounts(name: ColumnGroup): Uint16Array;
  /** The ordinals of these cases, or of all, in this order; total, with the id as the last word. */
  inOrder(order: FixedOrder, among?: Bitset): Uint32Array;
  /** The ids of these cases, in the order of the ordinals. */
  idsOf(ordinals: Iterable<number>): readonly string[];
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
  townSources: ({ townSources }) => townSources,
  documents: ({ documents }) => documents,
  rounds: ({ round }) => [round === null ? UNKNOWN : String(round)],
  towns: ({ town }) => [town.slug],
  statuses: ({ statuses }) => statuses,
  hasSection: ({ sectionKinds }) => sectionKinds,
  missingLocales: ({ missingLocales }) => missingLocales,
};
