import { expect, test } from "vitest";
import { Bitset } from "../../src/catalogue/bitset.js";
import { casesByWords } from "../../src/search/embedded/unfinished-words.js";
import { textOf, type Wanted } from "../../src/search/wanted.js";
import { createWordList } from "../../src/text/word-list.js";

const SIZE = 10;
/** Word → the cases that have it. */
const having: Readonly<Record<string, readonly number[]>> = {
  in: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  industry: [2, 4, 6],
  ink: [9],
  to: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  town: [8],
  rare: [3],
};
const words = createWordList({
  words: Object.keys(having).sort(),
  documents: Object.entries(having)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cases]) => cases.length),
});

function ask(...typed: readonly string[]) {
  const asked: string[] = [];
  const phraseOf = (text: string): Wanted => {
    const isOpen = text.endsWith("*");
    const word = isOpen ? text.slice(0, -1) : text;
    return { phrase: { text: word, tokens: word.split(" "), isOpen } };
  };
  const casesOf = (names: readonly string[]): Bitset => {
    asked.push(names.join(" "));
    return Bitset.of(
      SIZE,
      names.flatMap((word) => having[word] ?? []),
    );
  };
  const found = casesByWords({ anyOf: typed.map(phraseOf) }, words, {
    size: SIZE,
    withWords: (some) => casesOf(some.map(({ word }) => word)),
    withAny: (phrases) => casesOf(phrases.map((one) => textOf(one).replaceAll('"', ""))),
  });
  return { asked, cases: found && [...found.ordinals()] };
}

const all = [...Array(SIZE).keys()];

test("an unfinished word has the cases of every word that begins so, the most frequent first", () => {
  expect(ask("to*")).toEqual({ asked: ["to town"], cases: [0, 1, 2, 3, 4, 5, 6, 7, 8] });
  expect(ask("ra*")).toEqual({ asked: ["rare"], cases: [3] });
  expect(ask("nothing*")).toEqual({ asked: [""], cases: [] });
});

test("where the most frequent ones have all cases, nothing else is asked for", () => {
  expect(ask("in*", "rare")).toEqual({ asked: ["in industry ink"], cases: all });
});

test("the other phrases of a group are asked for as they are", () => {
  expect(ask("indu*", "rare", "town")).toEqual({ asked: ["industry", "rare town"], cases: [2, 3, 4, 6, 8] });
});

test("finished words, longer phrases and single letters are not gone into", () => {
  for (const typed of [["in"], ["in a*"], ["i*"], ["镇*"]])
    expect(ask(...typed)).toEqual({ asked: [], cases: null });
});

test("of many words those after the first few are asked for too", () => {
  const names = Array.from({ length: 9 }, (_, place) => `wo${place}`);
  const nine = createWordList({ words: names, documents: names.map(() => 1) });
  const group: Wanted = { anyOf: [{ phrase: { text: "wo", tokens: ["wo"], isOpen: true } }] };
  const found = casesByWords(group, nine, {
    size: SIZE,
    withWords: (some) =>
      Bitset.of(
        SIZE,
        some.map(({ word }) => Number(word.slice(2))),
      ),
    withAny: () => Bitset.empty(SIZE),
  });
  expect([...(found?.ordinals() ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("of more words than five hundred nothing is asked for, unless one has nearly all cases", () => {
  const many = createWordList({
    words: Array.from({ length: 501 }, (_, place) => `wo${1_000 + place}`),
    documents: Array.from({ length: 501 }, () => 1),
  });
  const never = (): Bitset => {
    throw new Error("asked");
  };
  const group: Wanted = { anyOf: [{ phrase: { text: "wo", tokens: ["wo"], isOpen: true } }] };
  expect(casesByWords(group, many, { size: SIZE, withWords: never, withAny: never })).toBeNull();
  many.add("wow");
  for (let cases = 1; cases < SIZE; cases++) many.add("wow");
  const withWords = ([first]: readonly { readonly word: string }[]): Bitset =>
    first?.word === "wow" ? Bitset.full(SIZE) : never();
  expect(casesByWords(group, many, { size: SIZE, withWords, withAny: never })?.count()).toBe(SIZE);
});
