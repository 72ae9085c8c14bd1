import { expect, test } from "vitest";
import { Bitset } from "../../src/catalogue/bitset.js";
import { allByFrequentWords } from "../../src/search/embedded/frequent-words.js";
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
  const found = allByFrequentWords({ anyOf: typed.map(phraseOf) }, words, SIZE, (wanted) => {
    asked.push(textOf(wanted));
    return Bitset.of(SIZE, having[textOf(wanted).replace(/\W/g, "")] ?? []);
  });
  return { asked, count: found?.count() ?? null };
}

test("an unfinished word has all cases where its most frequent words have them, and these alone are asked for", () => {
  expect(ask("in", "in*")).toEqual({ asked: ['("in")', '("industry")', '("ink")'], count: SIZE });
});

test("where these leave a case out, nothing is known", () => {
  expect(ask("to*")).toEqual({ asked: ['("to")', '("town")'], count: null });
});

test("finished words, rare ones and longer phrases are not gone into", () => {
  for (const typed of [["in"], ["rare*"], ["nothing*"], ["in a*"]]) {
    expect(ask(...typed)).toEqual({ asked: [], count: null });
  }
});
