import fc from "fast-check";
import { expect, test } from "vitest";
import { Bitset } from "../../src/catalogue/bitset.js";
import { countingAmong, valueSetOf } from "../../src/catalogue/value-sets.js";

/** Ordinals below a size, ascending, and the size. */
const someOrdinals = fc
  .record({ size: fc.integer({ min: 1, max: 2_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ size, share }) =>
    fc.record({
      size: fc.constant(size),
      one: fc.subarray([...Array(size).keys()], { maxLength: Math.ceil(size * share) }),
      other: fc.subarray([...Array(size).keys()]),
    }),
  );

test("what two sets have in common is counted without making a third, however many they are", () => {
  fc.assert(
    fc.property(someOrdinals, ({ size, one, other }) => {
      const [a, b] = [Bitset.of(size, one), Bitset.of(size, other)];
      const both = one.filter((ordinal) => other.includes(ordinal)).length;
      expect(a.countWith(b)).toBe(both);
      expect(b.countWith(a)).toBe(both);
      expect(b.countOf(Uint32Array.from(one))).toBe(both);
      expect(a.and(b).count()).toBe(both);
    }),
  );
});

test("the values of few cases and of many are counted the same, as bits and as lists", () => {
  fc.assert(
    fc.property(someOrdinals, ({ size, one, other }) => {
      const both = one.filter((ordinal) => other.includes(ordinal)).length;
      const count = countingAmong(Bitset.of(size, one));
      expect(count(Bitset.of(size, other))).toBe(both);
      expect(count(Uint32Array.from(other))).toBe(both);
      expect(count(valueSetOf(size, other))).toBe(both);
    }),
  );
});
