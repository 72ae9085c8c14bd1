import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { InjectOptions } from "fastify";
import { limits } from "../../src/graphql/limits.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { ask, firstError, type ErrorAnswer } from "../support/ask.js";
import { placesForValues, operationWith } from "../support/schema-fields.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

afterEach(async () => {
  const { cases } = await app.data<{ cases: object }>("{ cases(first: 1) { totalCount nodes { slug } } }");
  expect(cases).toMatchObject({ totalCount: 10, nodes: [{ slug: expect.any(String) as string }] });
});

const json = { "content-type": "application/json" };
const post = (query: string, variables?: object): InjectOptions => ({
  method: "POST",
  url: "/graphql",
  payload: { query, variables },
});
const get = (parameters: Record<string, string>): InjectOptions => ({
  method: "GET",
  url: `/graphql?${new URLSearchParams(parameters).toString()}`,
});
const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

const deep = (depth: number) =>
  `{ region(code: "zhejiang") { ${"parent { ".repeat(depth - 2)}key${" }".repeat(depth - 1)} }`;
const costly = "{ cases(first: 100) { nodes { evidence(first: 100) { nodes { id } } } } }";

/** What, status, code, request, and what else the error tells. */
const requests: readonly (readonly [string, number, string, InjectOptions, object?])[] = [
  ["broken JSON", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", headers: json, payload: '{"query"' }],
  ["JSON that is no object", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", headers: json, payload: "7" }],
  ["a batch", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", payload: [{ query: "{ __typename }" }] }],
  ["no query", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", payload: {} }],
  [
    "a wrong content type",
    415,
    "UNSUPPORTED_MEDIA_TYPE",
    { method: "POST", url: "/graphql", headers: { "content-type": "text/plain" }, payload: "{ __typename }" },
  ],
  [
    "a body over the limit",
    413,
    "BODY_TOO_LARGE",
    post(`# ${"x".repeat(262_144)}`),
    { limitName: "maxBodyBytes", limit: 262_144, sent: 262_144 + JSON.stringify({ query: "# " }).length },
  ],
  ["a mutation by GET", 405, "METHOD_NOT_ALLOWED", get({ query: "mutation { drop }" })],
  ["a syntax error", 400, "GRAPHQL_PARSE_FAILED", post("{ cases { nodes { slug }")],
  ["a lone surrogate in the document", 400, "GRAPHQL_PARSE_FAILED", post('{ case(slug: "\ud800") { id } }')],
  ["an unknown field", 400, "GRAPHQL_VALIDATION_FAILED", post("{ cases { nodes { budget } } }")],
  ["an unknown argument", 400, "GRAPHQL_VALIDATION_FAILED", post("{ cases(offset: 3) { totalCount } }")],
  ["a wrong literal", 400, "GRAPHQL_VALIDATION_FAILED", post('{ cases(first: "ten") { totalCount } }')],
  ["a mutation", 400, "GRAPHQL_VALIDATION_FAILED", post("mutation { drop }")],
  ["a subscription", 400, "GRAPHQL_VALIDATION_FAILED", post("subscription { cases }")],
  [
    "a variable of a wrong type",
    400,
    "BAD_USER_INPUT",
    post("query ($n: Int) { cases(first: $n) { totalCount } }", { n: "ten" }),
  ],
  [
    "a number that is no Int",
    400,
    "BAD_USER_INPUT",
    post("query ($n: Int) { cases(first: $n) { totalCount } }", { n: 2 ** 31 }),
  ],
  [
    "an unknown field in a filter",
    400,
    "BAD_USER_INPUT",
    post("query ($f: CaseFilter) { cases(filter: $f) { totalCount } }", { f: { colour: ["red"] } }),
  ],
  [
    "an operation that is not there",
    400,
    "OPERATION_RESOLUTION_FAILURE",
    { method: "POST", url: "/graphql", payload: { query: "query A { __typename }", operationName: "B" } },
  ],
  ["an operation too deep", 400, "TOO_DEEP", post(deep(16)), { limitName: "maxDepth", limit: 15, sent: 16 }],
  [
    "too many aliases",
    400,
    "TOO_MANY_ALIASES",
    post(`{ serviceInfo { ${many(16, (i) => `a${i}: version`)} } }`),
    { limitName: "maxAliases", limit: 15, sent: 16 },
  ],
  [
    "too many root fields",
    400,
    "TOO_MANY_ROOT_FIELDS",
    post(`{ ${many(11, () => "tags { key }")} }`),
    { limitName: "maxRootFields", limit: 10, sent: 11 },
  ],
  [
    "too many tokens",
    400,
    "TOO_MANY_TOKENS",
    post(`{ tags { ${many(2000, () => "key")} } }`),
    { limitName: "maxTokens", limit: 2000, sent: 2005 },
  ],
  [
    "too high a cost",
    400,
    "TOO_COSTLY",
    post(costly),
    { limitName: "maxCost", limit: limits.maxCost, sent: 1 + 100 * (1 + 1 + 100) },
  ],
  [
    "too many ids",
    400,
    "PAGE_SIZE_OUT_OF_RANGE",
    post("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array(101).fill("x") }),
    { argument: "ids", limit: 100, sent: 101 },
  ],
  [
    "10,000 characters to search for",
    400,
    "QUERY_TOO_LONG",
    post("query ($q: String!) { searchCases(query: $q) { totalCount } }", { q: "镇".repeat(10_000) }),
    { argument: "query", limitName: "maxQueryLength", limit: 500, sent: 10_000 },
  ],
];

/** Their words are GraphQL's and Apollo's, in English. */
const wordedByGraphQL = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "METHOD_NOT_ALLOWED",
]);

describe("a request with", () => {
  test.each(requests)("%s gets %i %s", async (_what, status, code, request, details = {}) => {
    const response = await app.http.inject(request);
    expect(response.statusCode).toBe(status);
    expect(response.json<ErrorAnswer>().data).toBeUndefined();
    expect(firstError(response)).toMatchObject({ code, ...details });
    expect(response.body).not.toMatch(/stack|sqlite|node_modules/i);

    const chinese = await app.http.inject({ ...request, headers: { ...request.headers, "accept-language": "zh" } });
    expect(chinese.statusCode).toBe(status);
    const { message, ...rest } = firstError(chinese);
    expect(rest).toMatchObject({ code, ...details });
    const isOurs = !wordedByGraphQL.has(code) && !isApollos(firstError(response)["message"]);
    expect(/\p{Script=Han}/u.test(String(message))).toBe(isOurs);
    if (isOurs) for (const value of Object.values(details)) expect(message).toContain(String(value));
  });

  const isApollos = (message: unknown) => /^(POST body|Operation batching|GraphQL operations)/.test(String(message));

  test("a depth, a cost and a number of aliases at the limit is answered", async () => {
    expect((await app.ask(deep(15))).errors).toBeUndefined();
    expect((await app.ask(`{ serviceInfo { ${many(15, (i) => `a${i}: version`)} } }`)).errors).toBeUndefined();
    const { extensions } = await app.ask("{ cases(first: 45) { nodes { evidence(first: 100) { nodes { id } } } } }");
    expect(extensions).toEqual({ cost: { requested: 4591, maximum: 4692 } });
  });
});
