import { describe, expect, test } from "vitest";
import { allowedTypos, beginningLike, countTypos } from "../../src/text/typos.js";

describe("how many typos a word may have", () => {
  test.each([
    ["town", 0],
    ["towns", 1],
    ["industry", 1],
    ["batteries", 2],
    ["2019a", 0],
    ["covid19", 0],
    ["地理信息产业集群", 0],
  ])("%s: %i", (word, typos) => {
    expect(allowedTypos(word)).toBe(typos);
  });
});

describe("the typos between two words", () => {
  test.each([
    ["batery", "battery", 1, "a letter left out"],
    ["vehicel", "vehicle", 1, "two neighbours swapped"],
    ["geografic", "geographic", 1, "a sound written otherwise"],
    ["geograficl", "geographical", 2, "a sound written otherwise, and a letter left out"],
    ["geograpic", "geographic", 1, "a letter left out of it"],
    ["foto", "photo", 1, "a sound at the beginning"],
    ["lithum", "lifhum", 1, "another letter"],
    ["energy", "energies", 3, "more than two"],
    ["kattery", "battery", 2, "a wrong first letter counts as two"],
    ["town", "town", 0, "none"],
  ])("%s, %s: %i (%s)", (word, other, typos) => {
    expect(Math.min(3, countTypos(word, other, 3))).toBe(typos);
  });
});

describe("a beginning with a typo", () => {
  test.each<[string, string, string | null, string]>([
    ["hosi", "hosiery", "hosi", "none at all"],
    ["hoso", "hosiery", "hosi", "a wrong letter"],
    ["hoiery", "hosiery", "hosiery", "a letter left out"],
    ["hossi", "hosiery", "hosi", "a letter too many"],
    ["hsoi", "hosiery", "hosi", "two neighbours swapped"],
    ["suzhuo", "suzhou", "suzhou", "at the end"],
    ["hse", "hosiery", null, "too short to tell"],
    ["hoxery", "hosiery", null, "two typos"],
    ["kosi", "hosiery", null, "a wrong first letter"],
    ["hosierys", "hosi", null, "far longer than the word"],
    ["2o19", "2019", null, "no word"],
  ])("%s in %s: %s (%s)", (typed, word, beginning) => {
    expect(beginningLike(typed, word)).toBe(beginning);
  });
});
