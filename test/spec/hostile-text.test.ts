import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp, PUBLISHED_CASES } from "../support/app.js";
import { placesForValues, placeWith } from "../support/schema-fields.js";

let app: TestApp;
let before: unknown;
beforeAll(async () => {
  app = await openTestApp();
  before = await everything();
});
afterAll(() => app.close());

afterEach(async () => {
  expect(await everything()).toEqual(before);
});

const everything = () =>
  app.data(
    "{ cases(first: 100) { totalCount nodes { id revision } } sources { totalCount } serviceInfo { contentRevision } }",
  );

const sql = [
  "'; DROP TABLE case_record; --",
  "x' OR '1'='1",
  '" OR ""="',
  "1; DELETE FROM town",
  "') UNION SELECT name, sql FROM sqlite_master --",
  "\\'; ATTACH DATABASE 'x' AS y; --",
  "%",
  "?1",
];

/** What each place for a text makes of one that means nothing to it. */
const outcomes: Readonly<Record<string, string>> = {
  after: "CURSOR_INVALID",
  before: "CURSOR_INVALID",
  filter: "BAD_USER_INPUT",
  profile: "BAD_USER_INPUT",
  measures: "BAD_USER_INPUT",
  slug: "null",
  slugs: "BAD_USER_INPUT",
  code: "null",
  id: "null",
  ids: "null",
  anchor: "null",
  query: "an answer",
  prefix: "an answer",
};
const texts = placesForValues().filter(({ type }) => type === "String" || type === "ID");

describe("SQL in a text", () => {
  test.each(texts.map((place) => [place.name, place] as const))(
    "does nothing in %s",
    async (_name, place) => {
      for (const text of sql) {
        const { query, variables } = placeWith(place, text);
        const { status, data, errors } = await app.ask(query, variables);
        const field = JSON.stringify(data).includes(`"${place.reachable.field.name}":null`)
          ? "null"
          : "an answer";
        const inList = JSON.stringify(data).includes(`"${place.reachable.field.name}":[null]`)
          ? "null"
          : field;
        const outcome = errors?.[0]?.extensions["code"] ?? inList;
        expect([text, outcome]).toEqual([text, outcomes[place.argument.name]]);
        expect(status).toBe(errors ? 400 : 200);
        expect(JSON.stringify(errors ?? []).replaceAll(JSON.stringify(text).slice(1, -1), "")).not.toMatch(
          /sql|syntax/i,
        );
      }
    },
  );

  test("finds nothing that is not in the texts", async () => {
    const { searchCases } = await app.data<{ searchCases: { totalCount: number } }>(
      `{ searchCases(query: "\\"DROP TABLE case_record\\"") { totalCount } }`,
    );
    expect(searchCases.totalCount).toBe(0);
  });
});

const odd: readonly (readonly [string, readonly string[]])[] = [
  [
    "control characters",
    ["\u0000", "镇\u0000", "\u0001\u001f\u007f", "a\u0008b", "\n\t\r\u000b", "\u0085\u2028\u2029"],
  ],
  [
    "characters that cannot be seen",
    ["\u200b", "\u200d\u200c\ufeff", "\u202e镇\u202c", "\u00ad", "\u{e0041}", "\ufffe\uffff"],
  ],
  ["emoji", ["🏭", "👩‍👩‍👧‍👦", "🇨🇳", "小镇🏭", "❤️", "1️⃣", "🏭".repeat(500)]],
  ["lone surrogates", ["\ud800", "\udc00", "\udc00\ud800", "镇\ud83c", "\udfed镇", '"\ud800"', "-\ud800"]],
  [
    "words of FTS",
    ["AND", "OR", "NOT", "AND AND", "镇 AND", "NOT 镇", "a OR b", "NEAR(", "NEAR(a b, 5)", "NEAR/3"],
  ],
  [
    "signs of FTS",
    ['"', '""', '"""', '"镇', '镇"', "*", "镇*", "* *", "^", "^镇", "{", "}", "{title} : x", "title:x"],
  ],
  [
    "more signs",
    [
      "(",
      ")",
      "()",
      "((镇)",
      "+",
      "a + b",
      "-",
      "--",
      "- -",
      "-镇",
      "-镇 -业",
      ":",
      ";",
      "\\",
      "'",
      "%",
      "_",
    ],
  ],
  ["all kinds of quotes", ["“", "”", "「", "「镇", "『", "„镇‟", "＂", "“镇” “", "``"]],
  [
    "long runs",
    ["(".repeat(500), '"'.repeat(500), "-".repeat(500), "* ".repeat(250), "a ".repeat(250), "镇".repeat(500)],
  ],
  [
    "texts that grow when folded",
    ["ﷺ".repeat(500), "㍿".repeat(500), "ß".repeat(500), `e${"\u0301".repeat(499)}`, "ŉ"],
  ],
  ["other scripts", ["город", "مدينة", "शहर", "まち", "마을", "𠀀𠀁", "１２３", "Ⅻ"]],
  ["nothing", ["", " ", "\u3000", "\u00a0\u2003"]],
];

describe("a search", () => {
  const query = `query ($query: String!, $fields: [SearchField!], $searchIn: [SectionKind!], $locale: Locale, $sort: SearchSort) {
    searchCases(query: $query, fields: $fields, searchIn: $searchIn, locale: $locale, sort: $sort, first: 100) {
      totalCount
      facets { categories { count } }
      edges { score matchedTerms highlights { text ranges { start end } } node { slug } }
      searchInfo { understoodAs isLoose ignoredTerms expansions { term expandedTo } }
    }
  }`;
  interface Found {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly highlights: readonly {
        readonly text: string;
        readonly ranges: readonly { readonly start: number; readonly end: number }[];
      }[];
      readonly node: { readonly slug: string };
    }[];
  }

  test.each(odd)("for %s is answered, and its ranges lie in the texts", async (_what, some) => {
    for (const text of some) {
      for (const scope of [
        {},
        { fields: ["TITLE"], locale: "EN" },
        { searchIn: ["RESULT"], sort: "TITLE_ZH_ASC" },
      ]) {
        const answer = await app.ask(query, { query: text, ...scope });
        expect([text, answer.status, answer.errors]).toEqual([text, 200, undefined]);
        const { totalCount, edges } = answer.data?.["searchCases"] as Found;
        expect(new Set(edges.map(({ node }) => node.slug)).size).toBe(totalCount);
        for (const { text: passage, ranges } of edges.flatMap(({ highlights }) => highlights)) {
          const places = ranges.flatMap(({ start, end }) => [start, end]);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(Math.max(0, ...places)).toBeLessThanOrEqual(passage.length);
        }
      }
    }
  });

  test("for nothing browses, for signs alone finds nothing, for words of FTS looks for the words", async () => {
    const total = async (text: string) =>
      (await app.data<{ searchCases: Found }>(query, { query: text })).searchCases.totalCount;
    for (const text of ["", "\u0000"]) expect([text, await total(text)]).toEqual([text, PUBLISHED_CASES]);
    for (const text of ["*", '"', "(", "^", "-", "{}"]) expect([text, await total(text)]).toEqual([text, 0]);
    expect(await total("title:hosiery")).toBeLessThan(PUBLISHED_CASES);
    expect(await total('"袜业" AND')).toBe(await total('and "袜业"'));
  });
});
