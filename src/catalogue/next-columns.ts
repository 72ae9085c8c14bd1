import type { Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { slugsOf, type ColumnParts } from "./column-parts.js";
import { columnGroups, valuesIn, type ColumnGroup } from "./columns.js";
import { compareCodeUnits, compareSortKeys, fixedOrders, sortKeyOf, type FixedOrder } from "./order.js";
import { ordinalsOf, valueSetOf, type ValueSet } from "./value-sets.js";

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
  const step = stepBetween(before.facts, changed, fresh);
  const groups: [ColumnGroup, ReadonlyMap<string, ValueSet>][] = [];
  for (const group of columnGroups) {
    groups.push([group, yield* nextSets(before.groups[group], group, step)]);
  }
  const orders: [FixedOrder, Uint32Array][] = [];
  for (const order of fixedOrders) {
    orders.push([order, nextOrder(before.orders[order], order, step)]);
    yield;
  }
  return {
    ...{ facts: step.facts, evidence: before.evidence, slugs: nextSlugs(before.slugs, step) },
    groups: Object.fromEntries(groups) as Record<ColumnGroup, ReadonlyMap<string, ValueSet>>,
    orders: Object.fromEntries(orders) as Record<FixedOrder, Uint32Array>,
  };
}

interface Step {
  readonly facts: readonly CaseFacts[];
  /** Old ordinal → new one; GONE: the case has changed or gone. */
  readonly moved: Uint32Array;
  readonly isAnyMoved: boolean;
  readonly gone: readonly CaseFacts[];
  readonly fresh: readonly { readonly facts: CaseFacts; readonly ordinal: number }[];
}

const GONE = 0xffffffff;

/** Merges the cases that stay with those that are fresh, both in the order of their ids. */
function stepBetween(
  before: readonly CaseFacts[],
  changed: ReadonlySet<string>,
  unsorted: readonly CaseFacts[],
): Step {
  const coming = [...unsorted].sort((a, b) => compareCodeUnits(a.id, b.id));
  const facts: CaseFacts[] = [];
  const moved = new Uint32Array(before.length).fill(GONE);
  const gone: CaseFacts[] = [];
  const fresh: { facts: CaseFacts; ordinal: number }[] = [];
  let isAnyMoved = false;
  let place = 0;
  const takeFresh = (before: string | null): void => {
    for (let next = coming[place]; next && (before === null || next.id <= before); next = coming[++place]) {
      fresh.push({ facts: next, ordinal: facts.push(next) - 1 });
    }
  };
  for (const [ordinal, one] of before.entries()) {
    if (place < coming.length) takeFresh(one.id);
    if (changed.has(one.id)) gone.push(one);
    else {
      moved[ordinal] = facts.push(one) - 1;
      isAnyMoved ||= moved[ordinal] !== ordinal;
    }
  }
  takeFresh(null);
  return { facts, moved, isAnyMoved: isAnyMoved || facts.length !== before.length, gone, fresh };
}

/** Where no ordinal has moved, only the sets of values that the changed cases had or have are new. */
function* nextSets(
  before: ReadonlyMap<string, ValueSet>,
  group: ColumnGroup,
  { facts, moved, isAnyMoved, gone, fresh }: Step,
): Steps<ReadonlyMap<string, ValueSet>> {
  const coming = new Map<string, number[]>();
  for (const { facts: one, ordinal } of fresh) {
    for (const value of valuesIn[group](one)) coming.set(value, [...(coming.get(value) ?? []), ordinal]);
  }
  const touched = new Set([...gone.flatMap((one) => valuesIn[group](one)), ...coming.keys()]);
  if (touched.size === 0 && !isAnyMoved) return before;
  const next = new Map<string, ValueSet>();
  for (const [value, set] of before) {
    if (!isAnyMoved && !touched.has(value)) next.set(value, set);
    else {
      const ordinals: number[] = [];
      for (const ordinal of ordinalsOf(set)) {
        const place = moved[ordinal] ?? GONE;
        if (place !== GONE) ordinals.push(place);
      }
      const all = merged(ordinals, coming.get(value) ?? []);
      if (all.length > 0) next.set(value, valueSetOf(facts.length, all));
      yield;
    }
  }
  for (const [value, ordinals] of coming) {
    if (!before.has(value)) next.set(value, valueSetOf(facts.length, ordinals));
  }
  return next;
}

function nextOrder(before: Uint32Array, order: FixedOrder, { facts, moved, fresh }: Step): Uint32Array {
  const stay: number[] = [];
  for (const ordinal of before) {
    const place = moved[ordinal] ?? GONE;
    if (place !== GONE) stay.push(place);
  }
  const compare = (a: number, b: number): number => {
    const [left, right] = [facts[a], facts[b]];
    return left && right ? compareSortKeys(sortKeyOf(left, order), sortKeyOf(right, order), order) : 0;
  };
  const coming = fresh.map(({ ordinal }) => ordinal).sort(compare);
  const next = new Uint32Array(stay.length + coming.length);
  let [from, to] = [0, 0];
  for (const ordinal of coming) {
    const end = placeIn(stay, from, (other) => compare(other, ordinal) > 0);
    next.set(stay.slice(from, end), to);
    next[to + end - from] = ordinal;
    to += end - from + 1;
    from = end;
  }
  next.set(stay.slice(from), to);
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

/** The first place from `from` on whose ordinal is reached. */
function placeIn(ordinals: readonly number[], from: number, isReached: (ordinal: number) => boolean): number {
  let [low, high] = [from, ordinals.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(ordinals[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Two ascending lists as one. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0) return a;
  return [...a, ...b].sort((left, right) => left - right);
}
