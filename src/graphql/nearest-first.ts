import type { Point } from "../catalogue/distance.js";
import { compareSortKeys, distanceKeyOf, type SortKey } from "../catalogue/order.js";
import type { OrderedList } from "../catalogue/pages.js";
import { badInput } from "../errors.js";

/**
 * A list by the distance of its items from a point.
 * @throws {AppError} BAD_USER_INPUT when the filter has no point.
 */
export function nearestFirst<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => { readonly id: string; readonly location: Point | null },
  near: Point | undefined,
): Omit<OrderedList<Item>, "scope"> {
  if (near === undefined) {
    throw badInput("orderBy", "DISTANCE_ASC", {
      zh: "按距离排序需要筛选条件near。",
      en: "an order by distance needs the filter `near`.",
    });
  }
  const keyOf = (item: Item): SortKey => {
    const { id, location } = placeOf(item);
    return distanceKeyOf(id, location, near);
  };
  const compare = (a: SortKey, b: SortKey): number => compareSortKeys(a, b, "DISTANCE_ASC");
  const keyed = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  return { items: keyed.map(({ item }) => item), keyOf, compare };
}
