import type { Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { caseListOf, type CaseList } from "./case-list.js";
import { compareCodeUnits } from "./order.js";

/** From the cases before to those now. */
export interface Step {
  readonly facts: CaseList;
  /** Old ordinal → new one; GONE: the case has changed or gone. */
  readonly moved: Uint32Array;
  readonly isAnyMoved: boolean;
  readonly gone: readonly CaseFacts[];
  readonly fresh: readonly { readonly facts: CaseFacts; readonly ordinal: number }[];
}

export const GONE = 0xffffffff;

/** Merges the cases that stay with those that are fresh, which are added to the columns of facts. */
export function* stepBetween(
  before: CaseList,
  changed: ReadonlySet<string>,
  unsorted: readonly CaseFacts[],
): Steps<Step> {
  const coming = [...unsorted]
    .sort((a, b) => compareCodeUnits(a.id, b.id))
    .map((facts) => ({ facts, before: before.lowestOrdinal(facts.id) }));
  const goneOrdinals = [...changed].flatMap((id) => before.ordinalOf(id) ?? []).sort((a, b) => a - b);
  const moved = new Uint32Array(before.length).fill(GONE);
  const rows = new Uint32Array(before.length + coming.length);
  const fresh: { facts: CaseFacts; ordinal: number }[] = [];
  let [from, length, place] = [0, 0, 0];
  const hasMoved = { any: false };
  const stay = (to: number): void => {
    hasMoved.any ||= from < to && from !== length;
    for (; from < to; from++) {
      rows[length] = before.rows[from] ?? 0;
      moved[from] = length++;
    }
  };
  function* come(to: number): Steps<void> {
    for (let next = coming[place]; next && next.before <= to; next = coming[++place]) {
      stay(next.before);
      rows[length] = before.columns.add(next.facts);
      fresh.push({ facts: next.facts, ordinal: length++ });
      yield;
    }
  }
  const gone: CaseFacts[] = [];
  for (const ordinal of goneOrdinals) {
    yield* come(ordinal);
    stay(ordinal);
    from = ordinal + 1;
    const facts = before.at(ordinal);
    if (facts) gone.push(facts);
    yield;
  }
  yield* come(before.length);
  stay(before.length);
  const facts = caseListOf(before.columns, rows.slice(0, length));
  return { facts, moved, isAnyMoved: hasMoved.any || facts.length !== before.length, gone, fresh };
}
