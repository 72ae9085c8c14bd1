import { sortedInSteps, type Steps } from "../event-loop.js";
import { lowestPlace } from "../lowest-place.js";
import { GONE, type Step } from "./column-step.js";
import { compareSortKeys, sortKeyOf, type FixedOrder, type SortKey } from "./order.js";

/** The next order, made of the one before: those that stay are in order already. */
export function* nextOrder(
  before: Uint32Array,
  order: FixedOrder,
  { facts, moved, fresh }: Step,
): Steps<Uint32Array> {
  const stay: number[] = [];
  for (const ordinal of before) {
    const place = moved[ordinal] ?? GONE;
    if (place !== GONE) stay.push(place);
  }
  const keys = new Map(fresh.map(({ ordinal, facts: one }) => [ordinal, sortKeyOf(one, order)]));
  const keyOf = (ordinal: number): SortKey => {
    const known = keys.get(ordinal);
    const one = known ? undefined : facts.at(ordinal);
    return known ?? (one ? sortKeyOf(one, order) : []);
  };
  const compare = (a: number, b: number): number => compareSortKeys(keyOf(a), keyOf(b), order);
  const coming = yield* sortedInSteps(
    fresh.map(({ ordinal }) => ordinal),
    compare,
  );
  const next = new Uint32Array(stay.length + coming.length);
  let [from, to] = [0, 0];
  for (const ordinal of coming) {
    const end = lowestPlace(from, stay.length, (place) => compare(stay[place] ?? 0, ordinal) > 0);
    next.set(stay.slice(from, end), to);
    next[to + end - from] = ordinal;
    to += end - from + 1;
    from = end;
    yield;
  }
  next.set(stay.slice(from), to);
  return next;
}
