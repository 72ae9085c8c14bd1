import { describe, expect, test } from "vitest";
import { pageOf, type OrderedList, type Page } from "../../src/catalogue/pages.js";

const listOf = (items: readonly number[], scope = "numbers"): OrderedList<number> => ({
  scope,
  items,
  keyOf: (item) => [item, String(item)],
  compare: ([a], [b]) => Number(a) - Number(b),
});
const numbers = Array.from({ length: 45 }, (_, index) => index * 2);
const itemsOf = (page: Page<number>): number[] => [...page.items];
function cursorAt(page: Page<number>, place: number): string | null {
  const item = page.items.at(place);
  return item === undefined ? null : page.cursorOf(item);
}

describe("a page", () => {
  test("has twenty items unless told, and says what is around it", () => {
    const page = pageOf(listOf(numbers), {});
    expect(itemsOf(page)).toEqual(numbers.slice(0, 20));
    expect([page.hasPreviousPage, page.hasNextPage, page.total]).toEqual([false, true, 45]);
  });

  test("walks forward and backward over each item once", () => {
    const forward: number[] = [];
    for (let after: string | null = null; ;) {
      const page: Page<number> = pageOf(listOf(numbers), { first: 7, after });
      forward.push(...itemsOf(page));
      if (!page.hasNextPage) break;
      after = cursorAt(page, -1);
    }
    expect(forward).toEqual(numbers);
    const backward: number[] = [];
    for (let before: string | null = null; ;) {
      const page: Page<number> = pageOf(listOf(numbers), { last: 7, before });
      backward.unshift(...itemsOf(page));
      if (!page.hasPreviousPage) break;
      before = cursorAt(page, 0);
    }
    expect(backward).toEqual(numbers);
  });

  test("goes on at its place when items come and go between two pages", () => {
    const first = pageOf(listOf(numbers), { first: 10 });
    const after = cursorAt(first, -1);
    const changed = numbers
      .filter((item) => item !== 18 && item !== 4)
      .concat(1, 3, 19)
      .sort((a, b) => a - b);
    expect(itemsOf(pageOf(listOf(changed), { first: 3, after }))).toEqual([19, 20, 22]);
  });

  test("lies between two cursors", () => {
    const all = pageOf(listOf(numbers), { first: 45 });
    const page = pageOf(listOf(numbers), { after: cursorAt(all, 4), before: cursorAt(all, 8) });
    expect(itemsOf(page)).toEqual(numbers.slice(5, 8));
  });

  test.each([0, -1, 101])("of %i items is refused with the limit and the value", (first) => {
    expect(() => pageOf(listOf(numbers), { first })).toThrow(
      expect.objectContaining({
        code: "PAGE_SIZE_OUT_OF_RANGE",
        details: { argument: "first", sent: first, limit: 100 },
      }),
    );
  });

  test("cannot be asked for from both ends", () => {
    expect(() => pageOf(listOf(numbers), { first: 1, last: 1 })).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", details: { argument: "last", value: 1 } }),
    );
  });

  test.each(["garbage", "", "eyJhIjoxfQ", Buffer.from("[1]").toString("base64url")])(
    "after the cursor %j is refused",
    (after) => {
      expect(() => pageOf(listOf(numbers), { after })).toThrow(
        expect.objectContaining({ code: "CURSOR_INVALID" }),
      );
    },
  );

  test("does not take the cursor of another list or filter", () => {
    const cursor = cursorAt(pageOf(listOf(numbers, "other"), {}), 0);
    expect(() => pageOf(listOf(numbers), { after: cursor })).toThrow(
      expect.objectContaining({ code: "CURSOR_INVALID", details: { argument: "after" } }),
    );
  });
});
