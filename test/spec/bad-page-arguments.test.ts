import { getNamedType } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type Answer, type TestApp, PUBLISHED_CASES } from "../support/app.js";
import { fieldWith, reachableFields } from "../support/schema-fields.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

afterEach(async () => {
  expect(await app.data("{ cases(first: 1) { totalCount } }")).toEqual({
    cases: { totalCount: PUBLISHED_CASES },
  });
});

const lists = reachableFields().filter(({ field }) => getNamedType(field.type).name.endsWith("Connection"));
const backwards = lists.filter(({ field }) => field.args.some(({ name }) => name === "last"));
const named = (some: typeof lists) => some.map((list) => [list.name, list] as const);

const askWith = (list: (typeof lists)[number], args: Record<string, unknown>): Promise<Answer> => {
  const { query, variables } = fieldWith(list, args);
  return app.ask(query, variables);
};
const errorOf = ({ status, errors, data }: Answer) => [status, data, errors?.[0]?.extensions];
const outOfRange = (argument: string, sent: number) => [
  400,
  null,
  { code: "PAGE_SIZE_OUT_OF_RANGE", argument, sent, limit: 100 },
];

const near = "filter: { near: { latitude: 30, longitude: 120, withinKilometres: 5000 } }";

describe("a page of", () => {
  test.each(named(lists))("%s has 1 to 100 items, never a silent cut", async (_name, list) => {
    for (const first of [0, -1, 101, 2 ** 31 - 1, -(2 ** 31)]) {
      expect(errorOf(await askWith(list, { first }))).toEqual(outOfRange("first", first));
    }
    for (const first of [1, 100, null]) {
      expect((await askWith(list, { first })).errors).toBeUndefined();
    }
  });

  test.each(named(backwards))("%s from the end has 1 to 100 items too", async (_name, list) => {
    for (const last of [0, -1, 101]) {
      expect(errorOf(await askWith(list, { last }))).toEqual(outOfRange("last", last));
    }
    expect((await askWith(list, { last: 1 })).errors).toBeUndefined();
  });

  test.each(named(backwards))("%s is asked for from one end only", async (_name, list) => {
    expect(errorOf(await askWith(list, { first: 1, last: 1 }))).toEqual([
      ...[400, null, { code: "BAD_USER_INPUT", argument: "last", value: 1 }],
    ]);
  });
});

const cursorOf = async (list: string): Promise<string> => {
  const { list: found } = await app.data<{ list: { edges: { cursor: string }[] } }>(
    `{ list: ${list} { edges { cursor } } }`,
  );
  return found.edges[0]?.cursor ?? "";
};
const invalid = (argument: string) => [400, null, { code: "CURSOR_INVALID", argument }];
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  const garbage = [
    ...["", " ", "garbage", "💥", "\u0000", "\ud800", "null", "W10", "x".repeat(50_000)],
    ...[[], {}, 7, null, "text", [1], [1, "x"], [1, "x", "y"], [1, "x", null], [1, "x", { y: 1 }]].map(
      encoded,
    ),
  ];

  test.each(named(lists))("that is garbage is CURSOR_INVALID in %s", async (_name, list) => {
    for (const after of garbage) {
      expect([after, ...errorOf(await askWith(list, { after }))]).toEqual([after, ...invalid("after")]);
    }
  });

  test.each(named(backwards))(
    "that is garbage is CURSOR_INVALID as `before` in %s too",
    async (_name, list) => {
      for (const before of garbage) {
        expect(errorOf(await askWith(list, { before }))).toEqual(invalid("before"));
      }
    },
  );

  test("fits no other list", async () => {
    const cursors = new Map<string, string>();
    for (const list of lists) cursors.set(list.name, await firstCursor(list));
    for (const list of lists) {
      for (const [from, after] of cursors) {
        if (from === list.name) continue;
        expect([list.name, from, ...errorOf(await askWith(list, { after }))]).toEqual([
          ...[list.name, from, ...invalid("after")],
        ]);
      }
    }
  });

  test.each([
    ["cases", "(first: 1)", "(orderBy: UPDATED_DESC)"],
    ["cases", "(first: 1)", "(filter: { rounds: [1] })"],
    ["cases", "(first: 1, filter: { rounds: [1] })", "(filter: { rounds: [1], kinds: [EXEMPLARY] })"],
    ["cases", "(first: 1, filter: { rounds: [1] })", ""],
    ["towns", "(first: 1)", "(filter: { kinds: [CHARACTERISTIC_TOWN] })"],
    ["towns", `(first: 1, ${near})`, `(orderBy: DISTANCE_ASC, ${near})`],
    ["searchCases", '(query: "镇", first: 1)', '(query: "小镇")'],
    ["searchCases", '(query: "镇", first: 1)', '(query: "镇", sort: UPDATED_DESC)'],
    ["searchCases", '(query: "镇", first: 1)', '(query: "镇", locale: ZH)'],
    ["searchCases", '(query: "镇", first: 1)', '(query: "镇", searchIn: [PRACTICE])'],
    ["searchCases", '(query: "镇", first: 1)', '(query: "镇", fields: [TOWN])'],
    ["searchCases", '(query: "镇", first: 1)', '(query: "镇", filter: { rounds: [1] })'],
  ])("of %s%s does not fit the same with %s", async (list, from, to) => {
    const after = await cursorOf(`${list}${from}`);
    const query = (args: string) =>
      `query ($after: String) { ${list}${`(${args.slice(1, -1)} after: $after)`} { totalCount } }`;
    expect((await app.ask(query(from), { after })).errors).toBeUndefined();
    expect(errorOf(await app.ask(query(to), { after }))).toEqual(invalid("after"));
  });

  test("of one category, source or case does not fit another", async () => {
    const after = await cursorOf("cases(first: 1)");
    const { categories } = await app.data<{ categories: { cases: { edges: { cursor: string }[] } }[] }>(
      "{ categories { cases(first: 1) { edges { cursor } } } }",
    );
    const cursors = [after, ...categories.flatMap(({ cases }) => cases.edges.map(({ cursor }) => cursor))];
    expect(new Set(cursors).size).toBe(6);
    for (const cursor of cursors) {
      const answer = await app.ask(
        "query ($after: String) { category(key: CULTURAL_HERITAGE) { cases(after: $after) { totalCount } } }",
        { after: cursor },
      );
      expect(answer.errors === undefined).toBe(cursor === cursors.at(-1));
    }
  });

  test.each(["cases(first: 1)", 'searchCases(query: "镇", first: 1)'])(
    "of %s that somebody has rewritten does no harm",
    async (list) => {
      const [version, tag, ...key] = JSON.parse(
        Buffer.from(await cursorOf(list), "base64url").toString(),
      ) as unknown[];
      for (const forged of [
        ["x", "y"],
        [-5, "y"],
        [0.5, ""],
        [1e308, "y"],
        [1],
        ["1", 2, 3, 4, 5, 6],
        key.toReversed(),
      ]) {
        const { status } = await app.ask(
          `query ($after: String) { ${list.replace("first: 1", "after: $after")} { totalCount nodes { slug } } }`,
          { after: encoded([version, tag, ...forged]) },
        );
        expect([200, 400]).toContain(status);
      }
    },
  );
});

async function firstCursor(list: (typeof lists)[number]): Promise<string> {
  const { query, variables } = fieldWith(list, { first: 1 }, "edges { cursor }");
  return /"cursor":"([\w-]+)"/.exec(JSON.stringify(await app.data(query, variables)))?.[1] ?? "";
}
