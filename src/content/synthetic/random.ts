/** Choices that come the same for the same seeds, whatever else was chosen before. */
export interface Random {
  /** From 0 to below 1. */
  share(): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  isOneIn(count: number): boolean;
  of<Item>(items: readonly Item[]): Item;
  /** Different ones, so many at most; those that stand first come more often, as words in a language do. */
  someOf<Item>(items: readonly Item[], count: number): Item[];
  /** A place in a list of this size; half as often at twice the place (Zipf's law). */
  rank(size: number): number;
}

/** The choices for one thing of a set; `seeds` name both. */
export function randomFor(...seeds: readonly number[]): Random {
  const share = generator(seeds);
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  const rank = (size: number): number =>
    Math.min(size - 1, Math.floor(Math.exp(share() * Math.log(size + 1))) - 1);
  const at = <Item>(items: readonly Item[], place: number): Item => {
    const item = items[place];
    if (item === undefined) throw new RangeError("There is nothing to choose from");
    return item;
  };
  return {
    ...{ share, between, rank },
    isOneIn: (count) => between(1, count) === 1,
    of: (items) => at(items, between(0, items.length - 1)),
    someOf: (items, count) => [
      ...new Set(Array.from({ length: Math.min(count, items.length) }, () => at(items, rank(items.length)))),
    ],
  };
}

/** Mulberry32, begun with a mixture of the seeds. */
function generator(seeds: readonly number[]): () => number {
  let state =
    seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 15), 0x2545f491) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
