import type { Edition } from "../catalogue/edition.js";
import { countFacets } from "../catalogue/facets.js";
import { matchCases, type CaseFilter } from "../catalogue/filter.js";
import { compareSortKeys, sortKeyOf, type CaseOrder } from "../catalogue/order.js";
import { pageOf, type PageArguments } from "../catalogue/pages.js";
import type { CaseView } from "../catalogue/views.js";
import { facetValuesOf } from "./facet-values.js";
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
  const items = Array.from(columns.inOrder(order)).filter((ordinal) => matched.has(ordinal));
  const found = pageOf(
    {
      scope: JSON.stringify([list, order, filter]),
      items: items.flatMap((ordinal) => columns.facts[ordinal] ?? []),
      keyOf: (facts) => sortKeyOf(facts, order),
      compare: (a, b) => compareSortKeys(a, b, order),
    },
    page,
  );
  const ids = found.entries.map(({ item }) => item.id);
  return {
    ...lazyConnectionOf(found, () => edition.cases(ids)),
    countFacets: () => facetValuesOf(countFacets(columns, filter), filter, edition.vocabulary),
  };
}
