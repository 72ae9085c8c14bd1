import { pageOf, type OrderedList, type PageArguments } from "../catalogue/pages.js";
import { compareCodeUnits, type SortKey } from "../catalogue/order.js";
import type { PracticeView, SourceView } from "../catalogue/vocabulary-views.js";
import { connectionOfItems, type Connection } from "./types/connections.js";

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
  { scope, items, keyOf }: Pick<OrderedList<Item>, "scope" | "keyOf"> & { readonly items: readonly Item[] },
  page: PageArguments,
): Connection<Item> {
  const sorted = [...items].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const found = pageOf({ scope, items: sorted, keyOf, compare: compareKeys }, page);
  return connectionOfItems(found);
}

function compareKeys([a]: SortKey, [b]: SortKey): number {
  return compareCodeUnits(String(a), String(b));
}
