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
export function stepBetween(
  before: CaseList,
  changed: ReadonlySet<string>,
  unsorted: readonly CaseFacts[],
): Step {
  const coming = [...unsorted]
    .sort((a, b) => compareCodeUnits(a.id, b.id))
    .map((facts) => ({ facts, before: before.lowestOrdinal(facts.id) }));
  const goneOrdinals = new Set([...changed].map((id) => before.ordinalOf(id)));
  const moved = new Uint32Array(before.length).fill(GONE);
  const rows = new Uint32Array(before.length + coming.length);
  const gone: CaseFacts[] = [];
  const fresh: { facts: CaseFacts; ordinal: number }[] = [];
  let [isAnyMoved, place, length] = [false, 0, 0];
  const takeFresh = (ordinal: number): void => {
    for (let next = coming[place]; next && next.before <= ordinal; next = coming[++place]) {
      rows[length] = before.columns.add(next.facts);
      fresh.push({ facts: next.facts, ordinal: length++ });
    }
  };
  for (let ordinal = 0; ordinal < before.length; ordinal++) {
    takeFresh(ordinal);
    if (goneOrdinals.has(ordinal)) gone.push(...[before.at(ordinal)].filter((one) => one !== undefined));
    else {
      rows[length] = before.rows[ordinal] ?? 0;
      isAnyMoved ||= length !== ordinal;
      moved[ordinal] = length++;
    }
  }
  takeFresh(before.length);
  const facts = caseListOf(before.columns, rows.slice(0, length));
  return { facts, moved, isAnyMoved: isAnyMoved || facts.length !== before.length, gone, fresh };
}
