import { Bitset } from "./bitset.js";

/**
 * The cases that have one value: as bits, or, where they are few, as their ordinals in ascending order. A bit for each
 * case and each of some ten thousand towns and sources would be more than all the rest.
 */
export type ValueSet = Bitset | Uint32Array;

/** The set of these ordinals, which ascend, among so many cases. */
export function valueSetOf(size: number, ordinals: readonly number[]): ValueSet {
  return ordinals.length * FEW > size ? Bitset.of(size, ordinals) : Uint32Array.from(ordinals);
}

/** From here on bits are the smaller form. */
const FEW = 32;

export const bitsOf = (size: number, set: ValueSet): Bitset =>
  set instanceof Bitset ? set : Bitset.of(size, set);

export const ordinalsOf = (set: ValueSet): Iterable<number> => (set instanceof Bitset ? set.ordinals() : set);

export const sizeOf = (set: ValueSet): number => (set instanceof Bitset ? set.count() : set.length);

/** How many of the set are among these. */
export function countAmong(set: ValueSet, among: Bitset): number {
  if (set instanceof Bitset) return set.countWith(among);
  let sum = 0;
  for (const ordinal of set) if (among.has(ordinal)) sum += 1;
  return sum;
}
