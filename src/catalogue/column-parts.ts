import { Bitset } from "./bitset.js";
import type { CaseFacts } from "./case-facts.js";
import type { CaseList } from "./case-list.js";
import { onFirstUse } from "../on-first-use.js";
import type { CaseColumns, ColumnGroup } from "./columns.js";
import type { EvidenceColumns } from "./evidence-columns.js";
import type { FixedOrder } from "./order.js";
import { bitsOf, ordinalsOf, type ValueSet } from "./value-sets.js";

/** What columns are made of. */
export interface ColumnParts {
  readonly facts: CaseList;
  /** The same in columns that have the same cases at the same ordinals. */
  readonly places: symbol;
  readonly evidence: EvidenceColumns;
  /** Slugs, former ones too → ids. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly groups: Readonly<Record<ColumnGroup, ReadonlyMap<string, ValueSet>>>;
  readonly orders: Readonly<Record<FixedOrder, Uint32Array>>;
}

export function columnsOf(parts: ColumnParts): CaseColumns {
  const { facts, places, evidence, slugs, groups, orders } = parts;
  const size = facts.length;
  const none = Bitset.empty(size);
  const counts = new Map<ColumnGroup, Uint16Array>();
  const { ordinalOf } = facts;
  return {
    ...{ size, facts, places, evidence, ordinalOf },
    all: Bitset.full(size),
    latitudes: onFirstUse(() =>
      numbersBy(size, (ordinal) => facts.townAt(ordinal)?.location?.latitude ?? NaN),
    ),
    longitudes: onFirstUse(() =>
      numbersBy(size, (ordinal) => facts.townAt(ordinal)?.location?.longitude ?? NaN),
    ),
    updatedAt: onFirstUse(() => numbersBy(size, facts.updatedAtOf)),
    ordinalOfSlug(slug) {
      const id = slugs.get(slug);
      return id === undefined ? undefined : ordinalOf(id);
    },
    group: (name) => groups[name],
    having(name, value) {
      const set = groups[name].get(value);
      return set === undefined ? none : bitsOf(size, set);
    },
    valueCounts(name) {
      const known = counts.get(name) ?? countsIn(size, groups[name]);
      counts.set(name, known);
      return known;
    },
    inOrder: (order, among) => (among === undefined ? orders[order] : among.among(orders[order])),
    idsOf: (ordinals) => Array.from(ordinals, (ordinal) => facts.idAt(ordinal) ?? ""),
  };
}

export const slugsOf = ({ slug, formerSlugs }: CaseFacts): readonly string[] => [...formerSlugs, slug];

/** By ordinal, a number of each case. A plain loop: `from` with a function takes ten times as long. */
function numbersBy(size: number, numberOf: (ordinal: number) => number): Float64Array {
  const numbers = new Float64Array(size);
  for (let ordinal = 0; ordinal < size; ordinal++) numbers[ordinal] = numberOf(ordinal);
  return numbers;
}

function countsIn(size: number, sets: ReadonlyMap<string, ValueSet>): Uint16Array {
  const counts = new Uint16Array(size);
  for (const set of sets.values()) {
    for (const ordinal of ordinalsOf(set)) counts[ordinal] = (counts[ordinal] ?? 0) + 1;
  }
  return counts;
}
