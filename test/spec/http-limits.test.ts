import { getIntrospectionQuery } from "graphql";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "../../src/graphql/limits.js";
import { ask, firstError, type ErrorAnswer } from "../support/ask.js";
import { startSmallServer, type SmallServer } from "../support/small-server.js";

describe("the limits on an operation", () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await startSmallServer({ config: { operationTimeoutMs: 200 } });
  });
  afterAll(() => server.close());

  const nested = (depth: number) =>
    `{ towns(first: 1) { nodes { ${"sister { ".repeat(depth - 3)}name${" }".repeat(depth)}`;
  const times = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i));
  const introspection = (depth: number) =>
    `{ __schema { types { ${"ofType { ".repeat(depth - 3)}name${" }".repeat(depth)}`;

  it.each([
    ["maxTokens", "TOO_MANY_TOKENS", 2000, (n: number) => `{ ${"hello ".repeat(n - 2)}}`],
    ["maxDepth", "TOO_DEEP", 15, nested],
    [
      "maxAliases",
      "TOO_MANY_ALIASES",
      15,
      (n: number) => `{ towns(first: 1) { ${times(n, (i) => `a${i}: totalCount`).join(" ")} } }`,
    ],
    ["maxRootFields", "TOO_MANY_ROOT_FIELDS", 10, (n: number) => `{ __typename ${"hello ".repeat(n)}}`],
    [
      "maxOperations",
      "TOO_MANY_OPERATIONS",
      5,
      (n: number) => times(n, (i) => `query Q${i} { hello }`).join(" "),
    ],
    [
      "maxDirectives",
      "TOO_MANY_DIRECTIVES",
      50,
      (n: number) => `{ towns(first: 1) { ${"totalCount @skip(if: false) ".repeat(n)} } }`,
    ],
    ["maxIntrospectionDepth", "TOO_DEEP", 15, introspection],
    [
      "maxIntrospectionRootFields",
      "TOO_MANY_ROOT_FIELDS",
      2,
      (n: number) => `{ ${'__type(name: "Town") { name } '.repeat(n)}}`,
    ],
  ] as const)("%s answers %s over %i, and lets %3$i pass", async (limitName, code, limit, document) => {
    expect(limits[limitName]).toBe(limit);
    const payload = (n: number) => ({
      query: document(n),
      operationName: limitName === "maxOperations" ? "Q0" : undefined,
    });
    const within = await server.app.inject({ method: "POST", url: "/graphql", payload: payload(limit) });
    // A document of two thousand tokens has too many root fields; what matters is that it is no more refused for its length.
    if (limitName === "maxTokens") expect(firstError(within)["code"]).toBe("TOO_MANY_ROOT_FIELDS");
    else expect(within.json<ErrorAnswer>().errors).toBeUndefined();

    const over = await server.app.inject({ method: "POST", url: "/graphql", payload: payload(limit + 1) });
    expect(over.statusCode).toBe(400);
    const error = firstError(over);
    expect(error).toMatchObject({ code, limitName, limit, sent: limit + 1 });
    for (const part of [limitName, limit, limit + 1]) expect(error["message"]).toContain(String(part));
  });

  it("count what fragments bring", async () => {
    const doubling = times(
      10,
      (i) => `fragment F${i} on Town { a: sister { ...F${i + 1} } b: sister { ...F${i + 1} } }`,
    );
    const document = `{ towns(first: 1) { nodes { ...F0 } } } ${doubling.join(" ")} fragment F10 on Town { name }`;
    const response = await ask(server.app, document);
    expect(firstError(response)).toMatchObject({ code: "TOO_MANY_ALIASES", sent: 2 ** 11 - 2 });
  });

  it("are known before a broken document is, for a document that is too long", async () => {
    expect(firstError(await ask(server.app, `{ hello ${"} ".repeat(3000)}`))).toMatchObject({
      code: "TOO_MANY_TOKENS",
    });
    expect(firstError(await ask(server.app, `{ ${"hello ".repeat(200_000 / 6)}`))).toMatchObject({
      code: "TOO_MANY_TOKENS",
      sent: 10_000,
    });
  });

  it("hold for GET too", async () => {
    const search = new URLSearchParams({ query: nested(16) }).toString();
    expect(firstError(await server.app.inject({ url: `/graphql?${search}` }))).toMatchObject({
      code: "TOO_DEEP",
    });
  });

  it("refuse an operation that asks for too many objects, and say what it cost", async () => {
    const query =
      "query ($first: Int) { towns(first: $first) { nodes { towns(first: 20) { nodes { name } } } } }";
    const cheap = (await ask(server.app, query, { first: 10 })).json<ErrorAnswer>();
    expect(cheap).toMatchObject({ data: {}, extensions: { cost: { requested: 221, maximum: 1000 } } });
    const dear = await ask(server.app, query, { first: 100 });
    expect(dear.statusCode).toBe(400);
    expect(firstError(dear)).toMatchObject({
      code: "TOO_COSTLY",
      limitName: "maxCost",
      limit: 1000,
      sent: 2201,
    });
    expect(dear.json<ErrorAnswer>().extensions).toEqual({ cost: { requested: 2201, maximum: 1000 } });
  });

  it("say the cost on an answer with errors, once it is known", async () => {
    expect((await ask(server.app, "{ towns { totalCount } broken }")).json<ErrorAnswer>().extensions).toEqual(
      {
        cost: { requested: 2, maximum: 1000 },
      },
    );
    expect((await ask(server.app, "{ nothing }")).json<ErrorAnswer>().extensions).toBeUndefined();
  });

  it("leave room for the usual introspection, which costs nothing", async () => {
    const options = {
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      oneOf: true,
    };
    const answer = (await ask(server.app, getIntrospectionQuery(options))).json<ErrorAnswer>();
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.cost.requested).toBe(0);
  });

  it("stop introspection that goes round in circles", async () => {
    const response = await ask(
      server.app,
      "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
    );
    expect(response.statusCode).toBe(400);
    expect(firstError(response)).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("end an operation that takes too long, and serve the next one", async () => {
    const response = await ask(server.app, "{ slow(ms: 400) }");
    expect(response.statusCode).toBe(503);
    expect(firstError(response)).toMatchObject({ code: "OPERATION_TIMED_OUT" });
    await sleep(300);
    expect((await ask(server.app, "{ slow(ms: 1) }")).json()).toMatchObject({ data: { slow: "done" } });
    expect(server.log.filter((line) => String(line["msg"]).includes("already sent"))).toEqual([]);
  });

  it("refuse what took too long also where no timer could run meanwhile", async () => {
    const response = await ask(server.app, "{ busy(ms: 400) }");
    expect([response.statusCode, firstError(response)]).toMatchObject([503, { code: "OPERATION_TIMED_OUT" }]);
  });

  it("explain themselves in Chinese", async () => {
    const response = await ask(server.app, nested(16), {}, { "accept-language": "zh" });
    expect(firstError(response)["message"]).toBe("操作的嵌套深度为 16，上限（maxDepth）为 15。");
  });
});
