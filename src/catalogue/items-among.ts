import type { Bitset } from "./bitset.js";
import type { Items } from "./pages.js";

/** Those of a set, in an order, found as far as somebody looks: a first page is a few of very many. */
export function itemsAmong(set: Bitset, order: Uint32Array): Items<number> {
  const found: number[] = [];
  let looked = 0;
  return {
    length: set.count(),
    at(index) {
      while (found.length <= index && looked < order.length) {
        const ordinal = order[looked++] ?? 0;
        if (set.has(ordinal)) found.push(ordinal);
      }
      return found[index];
    },
  };
}
