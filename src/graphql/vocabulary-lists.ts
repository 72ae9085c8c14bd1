import { pageOf, type OrderedList, type PageArguments } from "../catalogue/pages.js";
import type { SortKey } from "../catalogue/order.js";
import type { PracticeView, SourceView } from "../catalogue/vocabulary-views.js";
import { connectionOf, type Connection } from "./types/connections.js";

/** Practices by slug. */
export function practiceList(
  scope: string,
  practices: readonly PracticeView[],
  page: PageArguments,
): Connection<PracticeView> {
  return simpleList({ scope, items: practices, keyOf: ({ slug }) => [slug] }, page);
}

/** Sources by key, which begins with the publisher and ends with the date. */
export function sourceList(
  scope: string,
  sources: readonly SourceView[],
  page: PageArguments,
): Connection<SourceView> {
  return simpleList({ scope, items: sources, keyOf: ({ key }) => [key] }, page);
}

function simpleList<Item>(
  { scope, items, keyOf }: Omit<OrderedList<Item>, "compare">,
  page: PageArguments,
): Connection<Item> {
  const sorted = [...items].sort((a, b) => compareText(keyOf(a), keyOf(b)));
  const found = pageOf({ scope, items: sorted, keyOf, compare: compareText }, page);
  return connectionOf(
    found,
    found.entries.map(({ item }) => item),
  );
}

function compareText([a]: SortKey, [b]: SortKey): number {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
