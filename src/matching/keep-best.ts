/** The best of very many items, found without sorting them all. */
export interface Best<Item> {
  /** Keeps the item if it is among the best so far; of two that are equal the one that came first is better. */
  offer(item: Item): void;
  /** What an item has to be better than; undefined as long as any is kept. */
  bar(): Item | undefined;
  /** Best first. */
  readonly items: readonly Item[];
}

/** Keeps at most `count` items; `compare` is negative when `a` is better. */
export function keepBest<Item>(count: number, compare: (a: Item, b: Item) => number): Best<Item> {
  const items: Item[] = [];
  const bar = (): Item | undefined => items[count - 1];
  return {
    items,
    bar,
    offer(item) {
      const last = bar();
      if (last !== undefined && compare(item, last) >= 0) return;
      const place = items.findIndex((other) => compare(item, other) < 0);
      items.splice(place < 0 ? items.length : place, 0, item);
      if (items.length > count) items.pop();
    },
  };
}
