import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf } from "../support/content.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(contentOf([aCase({ slug: "one" })]));
});
afterAll(() => app.close());

const filtered = "query ($f: CaseFilter, $n: Int) { cases(filter: $f, first: $n) { totalCount } }";
const searched = "query ($q: String!) { searchCases(query: $q) { totalCount } }";
const tricky = 'X" at "f.rounds[7]"; y';

describe("an error of GraphQL about a variable", () => {
  test.each([
    ["an unknown word", filtered, { f: { kinds: ["X"] } }, "f.kinds[0]", "X"],
    ["a word that looks like a path", filtered, { f: { kinds: [tricky] } }, "f.kinds[0]", tricky],
    ["a text for a number", filtered, { n: "5" }, "n", "5"],
    ["an unknown field", filtered, { f: { colour: 1 } }, "f", { colour: 1 }],
    [
      "a part that has to be there",
      filtered,
      { f: { near: { latitude: 1, longitude: 2 } } },
      "f.near",
      { latitude: 1, longitude: 2 },
    ],
    ["null where there must be something", searched, { q: null }, "q", null],
  ])("names %s by its path, with its value", async (_what, query, variables, argument, value) => {
    const { status, errors } = await app.ask(query, variables);
    expect([status, errors?.map(({ extensions }) => extensions)]).toEqual([
      400,
      [{ code: "BAD_USER_INPUT", argument, value }],
    ]);
  });

  test("names a missing variable, which has no value", async () => {
    const { errors } = await app.ask(searched);
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", argument: "q" });
  });

  test("leaves out a value that is long", async () => {
    const { errors } = await app.ask(filtered, { n: "9".repeat(2000) });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", argument: "n" });
  });

  test("names each of several, in their order, and none once they are no longer counted", async () => {
    const kinds = Array.from({ length: 30 }, (_, index) => `K${index}`);
    const { errors = [] } = await app.ask(filtered, { n: "5", f: { kinds } });
    const named = errors.map(({ extensions }) => [extensions["argument"], extensions["value"]]);
    expect(named.slice(0, -1)).toEqual(
      kinds.slice(0, errors.length - 1).map((kind, index) => [`f.kinds[${index}]`, kind]),
    );
    expect(errors.at(-1)?.message).toContain("Too many errors");
    expect(named.at(-1)).toEqual([undefined, undefined]);
  });
});
