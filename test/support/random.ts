import { randomFrom } from "./random-content.js";

/** Choices that come the same for the same seed. */
export interface Random {
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  oneIn(count: number): boolean;
  of<Item>(items: readonly Item[]): Item;
  /** So many different ones, or all. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

export function seededRandom(seed: number): Random {
  const next = randomFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneIn: (count) => between(1, count) === 1,
    of(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error("there is nothing to choose from");
      return item;
    },
    some(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat();
    },
  };
}
