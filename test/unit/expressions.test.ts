import { expect, test } from "vitest";
import { expressionOf, withoutImplied } from "../../src/search/embedded/expressions.js";
import type { Wanted } from "../../src/search/wanted.js";

const word = (text: string, isOpen = false): Wanted => ({
  phrase: { text, tokens: text.split(" "), isOpen },
});

test("a word beside its own beginnings is left out where only cases count, and stays where ranks do", () => {
  const wanted: Wanted = {
    allOf: [
      { anyOf: [word("town"), word("town", true), word("towns")] },
      { anyOf: [word("silk road"), word("silk", true)] },
    ],
  };
  expect(expressionOf(wanted)).toBe('(("town" OR "town"* OR "towns") AND ("silk road" OR "silk"*))');
  expect(expressionOf(withoutImplied(wanted))).toBe('(("town"* OR "towns") AND ("silk road" OR "silk"*))');
});

test("what has no beginnings in it is as it was", () => {
  const wanted: Wanted = { anyOf: [word("a"), { allOf: [word("b"), word("c", true)] }] };
  expect(expressionOf(withoutImplied(wanted))).toBe(expressionOf(wanted));
});
