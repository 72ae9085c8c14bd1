import type { Edition } from "../catalogue/edition.js";
import type { TownOrder } from "../catalogue/order.js";
import { pageOf, type OrderedList, type PageArguments } from "../catalogue/pages.js";
import { compareTowns, matchesTown, type TownEntry, type TownFilter } from "../catalogue/towns.js";
import type { TownView } from "../catalogue/views.js";
import { nearestFirst } from "./nearest-first.js";
import { lazyConnectionOf, type LazyConnection } from "./types/connections.js";

/** A page of the towns that pass the filter. `list` names the list that the cursors belong to. */
export function townList(
  edition: Edition,
  list: string,
  filter: TownFilter,
  orderBy: TownOrder | null | undefined,
  page: PageArguments,
): LazyConnection<TownView> {
  const order = orderBy ?? "NAME_ZH_ASC";
  const matched = edition.towns.filter((town) => matchesTown(town, filter));
  const ordered =
    order === "DISTANCE_ASC" ? nearestFirst(matched, (town) => town, filter.near) : inOrderOfNames(matched);
  const found = pageOf({ scope: JSON.stringify([list, order, filter]), ...ordered }, page);
  const ids = found.entries.map(({ item }) => item.id);
  return lazyConnectionOf(found, () => edition.townViews(ids));
}

/** The towns of an edition have this order already. */
function inOrderOfNames(items: readonly TownEntry[]): Omit<OrderedList<TownEntry>, "scope"> {
  return {
    items,
    keyOf: ({ nameZh, id }) => [nameZh, id],
    compare: ([nameA, idA], [nameB, idB]) =>
      compareTowns({ nameZh: String(nameA), id: String(idA) }, { nameZh: String(nameB), id: String(idB) }),
  };
}
