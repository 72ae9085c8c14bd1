import type { Steps } from "../event-loop.js";
import { Bitset } from "./bitset.js";

/**
 * The cases that have one value: as bits, or, where they are few, as their ordinals in ascending order. A bit for each
 * case and each of some ten thousand towns and sources would be more than all the rest.
 */
export type ValueSet = Bitset | Uint32Array;

/** The set of these ordinals, which ascend, among so many cases. */
export function valueSetOf(size: number, ordinals: readonly number[] | Uint32Array): ValueSet {
  if (ordinals.length * FEW > size) return Bitset.of(size, ordinals);
  return ordinals instanceof Uint32Array ? ordinals : Uint32Array.from(ordinals);
}

/** From here on bits are the smaller form, and as quickly counted as one ordinal after the other. */
const FEW = 32;

export const bitsOf = (size: number, set: ValueSet): Bitset =>
  set instanceof Bitset ? set : Bitset.of(size, set);

export const ordinalsOf = (set: ValueSet): Iterable<number> => (set instanceof Bitset ? set.ordinals() : set);

/** The lowest ordinal of a set that has any. */
export const firstOf = (set: ValueSet): number | undefined => (set instanceof Bitset ? set.first() : set[0]);

export const sizeOf = (set: ValueSet): number => (set instanceof Bitset ? set.count() : set.length);

/** Counts how many of a set are among these; asked of many sets, it looks at no more of each than it has to. */
export function countingAmong(among: Bitset): (set: ValueSet) => number {
  if (among.count() === among.size) return sizeOf;
  const few = among.count() * FEW < among.size ? among.toArray() : null;
  return (set) => {
    if (!(set instanceof Bitset)) return among.countOf(set);
    return few === null ? set.countWith(among) : set.countOf(few);
  };
}

/** The sets of a group as few long lists, to be kept in a file. */
export interface PackedSets {
  readonly values: readonly string[];
  /** Where the ordinals of each value begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly ordinals: Uint32Array;
}

/** Sets without a pause: of towns and sources there are very many. */
const SETS_A_STEP = 1_000;

export function* packed(sets: ReadonlyMap<string, ValueSet>): Steps<PackedSets> {
  const all = [...sets.values()];
  const starts = new Uint32Array(all.length + 1);
  for (const [place, set] of all.entries()) {
    starts[place + 1] = (starts[place] ?? 0) + sizeOf(set);
    if (place % SETS_A_STEP === 0) yield;
  }
  const ordinals = new Uint32Array(starts.at(-1) ?? 0);
  for (const [place, set] of all.entries()) {
    let next = starts[place] ?? 0;
    for (const ordinal of ordinalsOf(set)) ordinals[next++] = ordinal;
    if (set instanceof Bitset || place % SETS_A_STEP === 0) yield;
  }
  return { values: [...sets.keys()], starts, ordinals };
}

export function unpacked(
  size: number,
  { values, starts, ordinals }: PackedSets,
): ReadonlyMap<string, ValueSet> {
  return new Map(
    values.map((value, place) => [
      value,
      valueSetOf(size, ordinals.subarray(starts[place], starts[place + 1])),
    ]),
  );
}
