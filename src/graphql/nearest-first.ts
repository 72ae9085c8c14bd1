import type { Point } from "../catalogue/distance.js";
import { compareSortKeys, distanceKeyOf, type SortKey } from "../catalogue/order.js";
import type { OrderedList } from "../catalogue/pages.js";
import { badInput } from "../errors.js";

/**
 * A list by the distance of its items from a point.
 * @throws {AppError} BAD_USER_INPUT when the filter has no point.
 */
export function nearestFirst<Item extends { readonly id: string }>(
  items: readonly Item[],
  locationOf: (item: Item) => Point | null,
  near: Point | undefined,
): Omit<OrderedList<Item>, "scope"> {
  if (near === undefined) {
    throw badInput("orderBy", "DISTANCE_ASC", {
      zh: "按距离排序需要筛选条件near。",
      en: "an order by distance needs the filter `near`.",
    });
  }
  const keyOf = (item: Item): SortKey => distanceKeyOf(item.id, locationOf(item), near);
  const compare = (a: SortKey, b: SortKey): number => compareSortKeys(a, b, "DISTANCE_ASC");
  return { items: [...items].sort((a, b) => compare(keyOf(a), keyOf(b))), keyOf, compare };
}
