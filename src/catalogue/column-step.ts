import type { Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { compareCodeUnits } from "./order.js";

/** From the cases before to those now. */
export interface Step {
  readonly facts: readonly CaseFacts[];
  /** Old ordinal → new one; GONE: the case has changed or gone. */
  readonly moved: Uint32Array;
  readonly isAnyMoved: boolean;
  readonly gone: readonly CaseFacts[];
  readonly fresh: readonly { readonly facts: CaseFacts; readonly ordinal: number }[];
}

export const GONE = 0xffffffff;

/** Cases after which a look at the time is worth while. */
const A_WHILE = 5_000;

/** Merges the cases that stay with those that are fresh, both in the order of their ids. */
export function* stepBetween(
  before: readonly CaseFacts[],
  changed: ReadonlySet<string>,
  unsorted: readonly CaseFacts[],
): Steps<Step> {
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
    if (ordinal % A_WHILE === 0) yield;
  }
  takeFresh(null);
  return { facts, moved, isAnyMoved: isAnyMoved || facts.length !== before.length, gone, fresh };
}
