import { lowestPlace } from "../lowest-place.js";
import { AppError } from "../errors.js";
import { cursorsOf, decodeCursor } from "./cursors.js";
import type { SortKey } from "./order.js";

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** An array, or what gives each item when it is asked for. */
export interface Items<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** A list in its total order. `scope` names the list, its order and its filter: a cursor fits only these. */
export interface OrderedList<Item> {
  readonly scope: string;
  readonly items: Items<Item>;
  readonly keyOf: (item: Item) => SortKey;
  readonly compare: (a: SortKey, b: SortKey) => number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of one of these, made when it is asked for: of most pages only the first and the last ones are. */
  readonly cursorOf: (item: Item) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Of the whole list. */
  readonly total: number;
}

/**
 * One page by keyset: a cursor is a place in the order, not a number, so that each item comes once also
 * when others come and go between two pages.
 * @throws {AppError} PAGE_SIZE_OUT_OF_RANGE, CURSOR_INVALID, or BAD_USER_INPUT for `first` with `last`.
 */
export function pageOf<Item>(list: OrderedList<Item>, page: PageArguments): Page<Item> {
  const size = pageSize(page);
  const { items } = list;
  const start = page.after == null ? 0 : placeAfter(list, decodeCursor(list.scope, page.after, "after"));
  const end =
    page.before == null ? items.length : placeOf(list, decodeCursor(list.scope, page.before, "before"));
  const backwards = page.last != null;
  const from = backwards ? Math.max(start, end - size) : start;
  const to = backwards ? end : Math.min(end, start + size);
  const encode = cursorsOf(list.scope);
  return {
    items: itemsIn(items, from, to),
    cursorOf: (item) => encode(list.keyOf(item)),
    hasNextPage: to < items.length,
    hasPreviousPage: from > 0,
    total: items.length,
  };
}

/** The number of items asked for, checked: 1 to `limit`. */
export function pageSize({ first, last }: PageArguments, limit = MAX_PAGE_SIZE): number {
  if (first != null && last != null) {
    throw new AppError(
      "BAD_USER_INPUT",
      {
        zh: "first 和 last 不能同时使用：请只用其中一个。",
        en: "`first` and `last` cannot be used together: use one of them.",
      },
      { argument: "last", value: last },
    );
  }
  const [argument, size] =
    last == null ? (["first", first ?? DEFAULT_PAGE_SIZE] as const) : (["last", last] as const);
  assertSize(argument, size, limit);
  return size;
}

/** @throws {AppError} PAGE_SIZE_OUT_OF_RANGE unless the size is from 1 to the limit. */
export function assertSize(argument: string, size: number, limit: number): void {
  if (size >= 1 && size <= limit) return;
  throw new AppError(
    "PAGE_SIZE_OUT_OF_RANGE",
    {
      zh: `${argument} 为 ${size}，应在 1 到 ${limit} 之间。`,
      en: `\`${argument}\` is ${size}; it must be between 1 and ${limit}.`,
    },
    { argument, sent: size, limit },
  );
}

/** The items from this place to before that one. */
export function itemsIn<Item>(items: Items<Item>, from: number, to: number): Item[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => items.at(from + place)).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );
}

/** The first place whose key is not before `key`. */
function placeOf<Item>({ items, keyOf, compare }: OrderedList<Item>, key: SortKey): number {
  return lowestPlaceIn(items, (item) => compare(keyOf(item), key) >= 0);
}

/** The first place whose key is after `key`. */
function placeAfter<Item>({ items, keyOf, compare }: OrderedList<Item>, key: SortKey): number {
  return lowestPlaceIn(items, (item) => compare(keyOf(item), key) > 0);
}

function lowestPlaceIn<Item>(items: Items<Item>, isReached: (item: Item) => boolean): number {
  return lowestPlace(0, items.length, (place) => {
    const item = items.at(place);
    return item === undefined || isReached(item);
  });
}
