import fc from "fast-check";
import { expect, test } from "vitest";
import { keepBest } from "../../src/matching/keep-best.js";

test("the best kept are the beginning of the sorted list, and equal ones stay in their order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 1, max: 12 }),
      (values, count) => {
        const items = values.map((value, place) => ({ value, place }));
        const best = keepBest<(typeof items)[number]>(count, (a, b) => a.value - b.value);
        for (const item of items) best.offer(item);
        const sorted = items.toSorted((a, b) => a.value - b.value);
        expect(best.items).toEqual(sorted.slice(0, count));
        expect(best.bar()).toEqual(sorted[count - 1]);
      },
    ),
  );
});
