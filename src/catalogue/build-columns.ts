import { atOnce, sortedInSteps, type Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { columnsOf, slugsOf, type ColumnParts } from "./column-parts.js";
import { columnGroups, valuesIn, type CaseColumns, type ColumnGroup } from "./columns.js";
import { createEvidenceColumns, type EvidenceColumns } from "./evidence-columns.js";
import {
  compareCodeUnits,
  compareSortKeys,
  compareTitles,
  fixedOrders,
  sortKeyOf,
  type FixedOrder,
  type SortKey,
} from "./order.js";
import { valueSetOf, type ValueSet } from "./value-sets.js";

/** The columns of these cases, made at once; for small sets. */
export function buildColumns(facts: readonly CaseFacts[], evidence = createEvidenceColumns()): CaseColumns {
  return columnsOf(atOnce(buildColumnParts(facts, evidence)));
}

/**
 * The parts of the columns of these cases, whose evidence lies in these columns. Ordinals follow the ids, so equal
 * contents give equal columns.
 */
export function* buildColumnParts(
  unsorted: readonly CaseFacts[],
  evidence: EvidenceColumns,
): Steps<ColumnParts> {
  const facts = yield* sortedInSteps(unsorted, (a, b) => compareCodeUnits(a.id, b.id));
  const groups = yield* perGroup((group) => setsOf(facts, group));
  return {
    ...{ facts, places: Symbol("places"), evidence, groups },
    ...{ slugs: yield* slugsOfAll(facts), orders: yield* ordersOf(facts) },
  };
}

/** Slugs, former ones too → ids. */
export function* slugsOfAll(facts: readonly CaseFacts[]): Steps<ReadonlyMap<string, string>> {
  const slugs = new Map<string, string>();
  for (const [ordinal, one] of facts.entries()) {
    for (const slug of slugsOf(one)) slugs.set(slug, one.id);
    if (ordinal % A_WHILE === 0) yield;
  }
  return slugs;
}

/** Cases after which a look at the time is worth while. */
const A_WHILE = 500;

function* setsOf(facts: readonly CaseFacts[], group: ColumnGroup): Steps<ReadonlyMap<string, ValueSet>> {
  const having = new Map<string, number[]>();
  for (const [ordinal, one] of facts.entries()) {
    for (const value of valuesIn[group](one)) {
      const ordinals = having.get(value);
      if (ordinals) ordinals.push(ordinal);
      else having.set(value, [ordinal]);
    }
    if (ordinal % A_WHILE === 0) yield;
  }
  const sets = new Map<string, ValueSet>();
  for (const [value, ordinals] of having) sets.set(value, valueSetOf(facts.length, ordinals));
  return sets;
}

/** Titles are compared once a language, as collators take the most time by far; then their ranks are. */
function* ordersOf(facts: readonly CaseFacts[]): Steps<Readonly<Record<FixedOrder, Uint32Array>>> {
  const zh = yield* ranksOf(facts, ({ titleZh }) => titleZh, "zh");
  const en = yield* ranksOf(facts, ({ titleEn }) => titleEn, "en");
  const orders: [FixedOrder, Uint32Array][] = [];
  for (const order of fixedOrders) {
    const ranks = order === "TITLE_EN_ASC" ? en : zh;
    const keys: SortKey[] = [];
    for (const [ordinal, one] of facts.entries()) {
      keys.push(ranked(sortKeyOf(one, order), ranks[ordinal] ?? 0, ordinal));
      if (ordinal % A_WHILE === 0) yield;
    }
    const compare = (a: number, b: number): number => compareSortKeys(keys[a] ?? [], keys[b] ?? [], order);
    orders.push([order, Uint32Array.from(yield* sortedInSteps([...facts.keys()], compare))]);
  }
  return Object.fromEntries(orders) as Record<FixedOrder, Uint32Array>;
}

/** The key with numbers for its texts: the last of them is the id, which ordinals follow, another is the title. */
function ranked(key: SortKey, title: number, ordinal: number): SortKey {
  return key.map((part, place) =>
    typeof part === "number" ? part : place === key.length - 1 ? ordinal : title,
  );
}

/** By ordinal, the place of a title among all; equal titles, as the language has it, have one place. */
function* ranksOf(
  facts: readonly CaseFacts[],
  titleOf: (facts: CaseFacts) => string,
  language: "zh" | "en",
): Steps<Uint32Array> {
  const titles = facts.map(titleOf);
  const compare = (a: number, b: number): number => compareTitles(titles[a] ?? "", titles[b] ?? "", language);
  const sorted = yield* sortedInSteps([...facts.keys()], compare);
  const ranks = new Uint32Array(facts.length);
  let rank = 0;
  for (const [place, ordinal] of sorted.entries()) {
    const before = sorted[place - 1];
    if (before !== undefined && compare(before, ordinal) < 0) rank = place;
    ranks[ordinal] = rank;
    if (place % A_WHILE === 0) yield;
  }
  return ranks;
}

function* perGroup<Value>(valueOf: (group: ColumnGroup) => Steps<Value>): Steps<Record<ColumnGroup, Value>> {
  const values: [ColumnGroup, Value][] = [];
  for (const group of columnGroups) values.push([group, yield* valueOf(group)]);
  return Object.fromEntries(values) as Record<ColumnGroup, Value>;
}
