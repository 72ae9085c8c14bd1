import { describe, expect, test } from "vitest";
import { createWordList } from "../../src/text/word-list.js";
import { seededRandom } from "../support/random.js";

describe("a list of words", () => {
  const list = createWordList();
  for (const word of ["battery", "batter", "geographic", "geography", "town", "towns", "2019", "20190"]) {
    list.add(word);
  }

  test.each([
    ["batery", ["battery"]],
    ["battar", ["batter"]],
    ["battery", []],
    ["geografic", ["geographic"]],
    ["towm", []],
    ["20199", []],
    ["cattery", []],
    ["geografy", ["geography"]],
  ])("words like %s: %j", (word, similar) => {
    expect(list.similarTo(word)).toEqual(similar);
  });

  test("words that begin alike come in the order of letters, without the word itself", () => {
    expect(list.startingWith("geogr", 10)).toEqual(["geographic", "geography"]);
    expect(list.startingWith("town", 10)).toEqual(["towns"]);
    expect(list.startingWith("b", 1)).toEqual(["batter"]);
  });

  test("a word goes when the last document that had it goes", () => {
    const words = createWordList({ words: ["hosiery"], documents: [2] });
    words.remove("hosiery");
    expect(words.similarTo("hosiary")).toEqual(["hosiery"]);
    words.remove("hosiery");
    expect(words.similarTo("hosiary")).toEqual([]);
  });

  test("words that come and go give the list of those that are there, however many", () => {
    const random = seededRandom(4);
    const wordAt = (number: number): string => `word${number.toString(36).replaceAll(/\d/g, "x")}`;
    const counts = new Map<string, number>();
    const words = createWordList();
    for (let step = 0; step < 20_000; step++) {
      const word = wordAt(random.between(0, 5_000));
      const count = counts.get(word) ?? 0;
      if (count > 0 && random.oneIn(2)) {
        words.remove(word);
        counts.set(word, count - 1);
      } else {
        words.add(word);
        counts.set(word, count + 1);
      }
    }
    const there = [...counts].flatMap(([word, documents]) => (documents > 0 ? [{ word, documents }] : []));
    const made = createWordList({
      words: there.map(({ word }) => word),
      documents: there.map(({ documents }) => documents),
    });
    for (const prefix of ["word", "wordb", "wordx", "wordzz", "none"]) {
      const longer = there.map(({ word }) => word).filter((word) => word > prefix && word.startsWith(prefix));
      expect(words.startingWith(prefix, 10_000)).toEqual(longer.sort());
      expect(made.startingWith(prefix, 10_000)).toEqual(longer);
    }
    for (const { word } of there.slice(0, 300)) {
      const typed = `${word.slice(0, 3)}q${word.slice(3)}`;
      expect(words.similarTo(typed)).toEqual(made.similarTo(typed));
    }
  });
});

test("the most frequent words that begin alike come by the number of their documents, the word itself among them", () => {
  const words = createWordList({ words: ["in", "industry", "ink", "town"], documents: [9, 3, 5, 8] });
  for (const word of ["inn", "industry", "industry", "industry"]) words.add(word);
  expect(words.mostFrequent("in", 3)).toEqual([
    { word: "in", documents: 9 },
    { word: "industry", documents: 6 },
    { word: "ink", documents: 5 },
  ]);
  expect(words.mostFrequent("x", 3)).toEqual([]);
});
