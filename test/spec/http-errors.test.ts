import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, firstError, type ErrorAnswer } from "../support/ask.js";
import { startSmallServer, type SmallServer } from "../support/small-server.js";

describe("a request that cannot be answered", () => {
  let server: SmallServer;
  let port: number;
  beforeAll(async () => {
    server = await startSmallServer({ config: { maxBodyBytes: 4096 } });
    port = Number(new URL(await server.app.listen({ host: "127.0.0.1", port: 0 })).port);
  });
  afterAll(() => server.close());

  const json = { "content-type": "application/json" };
  const get = (search: Record<string, string>) => `/graphql?${new URLSearchParams(search).toString()}`;

  it.each([
    [
      "broken JSON",
      400,
      "BAD_REQUEST",
      { method: "POST", url: "/graphql", headers: json, payload: '{"query": ' },
    ],
    ["an empty body", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", headers: json, payload: "" }],
    ["no body at all", 400, "BAD_REQUEST", { method: "POST", url: "/graphql" }],
    ["an object without a query", 400, "BAD_REQUEST", { method: "POST", url: "/graphql", payload: { a: 1 } }],
    [
      "a list of operations",
      400,
      "BAD_REQUEST",
      { method: "POST", url: "/graphql", payload: [{ query: "{hello}" }] },
    ],
    [
      "a poisoned prototype",
      400,
      "BAD_REQUEST",
      { method: "POST", url: "/graphql", headers: json, payload: '{"query":"{hello}","__proto__":{"a":1}}' },
    ],
    [
      "plain text",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      { method: "POST", url: "/graphql", headers: { "content-type": "text/plain" }, payload: "{hello}" },
    ],
    [
      "a form",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      {
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: "query={hello}",
      },
    ],
    [
      "a GET with another content type",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      { method: "GET", url: get({ query: "{hello}" }), headers: { "content-type": "text/plain" } },
    ],
    [
      "an Accept that we have nothing for",
      406,
      "NOT_ACCEPTABLE",
      { method: "POST", url: "/graphql", headers: { accept: "image/png" }, payload: { query: "{hello}" } },
    ],
    [
      "a body over the limit",
      413,
      "BODY_TOO_LARGE",
      { method: "POST", url: "/graphql", payload: { q: "x".repeat(5000) } },
    ],
    ["a syntax error", 400, "GRAPHQL_PARSE_FAILED", { method: "GET", url: get({ query: "{ hello" }) }],
    [
      "an unknown field",
      400,
      "GRAPHQL_VALIDATION_FAILED",
      { method: "GET", url: get({ query: "{ goodbye }" }) },
    ],
    [
      "a parameter given twice",
      400,
      "BAD_REQUEST",
      { method: "GET", url: "/graphql?query={hello}&query={hello}" },
    ],
    [
      "variables that are not JSON",
      400,
      "BAD_REQUEST",
      { method: "GET", url: get({ query: "{hello}", variables: "{" }) },
    ],
    [
      "an operation that the document has not",
      400,
      "OPERATION_RESOLUTION_FAILURE",
      { method: "GET", url: get({ query: "query A { hello }", operationName: "B" }) },
    ],
    [
      "a mutation by GET",
      405,
      "METHOD_NOT_ALLOWED",
      { method: "GET", url: get({ query: "mutation { touch }" }) },
    ],
    [
      "another method",
      405,
      "METHOD_NOT_ALLOWED",
      { method: "PUT", url: "/graphql", payload: { query: "{hello}" } },
    ],
    ["a POST to a page", 405, "METHOD_NOT_ALLOWED", { method: "POST", url: "/explorer", payload: {} }],
    ["an unknown address", 404, "NOT_FOUND", { method: "GET", url: "/graphql/more" }],
    ["an address that is no text", 400, "BAD_REQUEST", { method: "GET", url: "/%zz" }],
    [
      "a Host that is no host",
      400,
      "BAD_REQUEST",
      { method: "GET", url: get({ query: "{hello}" }), headers: { host: "[" } },
    ],
    [
      "a persisted query that is not there",
      200,
      "PERSISTED_QUERY_NOT_FOUND",
      { method: "GET", url: get({ extensions: '{"persistedQuery":{"version":1,"sha256Hash":"00"}}' }) },
    ],
    [
      "a persisted query with a wrong hash",
      400,
      "BAD_REQUEST",
      {
        method: "GET",
        url: get({ query: "{hello}", extensions: '{"persistedQuery":{"version":1,"sha256Hash":"00"}}' }),
      },
    ],
  ] as const)("that has %s gets %i and %s", async (_what, status, code, request) => {
    const response = await server.app.inject(request);
    expect(response.statusCode).toBe(status);
    expect(response.json<ErrorAnswer>().errors).toHaveLength(1);
    expect(firstError(response)).toMatchObject({ code, message: expect.stringMatching(/./) as string });
    expect(response.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(response.headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
    expect((await ask(server.app, "{ hello }")).json()).toMatchObject({ data: { hello: "hello" } });
  });

  it("by its method is told which methods there are", async () => {
    const put = await server.app.inject({ method: "PUT", url: "/graphql" });
    expect(put.headers["allow"]).toBe("GET, POST, OPTIONS");
    const mutation = await server.app.inject({ method: "GET", url: get({ query: "mutation { touch }" }) });
    expect(mutation.headers["allow"]).toBe("POST");
    const head = await server.app.inject({ method: "HEAD", url: "/graphql" });
    expect([head.statusCode, head.headers["allow"]]).toEqual([405, "GET, POST, OPTIONS"]);
    for (const url of ["/export/toys.csv", "/", "/healthz"]) {
      expect((await server.app.inject({ method: "HEAD", url })).statusCode).toBe(200);
      const post = await server.app.inject({ method: "POST", url });
      expect([post.statusCode, post.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
  });

  it.each(["/graphql", "/export/toys.csv"])(
    "by its method on %s is told so also where JSON is announced and none comes",
    async (url) => {
      for (const method of ["PUT", "DELETE", "PATCH"] as const) {
        const response = await fetch(`http://127.0.0.1:${port}${url}`, { method, headers: json });
        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toMatch(/^GET, .*OPTIONS$/);
        expect(response.headers.get("access-control-allow-origin")).toBe("*");
      }
    },
  );

  it.each(["gbk", "utf-16", "latin1"])("in the charset %s is refused by name", async (charset) => {
    const response = await post(`application/json; charset=${charset}`);
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining(`"${charset}"`) as string,
          extensions: { code: "UNSUPPORTED_MEDIA_TYPE" },
        },
      ],
    });
  });

  it("is none in UTF-8, however that is spelled", async () => {
    for (const charset of ["utf-8", "UTF-8", "utf8", '"Utf-8"']) {
      expect((await post(`application/json;charset=${charset}`)).status).toBe(200);
    }
  });
  const post = (contentType: string) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": contentType },
      body: '{"query":"{ hello }"}',
    });

  it.each([
    ["of a wrong type", 'query ($n: Int!) { echo(text: "a", times: $n) }', { n: "many" }],
    ["that is missing", 'query ($n: Int!) { echo(text: "a", times: $n) }', {}],
    [
      "that is null where an argument must not be",
      'query ($n: Int = 1) { echo(text: "a", times: $n) }',
      { n: null },
    ],
    [
      "list with more faults than are counted",
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids: Array<object>(20).fill({}) },
    ],
  ])("because of a variable %s says BAD_USER_INPUT", async (_what, query, variables) => {
    const response = await ask(server.app, query, variables);
    const codes = response.json<ErrorAnswer>().errors.map((error) => error.extensions["code"]);
    expect(new Set(codes)).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(codes.length).toBeLessThanOrEqual(11);
    expect(response.statusCode).toBe(response.json<ErrorAnswer>().data ? 200 : 400);
  });

  it("names the limit of the body and what was sent", async () => {
    const response = await server.app.inject({
      method: "POST",
      url: "/graphql",
      payload: { q: "x".repeat(5000) },
    });
    expect(firstError(response)).toMatchObject({ limitName: "maxBodyBytes", limit: 4096, sent: 5008 });
  });

  it("has the content type of GraphQL where it is asked for", async () => {
    const response = await server.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { ...json, accept: "application/graphql-response+json" },
      payload: "{",
    });
    expect(response.headers["content-type"]).toBe("application/graphql-response+json; charset=utf-8");
  });

  it("is told so in Chinese where Chinese is preferred, with the same code", async () => {
    const response = await server.app.inject({
      url: "/nowhere",
      headers: { "accept-language": "zh-CN,en;q=0.8" },
    });
    expect(firstError(response)).toEqual({ message: "此地址没有内容。", code: "NOT_FOUND" });
    expect(response.headers).toMatchObject({ "content-language": "zh", vary: "Accept-Language" });
  });

  it("is refused on a real connection while a body of unknown length is still coming", async () => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: json,
      body: new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode("x".repeat(1024)));
        },
      }),
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "BODY_TOO_LARGE", limit: 4096 } }],
    });
  });

  it.each([
    ["that is not HTTP", "not HTTP at all\r\n\r\n", "400 Bad Request", "BAD_REQUEST"],
    [
      "with headers without end",
      `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`,
      "431 Request Header Fields Too Large",
      "HEADERS_TOO_LARGE",
    ],
    ["without a Host", "GET /graphql?query={hello} HTTP/1.0\r\n\r\n", "400 Bad Request", "BAD_REQUEST"],
  ])("on a real connection, %s, has the same shape", async (_what, bytes, status, code) => {
    const text = await exchange(port, bytes);
    expect(text.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
    const id = /^x-request-id: ([\da-f-]{36})\r$/m.exec(text)?.[1];
    expect(id).toBeDefined();
    expect(text).toMatch(/^access-control-allow-origin: \*\r$/m);
    expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4))).toMatchObject({
      errors: [{ extensions: { code } }],
    });
  });
});

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("end", () => {
      resolve(text);
    });
    socket.on("error", reject);
  });
}
