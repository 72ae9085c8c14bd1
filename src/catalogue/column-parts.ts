import { Bitset } from "./bitset.js";
import type { CaseFacts } from "./case-facts.js";
import { lowestPlace } from "../lowest-place.js";
import { onFirstUse } from "../on-first-use.js";
import { valuesIn, type CaseColumns, type ColumnGroup } from "./columns.js";
import type { EvidenceColumns } from "./evidence-columns.js";
import { compareCodeUnits, type FixedOrder } from "./order.js";
import { bitsOf, type ValueSet } from "./value-sets.js";

/** What columns are made of. */
export interface ColumnParts {
  /** In the order of the ids. */
  readonly facts: readonly CaseFacts[];
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
  const ordinalOf = (id: string): number | undefined => {
    const ordinal = lowestOrdinal(facts, id);
    return facts[ordinal]?.id === id ? ordinal : undefined;
  };
  return {
    ...{ size, facts, places, evidence, ordinalOf },
    all: Bitset.full(size),
    latitudes: onFirstUse(() => numbersBy(facts, ({ town }) => town.location?.latitude ?? NaN)),
    longitudes: onFirstUse(() => numbersBy(facts, ({ town }) => town.location?.longitude ?? NaN)),
    updatedAt: onFirstUse(() => numbersBy(facts, ({ updatedAt }) => updatedAt)),
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
      const known =
        counts.get(name) ?? Uint16Array.from(numbersBy(facts, (one) => valuesIn[name](one).length));
      counts.set(name, known);
      return known;
    },
    inOrder: (order, among) => (among === undefined ? orders[order] : among.among(orders[order])),
    idsOf: (ordinals) => Array.from(ordinals, (ordinal) => facts[ordinal]?.id ?? ""),
  };
}

/** The ordinal of the first case whose id is not before this one. */
export function lowestOrdinal(facts: readonly CaseFacts[], id: string): number {
  return lowestPlace(0, facts.length, (place) => compareCodeUnits(facts[place]?.id ?? "", id) >= 0);
}

export const slugsOf = ({ slug, formerSlugs }: CaseFacts): readonly string[] => [...formerSlugs, slug];

/** By ordinal, a number of each case. Plain loops: `from` with a function takes ten times as long. */
function numbersBy(facts: readonly CaseFacts[], numberOf: (facts: CaseFacts) => number): Float64Array {
  const numbers = new Float64Array(facts.length);
  for (let ordinal = 0; ordinal < facts.length; ordinal++) {
    const one = facts[ordinal];
    if (one) numbers[ordinal] = numberOf(one);
  }
  return numbers;
}
