import type { GraphQLResolveInfo } from "graphql";
import type { Bitset } from "../catalogue/bitset.js";
import type { CaseCard } from "../catalogue/case-card.js";
import type { CaseColumns } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { countFacets } from "../catalogue/facets.js";
import { matchCases, type CaseFilter } from "../catalogue/filter.js";
import { itemsAmong } from "../catalogue/items-among.js";
import { compareSortKeys, sortKeyOf, type CaseOrder } from "../catalogue/order.js";
import { pageOf, type OrderedList, type PageArguments } from "../catalogue/pages.js";
import { nodesOfConnection, readCases } from "./card-selection.js";
import { facetValuesOf } from "./facet-values.js";
import { nearestFirst } from "./nearest-first.js";
import { lazyConnectionOf, type LazyConnection } from "./types/connections.js";
import type { CaseFacetsType } from "./types/facets.js";

/** A page of cases that can count its facets, should they be asked for. */
export interface CaseConnection extends LazyConnection<CaseCard> {
  readonly countFacets: () => CaseFacetsType;
}

export interface CaseListArguments {
  /** The list that the cursors belong to. */
  readonly list: string;
  readonly filter: CaseFilter;
  readonly orderBy?: CaseOrder | null;
  readonly page: PageArguments;
  /** What is asked of the connection. */
  readonly info: GraphQLResolveInfo;
}

/** A page of the cases that pass the filter; no more of them is read than is asked for. */
export function caseList(
  edition: Edition,
  { list, filter, orderBy, page, info }: CaseListArguments,
): CaseConnection {
  const { columns } = edition;
  const order = orderBy ?? "CATEGORY_ASC";
  const matched = matchCases(columns, filter);
  const found = pageOf(
    { scope: JSON.stringify([list, order, filter]), ...inOrder(columns, matched, filter, order) },
    page,
  );
  const ids = columns.idsOf(found.items);
  return {
    ...lazyConnectionOf(found, () => readCases(edition, ids, info, nodesOfConnection)),
    countFacets: () => facetValuesOf(countFacets(columns, filter), filter, edition.vocabulary),
  };
}

/**
 * Ordinals in an order.
 * @throws {AppError} BAD_USER_INPUT for an order by distance without a point.
 */
function inOrder(
  columns: CaseColumns,
  matched: Bitset,
  { near }: CaseFilter,
  order: CaseOrder,
): Omit<OrderedList<number>, "scope"> {
  const { facts } = columns;
  if (order === "DISTANCE_ASC") {
    return nearestFirst(
      [...matched.toArray()],
      (ordinal) => ({ id: facts.idAt(ordinal) ?? "", location: facts.townAt(ordinal)?.location ?? null }),
      near,
    );
  }
  return {
    items: itemsAmong(matched, columns.inOrder(order)),
    keyOf: (ordinal) => {
      const one = facts.at(ordinal);
      return one === undefined ? [] : sortKeyOf(one, order);
    },
    compare: (a, b) => compareSortKeys(a, b, order),
  };
}
