import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TERMS, planQuery } from "../../src/search/plan-query.js";
import type { QueryPiece } from "../../src/search/query-plan.js";
import { fewTerms } from "../support/search-corpus.js";

const required = (query: string): string[] => planQuery(query).required.map(({ text }) => text);
const excluded = (query: string): string[] => planQuery(query).excluded.map(({ text }) => text);
const words = (query: string): string[][] =>
  planQuery(query).required.map((term) => term.words.map(({ phrases }) => phrases[0]?.text ?? ""));

describe("words, phrases and negations", () => {
  test.each([
    ['big "car park" b', ["big", "car park", "b"]],
    ["“新能源 汽车”产业", ["新能源 汽车", "产业"]],
    ["「地理 信息」", ["地理 信息"]],
    ["『地理 信息", ["地理 信息"]],
    ['town "not closed', ["town", "not closed"]],
    ["ＥＬ　Ｔｏｗｎ", ["el", "town"]],
    ["twice twice thrice", ["twice", "thrice"]],
  ])("%s requires %j", (query, terms) => {
    expect(required(query)).toEqual(terms);
  });

  test.each([
    ["town -sea", ["sea"], ["town"]],
    ['-"car park" town', ["car park"], ["town"]],
    ["－袜业 小镇", ["袜业"], ["小镇"]],
    ["e-commerce", [], ["e-commerce"]],
    ['"a"-b', [], ["a", "b"]],
    ["town - sea", [], ["town", "sea"]],
    ["--sea", ["sea"], []],
  ])("%s excludes %j and requires %j", (query, without, terms) => {
    expect(excluded(query)).toEqual(without);
    expect(required(query)).toEqual(terms);
  });

  test.each([
    ["e-commerce", [["e-commerce"]]],
    ["R&D", [["r&d"]]],
    ["7.4亿元", [["7.4", "亿元"]]],
    ["5G基站", [["5g", "基站"]]],
    ["and/or", [["and", "or"]]],
    ["1,200", [["1,200"]]],
    ["新能源、新材料", [["新能源", "新材料"]]],
    ["地理信息产业集群", [["地理", "信息", "产业", "集群"]]],
    ["地理信息", [["地理信息"]]],
    ["如何招商", [["招商"]]],
    ["怎样招商", [["招商"]]],
    ["如何", [["如何"]]],
    ['"地理信息产业集群"', [["地理信息产业集群"]]],
  ])("the words of %s are %j", (query, expected) => {
    expect(words(query)).toEqual(expected);
  });

  test("a figure is looked for with and without commas", () => {
    const spellings = (query: string): (readonly string[])[] =>
      planQuery(query).required.flatMap(({ phrases }) => phrases.map(({ tokens }) => tokens));
    expect(spellings("1,200")).toEqual([["1", "200"], ["1200"]]);
    expect(spellings("6500")).toEqual([["6500"], ["6", "500"]]);
    expect(spellings("7.25")).toEqual([["7", "25"]]);
  });
});

describe("the last word", () => {
  const hasPrefix = (query: string): boolean =>
    planQuery(query).required.some((term) => term.words.some(({ isPrefix }) => isPrefix));

  test.each([
    ["lithium bat", true],
    ["ba", true],
    ["b", false],
    ["锂电bat", true],
    ["bat 锂电", false],
    ['"bat"', false],
    ["town -bat", false],
    ["town bat?", true],
    ["6,500", false],
    ["COVID-19", false],
    ["5G", true],
  ])("of %s may go on: %s", (query, isPrefix) => {
    expect(hasPrefix(query)).toBe(isPrefix);
  });
});

describe("what the answer says of the query", () => {
  test("the query as parsed", () => {
    expect(planQuery("Ｌithium 襪業 “Car Park” -sea Bat").understoodAs).toBe(
      'lithium 袜业 "car park" -sea bat*',
    );
  });

  test("has no signs but those inside a word, quotes and minus", () => {
    expect(planQuery("Upgrade, old industry?").understoodAs).toBe("upgrade old industry*");
    expect(planQuery('"sock, and” industry').understoodAs).toBe('"sock and" industry*');
    expect(planQuery("R&D e-commerce town/city 7.4").understoodAs).toBe("r&d e-commerce town city 7.4");
    expect(planQuery("town? town! sea").understoodAs).toBe("town sea*");
  });

  test("another script is noted, other folding is not", () => {
    expect(planQuery("襪業 ＡＢＣ 袜业").expansions).toEqual([
      { term: "襪業", expandedTo: ["袜业"], reason: "SCRIPT" },
    ]);
  });

  test("terms over the limit and signs that nothing can match are ignored, and listed", () => {
    const many = Array.from({ length: 12 }, (_, place) => `word${place}`);
    expect(planQuery(many.join(" ")).ignoredTerms).toEqual(["word10", "word11"]);
    expect(planQuery("town 🎉 , -").ignoredTerms).toEqual(["🎉"]);
  });

  test.each([
    ["50%", ["%"]],
    ['"50%" 袜业', ["%"]],
    ["５０％", ["％"]],
    ["C++ C#", ["++", "#"]],
    ["小镇👨‍👩‍👧", ["👨‍👩‍👧"]],
    ["R&D, e-commerce?", []],
    ['😀 "* -', ["😀", '"*', "-"]],
  ])("signs that no index has are named wherever they stand: %s", (query, signs) => {
    expect(planQuery(query).ignoredTerms).toEqual(signs);
  });
});

describe("looser ways to meet a query", () => {
  test("the whole query as it stands comes before its words, with and without spaces between Han", () => {
    expect(planQuery("新能源 汽车").literal.map(({ tokens }) => tokens)).toEqual([
      ["新能", "能源", "源", "汽车"],
      ["新能", "能源", "源汽", "汽车"],
    ]);
    expect(planQuery("lithium battery").literal.map(({ tokens }) => tokens)).toEqual([
      ["lithium", "battery"],
    ]);
    expect(planQuery("地理信息").literal).toEqual([]);
  });

  test("fillers count in the string as it stands and where there is nothing else", () => {
    const plan = planQuery("how to make a sock and a town");
    expect(plan.required.map(({ text }) => text)).toEqual(["make", "sock", "town"]);
    expect(plan.literal.map(({ text }) => text)).toEqual(["how to make a sock and a town"]);
    expect(plan.ignoredTerms).toEqual(["how", "to", "a", "and"]);
    expect(required('how "to" be -a')).toEqual(["to"]);
    expect(required("怎么办？袜业")).toEqual(["怎么办 袜业"]);
    expect(required("How, 怎么办？ sock?")).toEqual(["sock"]);
    expect(required("to be or not")).toEqual(["to", "be", "or", "not"]);
    expect(words("怎么让农民在家门口就业")).toEqual([["农民", "在家", "门口", "就业"]]);
  });

  test("pieces are words, with parts for where no case has them; quoted terms are none", () => {
    interface Parts {
      readonly [piece: string]: Parts;
    }
    const tree = (pieces: readonly QueryPiece[]): Parts =>
      Object.fromEntries(
        pieces.map(({ phrases: [phrase], parts }) => [
          `${phrase?.text ?? ""}${phrase?.isOpen ? "*" : ""}`,
          tree(parts),
        ]),
      );
    const pieces = (query: string): Parts => tree(planQuery(query).pieces);
    const cells = { 锂电: { "锂*": {}, "电*": {} }, 电池: { "电*": {}, "池*": {} } };
    expect(pieces("锂电池 town")).toEqual({ 锂电池: cells, town: {} });
    expect(pieces("medicine town")).toEqual({ medicine: { "medici*": {} }, town: {} });
    expect(pieces('"锂电池" big town')).toEqual({ big: {}, town: {} });
    expect(pieces("锂电池")).toEqual({ 锂电池: { 锂电: {}, 电池: {} } });
    expect(pieces("锂电")).toEqual({});
    expect(pieces("town")).toEqual({});
  });
});

describe("the glossary", () => {
  const expanded = (query: string): (readonly string[])[] =>
    planQuery(query, { glossary: fewTerms }).expanded.map(({ phrases, alternatives }) =>
      [...phrases, ...alternatives].map(({ text }) => text),
    );
  const cells = ["锂电池", "lithium battery", "lithium batteries", "锂电"];

  test.each([
    ["锂电池", [cells]],
    ["鋰電池", [cells]],
    ["宁德锂电池出口下滑", [["宁德"], cells, ["出口"], ["下滑"]]],
    [
      "online retail of Socks",
      [
        ["online retail", "电商", "电子商务", "e-commerce", "online retails", "e-commerces"],
        ["socks", "袜业", "袜子", "hosiery", "sock", "hosieries"],
      ],
    ],
    [
      '袜子 "lithium battery" 袜子',
      [["lithium battery"], ["袜子", "hosiery", "sock", "socks", "袜业", "hosieries"]],
    ],
    ['lithium "big" battery', []],
    ["lithium batterypack", []],
    ["-锂电池 town", []],
    ["宁德", []],
  ])("reads %s as %j", (query, words) => {
    expect(expanded(query)).toEqual(words);
  });

  test("a wording has its words for parts, and no pair of characters out of two of them", () => {
    const glossary = [{ zh: ["农业转移人口市民化"], en: ["full urban residents"], note: null }];
    const parts = (query: string): string[] =>
      planQuery(query, { glossary }).expandedPieces.flatMap((piece) =>
        piece.parts.map(({ phrases: [phrase] }) => phrase?.text ?? ""),
      );
    expect(parts("full urban residents")).toEqual(["full", "urban", "residents"]);
    expect(parts("农业转移人口市民化")).toEqual(["农业", "转移", "人口", "市民", "民化"]);
  });

  test("leaves the query as it stands, and says what it knows of it", () => {
    const plan = planQuery("锂电池 plant", { glossary: fewTerms });
    expect(plan).toEqual({
      ...planQuery("锂电池 plant"),
      ...{ expanded: plan.expanded, expandedPieces: plan.expandedPieces },
      expansions: [
        { term: "锂电池", expandedTo: ["lithium battery", "lithium batteries", "锂电"], reason: "GLOSSARY" },
      ],
    });
  });

  test("of two wordings that overlap the longer one counts", () => {
    const glossary = ["遗产", "文化遗产", "遗产保护区"].map((zh) => ({
      zh: [zh],
      en: [`the ${zh}`],
      note: null,
    }));
    const known = (query: string): string[] =>
      planQuery(query, { glossary }).expansions.map(({ term }) => term);
    expect(known("文化遗产")).toEqual(["文化遗产"]);
    expect(known("文化遗产保护区")).toEqual(["遗产保护区"]);
  });
});

describe("any text whatever", () => {
  test.each(["", "   ", "\u3000\n", "\u0000", "\u200b\ufeff"])("%j is blank, and browses", (query) => {
    const plan = planQuery(query);
    expect(plan).toMatchObject({ isBrowse: true, required: [], excluded: [], understoodAs: "" });
    expect(plan.ignoredTerms).toEqual([]);
  });

  test.each(['"', "“”", "-", "*", "()", "…", "😀", '-"'])("%j asks for nothing, and says so", (query) => {
    const plan = planQuery(query);
    expect(plan).toMatchObject({ isBrowse: false, required: [], excluded: [], understoodAs: "" });
    expect(plan.ignoredTerms).toEqual([query]);
  });

  test.each([
    'AND OR NOT NEAR("a" "b", 5)',
    '{title} : ^"a" + b*',
    "'; DROP TABLE cases; --",
    "😀😀 \ud800 \udfff \u0000",
    "字".repeat(10_000),
    "word ".repeat(2_000),
    '"'.repeat(10_000),
    "-".repeat(10_000),
    "a".repeat(10_000),
  ])("gives a plan: %.20s", (query) => {
    const plan = planQuery(query);
    expect(plan.required.length + plan.excluded.length).toBeLessThanOrEqual(MAX_TERMS);
    expect(JSON.stringify(plan)).not.toMatch(/\\ud[89a-f]/);
  });

  test("has terms made of nothing but letters and digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (query) => {
        const plan = planQuery(query);
        for (const { phrases } of [...plan.required, ...plan.excluded]) {
          for (const token of phrases.flatMap(({ tokens }) => tokens)) {
            expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Script=Han}]+$/u);
          }
        }
      }),
    );
  });
});
