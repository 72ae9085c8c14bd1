import { expect, test } from "vitest";
import { expressionOf } from "../../src/search/embedded/expressions.js";
import { withoutCommonGroups } from "../../src/search/embedded/telling-groups.js";
import type { Wanted } from "../../src/search/wanted.js";

const word = (text: string): Wanted => ({ phrase: { text, tokens: text.split(" "), isOpen: false } });
const common = new Set(["the", "town"]);
const rest = (wanted: Wanted): string =>
  expressionOf(withoutCommonGroups(wanted, (one) => "phrase" in one && common.has(one.phrase.text)));

test("a group of which most cases have every phrase is not ranked by", () => {
  const [the, town, silk] = [{ anyOf: [word("the")] }, { anyOf: [word("the"), word("town")] }, word("silk")];
  expect(rest({ allOf: [the, silk, town] })).toBe('("silk")');
  expect(rest({ anyOf: [silk, { allOf: [the, silk] }] })).toBe('("silk" OR ("silk"))');
});

test("a group with a rarer phrase stays whole, and so does what has nothing else", () => {
  const mixed = { anyOf: [word("town"), word("silk")] };
  expect(rest({ allOf: [mixed, word("loom")] })).toBe('(("town" OR "silk") AND "loom")');
  expect(rest({ allOf: [word("the"), { anyOf: [word("town")] }] })).toBe('("the" AND ("town"))');
  expect(rest({ anyOf: [word("the"), word("town")] })).toBe('("the" OR "town")');
});
