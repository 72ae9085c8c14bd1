import { expect, test } from "vitest";
import { expressionOf, withoutImplied } from "../../src/search/embedded/expressions.js";
import type { Wanted } from "../../src/search/wanted.js";

const word = (text: string, isOpen = false): Wanted => ({
  phrase: { text, tokens: text.split(" "), isOpen },
});

test("a phrase that has another one in it is left out where only cases count, and stays where ranks do", () => {
  const wanted: Wanted = {
    allOf: [
      { anyOf: [word("town"), word("town", true), word("towns")] },
      { anyOf: [word("the silk road"), word("silk road"), word("silk", true)] },
      { anyOf: [word("large firms above size"), word("firms above size"), word("above size large")] },
    ],
  };
  expect(expressionOf(wanted)).toBe(
    '(("town" OR "town"* OR "towns") AND ("the silk road" OR "silk road" OR "silk"*)' +
      ' AND ("large firms above size" OR "firms above size" OR "above size large"))',
  );
  expect(expressionOf(withoutImplied(wanted))).toBe(
    '(("town"*) AND ("silk"*) AND ("firms above size" OR "above size large"))',
  );
});

test("a phrase that may go on is in no finished one, and of two that are the same both stay", () => {
  const wanted: Wanted = {
    anyOf: [word("silk road", true), word("silk road"), word("silk roads"), word("old silk road", true)],
  };
  expect(expressionOf(withoutImplied(wanted))).toBe('("silk road"*)');
  const same: Wanted = { anyOf: [word("silk"), word("silk")] };
  expect(expressionOf(withoutImplied(same))).toBe(expressionOf(same));
});

test("what has no beginnings in it is as it was", () => {
  const wanted: Wanted = { anyOf: [word("a"), { allOf: [word("b"), word("c", true)] }] };
  expect(expressionOf(withoutImplied(wanted))).toBe(expressionOf(wanted));
});
