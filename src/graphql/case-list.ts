import type { Bitset } from "../catalogue/bitset.js";
import type { CaseColumns } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { countFacets } from "../catalogue/facets.js";
import { matchCases, type CaseFilter } from "../catalogue/filter.js";
import { compareSortKeys, sortKeyOf, type CaseOrder } from "../catalogue/order.js";
import { pageOf, type OrderedList, type PageArguments } from "../catalogue/pages.js";
import type { CaseFacts } from "../catalogue/case-facts.js";
import type { CaseView } from "../catalogue/views.js";
import { facetValuesOf } from "./facet-values.js";
import { nearestFirst } from "./nearest-first.js";
import { lazyConnectionOf, type LazyConnection } from "./types/connections.js";
import type { CaseFacetsType } from "./types/facets.js";

/** A page of cases that can count its facets, should they be asked for. */
export interface CaseConnection extends LazyConnection<CaseView> {
  readonly countFacets: () => CaseFacetsType;
}

/** A page of the cases that pass the filter. `list` names the list that the cursors belong to. */
export function caseList(
  edition: Edition,
  list: string,
  filter: CaseFilter,
  orderBy: CaseOrder | null | undefined,
  page: PageArguments,
): CaseConnection {
  const { columns } = edition;
  const order = orderBy ?? "CATEGORY_ASC";
  const matched = matchCases(columns, filter);
  const found = pageOf(
    { scope: JSON.stringify([list, order, filter]), ...inOrder(columns, matched, filter, order) },
    page,
  );
  const ids = found.entries.map(({ item }) => item.id);
  return {
    ...lazyConnectionOf(found, () => edition.cases(ids)),
    countFacets: () => facetValuesOf(countFacets(columns, filter), filter, edition.vocabulary),
  };
}

/** @throws {AppError} BAD_USER_INPUT for an order by distance without a point. */
function inOrder(
  columns: CaseColumns,
  matched: Bitset,
  { near }: CaseFilter,
  order: CaseOrder,
): Omit<OrderedList<CaseFacts>, "scope"> {
  const casesOf = (ordinals: Iterable<number>): CaseFacts[] =>
    [...ordinals].flatMap((ordinal) => columns.facts[ordinal] ?? []);
  if (order === "DISTANCE_ASC") {
    return nearestFirst(casesOf(matched.ordinals()), ({ town }) => town.location, near);
  }
  return {
    items: casesOf(columns.inOrder(order, matched)),
    keyOf: (facts) => sortKeyOf(facts, order),
    compare: (a, b) => compareSortKeys(a, b, order),
  };
}
