import type { Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { slugsOf, type ColumnParts } from "./column-parts.js";
import { columnGroups, valuesIn, type ColumnGroup } from "./columns.js";
import { GONE, stepBetween, type Step } from "./column-step.js";
import { nextOrder } from "./next-order.js";
import { fixedOrders, type FixedOrder } from "./order.js";
import { sizeOf, valueSetOf, type ValueSet } from "./value-sets.js";

/** Cases that have come, gone or changed. */
export interface CaseChanges {
  /** Ids of all of them. */
  readonly changed: ReadonlySet<string>;
  /** Those that are published now. */
  readonly fresh: readonly CaseFacts[];
}

/**
 * The parts of the next columns, made of those before: what a few cases change costs little, however many there are.
 * They equal those that are built anew.
 */
export function* nextColumns(before: ColumnParts, { changed, fresh }: CaseChanges): Steps<ColumnParts> {
  const step = yield* stepBetween(before.facts, changed, fresh);
  const groups: [ColumnGroup, ReadonlyMap<string, ValueSet>][] = [];
  for (const group of columnGroups) {
    groups.push([group, yield* nextSets(before.groups[group], group, step)]);
  }
  const orders: [FixedOrder, Uint32Array][] = [];
  for (const order of fixedOrders) {
    orders.push([order, yield* nextOrder(before.orders[order], order, step)]);
    yield;
  }
  return {
    ...{ facts: step.facts, places: areSameCases(step) ? before.places : Symbol("places") },
    ...{ evidence: before.evidence, slugs: nextSlugs(before.slugs, step) },
    groups: Object.fromEntries(groups) as Record<ColumnGroup, ReadonlyMap<string, ValueSet>>,
    orders: Object.fromEntries(orders) as Record<FixedOrder, Uint32Array>,
  };
}

/** Whatever they say now. */
function areSameCases({ isAnyMoved, gone, fresh }: Step): boolean {
  return (
    !isAnyMoved &&
    gone.length === fresh.length &&
    gone.every(({ id }, place) => id === fresh[place]?.facts.id)
  );
}

/** Where no ordinal has moved, only the sets of values that the changed cases had or have are new. */
function* nextSets(
  before: ReadonlyMap<string, ValueSet>,
  group: ColumnGroup,
  { facts, moved, isAnyMoved, gone, fresh }: Step,
): Steps<ReadonlyMap<string, ValueSet>> {
  const coming = new Map<string, number[]>();
  for (const { facts: one, ordinal } of fresh) {
    for (const value of valuesIn[group](one)) {
      const ordinals = coming.get(value);
      if (ordinals) ordinals.push(ordinal);
      else coming.set(value, [ordinal]);
    }
    yield;
  }
  const touched = new Set([...gone.flatMap((one) => valuesIn[group](one)), ...coming.keys()]);
  if (touched.size === 0 && !isAnyMoved) return before;
  const next = new Map<string, ValueSet>();
  for (const [value, set] of before) {
    if (!isAnyMoved && !touched.has(value)) {
      next.set(value, set);
      // Of towns and sources there are very many.
      if (next.size % 1_000 === 0) yield;
    } else {
      const ordinals = movedOrdinals(set, moved, coming.get(value) ?? []);
      if (ordinals.length > 0) next.set(value, valueSetOf(facts.length, ordinals));
      yield;
    }
  }
  for (const [value, ordinals] of coming) {
    if (!before.has(value)) next.set(value, valueSetOf(facts.length, ordinals));
  }
  return next;
}

function nextSlugs(before: ReadonlyMap<string, string>, { gone, fresh }: Step): ReadonlyMap<string, string> {
  const own = (cases: readonly CaseFacts[]): string =>
    JSON.stringify(cases.map((one) => [one.id, ...slugsOf(one)]).sort());
  if (own(gone) === own(fresh.map(({ facts }) => facts))) return before;
  const next = new Map(before);
  for (const one of gone) for (const slug of slugsOf(one)) next.delete(slug);
  for (const { facts: one } of fresh) for (const slug of slugsOf(one)) next.set(slug, one.id);
  return next;
}

/** Where the members of the set are now, and those that come, ascending. */
function movedOrdinals(set: ValueSet, moved: Uint32Array, coming: readonly number[]): Uint32Array {
  const all = new Uint32Array(sizeOf(set) + coming.length);
  let [length, place] = [0, 0];
  const comeBefore = (end: number): void => {
    for (let next = coming[place]; next !== undefined && next < end; next = coming[++place])
      all[length++] = next;
  };
  set.forEach((ordinal) => {
    const next = moved[ordinal] ?? GONE;
    if (next === GONE) return;
    comeBefore(next);
    all[length++] = next;
  });
  comeBefore(Infinity);
  return all.subarray(0, length);
}
