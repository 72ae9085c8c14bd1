import { atOnce, sortedInSteps, type Steps } from "../event-loop.js";
import type { CaseFacts } from "./case-facts.js";
import { caseListOf, type CaseList } from "./case-list.js";
import { columnsOf, slugsOf, type ColumnParts } from "./column-parts.js";
import { columnGroups, valuesIn, type CaseColumns, type ColumnGroup } from "./columns.js";
import { createEvidenceColumns, type EvidenceColumns } from "./evidence-columns.js";
import { createFactColumns, type FactColumns } from "./fact-columns.js";
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
  const columns = createFactColumns();
  for (const one of facts) columns.add(one);
  return columnsOf(atOnce(buildColumnParts(columns, evidence)));
}

/**
 * The parts of the columns of all these cases, whose evidence lies in these columns. Ordinals follow the ids, so equal
 * contents give equal columns.
 */
export function* buildColumnParts(columns: FactColumns, evidence: EvidenceColumns): Steps<ColumnParts> {
  const rows = yield* sortedInSteps([...Array(columns.rowCount()).keys()], (a, b) =>
    compareCodeUnits(columns.idAt(a), columns.idAt(b)),
  );
  const facts = caseListOf(columns, Uint32Array.from(rows));
  return {
    ...{ facts, places: Symbol("places"), evidence },
    ...{ groups: yield* groupsOf(facts), slugs: yield* slugsOfAll(facts), orders: yield* ordersOf(facts) },
  };
}

/** Slugs, former ones too → ids. */
function* slugsOfAll(facts: CaseList): Steps<ReadonlyMap<string, string>> {
  const slugs = new Map<string, string>();
  for (const one of facts) {
    for (const slug of slugsOf(one)) slugs.set(slug, one.id);
    yield;
  }
  return slugs;
}

function* groupsOf(facts: CaseList): Steps<ColumnParts["groups"]> {
  const having = columnGroups.map((group) => ({ group, ordinals: new Map<string, number[]>() }));
  let ordinal = 0;
  for (const one of facts) {
    for (const { group, ordinals } of having) {
      for (const value of valuesIn[group](one)) {
        const known = ordinals.get(value);
        if (known) known.push(ordinal);
        else ordinals.set(value, [ordinal]);
      }
    }
    ordinal += 1;
    yield;
  }
  const groups: [ColumnGroup, ReadonlyMap<string, ValueSet>][] = [];
  for (const { group, ordinals } of having) {
    const sets = new Map<string, ValueSet>();
    for (const [value, some] of ordinals) sets.set(value, valueSetOf(facts.length, some));
    groups.push([group, sets]);
    yield;
  }
  return Object.fromEntries(groups) as Record<ColumnGroup, ReadonlyMap<string, ValueSet>>;
}

/** Places after which a look at the time is worth while. */
const A_WHILE = 500;

/** Titles are compared once a language, as collators take the most time by far; then their ranks are. */
function* ordersOf(facts: CaseList): Steps<Readonly<Record<FixedOrder, Uint32Array>>> {
  const zh = yield* ranksOf(facts, ({ titleZh }) => titleZh, "zh");
  const en = yield* ranksOf(facts, ({ titleEn }) => titleEn, "en");
  const ordinals = [...Array(facts.length).keys()];
  const orders: [FixedOrder, Uint32Array][] = [];
  for (const order of fixedOrders) {
    const ranks = order === "TITLE_EN_ASC" ? en : zh;
    const keys: SortKey[] = [];
    for (const one of facts) {
      keys.push(ranked(sortKeyOf(one, order), ranks[keys.length] ?? 0, keys.length));
      yield;
    }
    const compare = (a: number, b: number): number => compareSortKeys(keys[a] ?? [], keys[b] ?? [], order);
    orders.push([order, Uint32Array.from(yield* sortedInSteps(ordinals, compare))]);
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
  facts: CaseList,
  titleOf: (facts: CaseFacts) => string,
  language: "zh" | "en",
): Steps<Uint32Array> {
  const titles: string[] = [];
  for (const one of facts) {
    titles.push(titleOf(one));
    yield;
  }
  const compare = (a: number, b: number): number => compareTitles(titles[a] ?? "", titles[b] ?? "", language);
  const sorted = yield* sortedInSteps([...titles.keys()], compare);
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
