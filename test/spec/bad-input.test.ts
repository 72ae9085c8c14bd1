import type { InjectOptions } from "fastify";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { limits } from "../../src/graphql/limits.js";
import { openTestApp, type TestApp, PUBLISHED_CASES } from "../support/app.js";
import { firstError, type ErrorAnswer } from "../support/ask.js";

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

const post = (query: string, variables?: object): InjectOptions => sent({ query, variables });
const sent = (payload: string | object, type = "application/json"): InjectOptions => ({
  ...{ method: "POST", url: "/graphql", payload },
  headers: { "content-type": type },
});
const get = (parameters: Record<string, string>): InjectOptions => ({
  method: "GET",
  url: `/graphql?${new URLSearchParams(parameters).toString()}`,
});
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");
const deep = (depth: number): string =>
  `{ region(code: "zhejiang") { ${"parent { ".repeat(depth - 2)}key${" }".repeat(depth)}`;
const manyAliases = (count: number): string => `{ serviceInfo { ${many(count, (i) => `a${i}: version`)} } }`;
const costly = (first: number): string =>
  `{ cases(first: ${first}) { nodes { evidence(first: 100) { nodes { id } } } } }`;
const pageOfCases = "query ($n: Int) { cases(first: $n) { totalCount } }";
const search = "query ($q: String!) { searchCases(query: $q) { totalCount } }";
const bytesOver = 262_145;
const tooLong = `{"query":"${"x".repeat(bytesOver - '{"query":""}'.length)}"}`;

type Refused = readonly [what: string, status: number, code: string, request: InjectOptions];

const elevenFields = `{ ${many(11, () => "tags { key }")} }`;
const manyTokens = `{ tags { ${many(2000, () => "key")} } }`;
const manyIds = post("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array(101).fill("x") });
const form = sent("query=%7B__typename%7D", "application/x-www-form-urlencoded");
const longQuery = post(search, { q: "镇".repeat(10_000) });

/** Refused in words of our own, so in the caller's language; the error also says these things. */
const inOurWords: readonly (readonly [...Refused, details: object])[] = [
  ["broken JSON", 400, "BAD_REQUEST", sent('{"query"'), {}],
  ["a wrong content type", 415, "UNSUPPORTED_MEDIA_TYPE", sent("{ __typename }", "text/plain"), {}],
  ["a form", 415, "UNSUPPORTED_MEDIA_TYPE", form, {}],
  ["a body over the limit", 413, "BODY_TOO_LARGE", sent(tooLong), { limit: 262_144, sent: bytesOver }],
  ["an operation too deep", 400, "TOO_DEEP", post(deep(16)), { limit: 15, sent: 16 }],
  ["too many aliases", 400, "TOO_MANY_ALIASES", post(manyAliases(16)), { limit: 15, sent: 16 }],
  ["too many root fields", 400, "TOO_MANY_ROOT_FIELDS", post(elevenFields), { limit: 10, sent: 11 }],
  ["too many tokens", 400, "TOO_MANY_TOKENS", post(manyTokens), { limit: 2000, sent: 2005 }],
  ["too high a cost", 400, "TOO_COSTLY", post(costly(100)), { limit: limits.maxCost, sent: 10_201 }],
  ["too many ids", 400, "PAGE_SIZE_OUT_OF_RANGE", manyIds, { limit: 100, sent: 101 }],
  ["10,000 characters to search for", 400, "QUERY_TOO_LONG", longQuery, { limit: 500, sent: 10_000 }],
];

/** Refused by GraphQL and Apollo, in their words. */
const inTheirWords: readonly Refused[] = [
  ["JSON that is no object", 400, "BAD_REQUEST", sent("7")],
  ["a batch", 400, "BAD_REQUEST", sent([{ query: "{ __typename }" }])],
  ["no query", 400, "BAD_REQUEST", sent({})],
  ["variables that are a list", 400, "BAD_REQUEST", sent({ query: pageOfCases, variables: [1] })],
  ["a mutation by GET", 405, "METHOD_NOT_ALLOWED", get({ query: "mutation { drop }" })],
  ["a mutation", 400, "BAD_USER_INPUT", post("mutation { drop }")],
  ["a subscription", 400, "BAD_USER_INPUT", post("subscription { cases }")],
  ["a syntax error", 400, "GRAPHQL_PARSE_FAILED", post("{ cases { nodes { slug }")],
  ["a lone surrogate in a literal", 400, "GRAPHQL_PARSE_FAILED", post('{ case(slug: "\ud800") { id } }')],
  ["a NUL in the document", 400, "GRAPHQL_PARSE_FAILED", post("{ cases\u0000 { totalCount } }")],
  ["an unknown field", 400, "GRAPHQL_VALIDATION_FAILED", post("{ cases { nodes { budget } } }")],
  ["an unknown argument", 400, "GRAPHQL_VALIDATION_FAILED", post("{ cases(offset: 3) { totalCount } }")],
  [
    "a literal of a wrong type",
    400,
    "GRAPHQL_VALIDATION_FAILED",
    post('{ cases(first: "a") { totalCount } }'),
  ],
  ["a variable of a wrong type", 400, "BAD_USER_INPUT", post(pageOfCases, { n: "ten" })],
  ["a number that is no Int", 400, "BAD_USER_INPUT", post(pageOfCases, { n: 2 ** 31 })],
  ["a missing variable", 400, "BAD_USER_INPUT", post(search)],
  [
    "an operation it has not",
    400,
    "OPERATION_RESOLUTION_FAILURE",
    sent({ query: "query A { __typename }", operationName: "B" }),
  ],
];

async function refusal(request: InjectOptions, language: string) {
  const headers = { ...request.headers, "accept-language": language };
  const response = await app.http.inject({ ...request, headers });
  expect(response.json<ErrorAnswer>().data ?? null).toBeNull();
  expect(response.body).not.toMatch(/stack|sqlite|node_modules/i);
  const { message, ...rest } = firstError(response);
  return { status: response.statusCode, message: String(message), rest };
}

describe("a request with", () => {
  test.each(inOurWords)("%s gets %i %s, in both languages", async (_what, status, code, request, details) => {
    for (const [language, letters] of [
      ["en", /^[^\p{Script=Han}]+$/u],
      ["zh", /\p{Script=Han}/u],
    ] as const) {
      const answer = await refusal(request, language);
      expect(answer).toMatchObject({ status, rest: { code, ...details } });
      expect(answer.message).toMatch(letters);
      for (const detail of Object.values(details)) expect(answer.message).toContain(String(detail));
    }
  });

  test.each(inTheirWords)("%s gets %i %s", async (_what, status, code, request) => {
    for (const language of ["en", "zh"]) {
      expect(await refusal(request, language)).toMatchObject({ status, rest: { code } });
    }
  });

  test("a depth, a number of aliases and a cost at the limit is answered", async () => {
    expect((await app.ask(deep(15))).errors).toBeUndefined();
    expect((await app.ask(manyAliases(15))).errors).toBeUndefined();
    const first = Math.floor((limits.maxCost - 1) / 102);
    expect(await app.ask(costly(first))).toMatchObject({
      status: 200,
      extensions: { cost: { requested: 1 + 102 * first, maximum: limits.maxCost } },
    });
    expect((await app.ask(costly(first + 1))).errors?.[0]?.extensions["code"]).toBe("TOO_COSTLY");
  });

  test("500 characters to search for is answered, counted as a reader counts them", async () => {
    expect((await app.ask(search, { q: "🏭".repeat(500) })).errors).toBeUndefined();
    expect((await app.ask(search, { q: "🏭".repeat(501) })).errors?.[0]?.extensions["sent"]).toBe(501);
  });

  test("bytes that are no UTF-8 is read as well as it can be", async () => {
    const payload = Buffer.concat([
      Buffer.from('{"query":"{ case(slug: \\"'),
      Buffer.from([0xff, 0xc0]),
      Buffer.from('\\") { id } }"}'),
    ]);
    const response = await app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload,
    });
    expect([response.statusCode, response.json()]).toMatchObject([200, { data: { case: null } }]);
  });

  test("properties that GraphQL does not know is answered as if they were not there", async () => {
    const response = await app.http.inject(sent({ query: "{ __typename }", colour: "red" }));
    expect(response.json()).toMatchObject({ data: { __typename: "Query" } });
  });
});

describe("a slug or an id", () => {
  test.each(["case(slug: $text)", "town(slug: $text)", "practice(slug: $text)", "region(code: $text)"])(
    "that nothing has makes %s null, whatever it looks like",
    async (field) => {
      for (const text of [
        "no-such",
        "",
        " ",
        "../../etc/passwd",
        "\u0000",
        "🏭",
        "\ud800",
        "x".repeat(10_000),
      ]) {
        const answer = await app.ask(`query ($text: String!) { found: ${field} { id } }`, { text });
        expect([text, answer.status, answer.data, answer.errors]).toEqual([
          text,
          200,
          { found: null },
          undefined,
        ]);
      }
    },
  );

  test("of another type, malformed or unknown is null in nodes, which keeps its length and order", async () => {
    const { case: known } = await app.data<{ case: { id: string; town: { id: string } } }>(
      '{ case(slug: "zhuji-hosiery-town") { id town { id } } }',
    );
    const inside = Buffer.from(known.id, "base64url").toString();
    const idOf = (text: string) => Buffer.from(text).toString("base64url");
    const bad = [
      idOf(inside.replace("Case", "Town")),
      idOf(inside.replace("Case", "Narrative")),
      idOf(inside.replace("Case", "case")),
      idOf(inside.toUpperCase()),
      idOf(`${inside}:x`),
      idOf("Case:00000000-0000-5000-8000-000000000000"),
      idOf("Case:"),
      idOf("Evidence:' OR 1=1 --"),
      ...[
        `${known.id}=`,
        `${known.id}\u0000`,
        ` ${known.id}`,
        known.id.slice(1),
        "zhuji-hosiery-town",
        inside,
      ],
      ...["", "💥", "\ud800", "null", "0", "x".repeat(10_000)],
    ];
    const { nodes } = await app.data<{ nodes: unknown[] }>(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
      { ids: [known.id, ...bad, known.town.id, known.id] },
    );
    expect(nodes).toEqual([
      { __typename: "Case", id: known.id },
      ...bad.map(() => null),
      { __typename: "Town", id: known.town.id },
      { __typename: "Case", id: known.id },
    ]);
    for (const id of bad) {
      expect(await app.data("query ($id: ID!) { node(id: $id) { id } }", { id })).toEqual({ node: null });
    }
  });
});
