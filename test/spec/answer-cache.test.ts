import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf } from "../support/content.js";

/** The cache of finished answers, seen from outside. */
let app: TestApp;
let origin: string;
const content = (...slugs: string[]) => contentOf(slugs.map((slug) => aCase({ slug })));

beforeAll(async () => {
  app = await openTestApp(content("one", "two"));
  origin = await app.http.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  readonly isKept: boolean;
}

/** Without the comfort of `fetch`, which decodes and adds headers. */
function send(path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, origin), { method: body === undefined ? "GET" : "POST", headers });
    sent.once("error", reject).once("response", (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .once("end", () => {
          const bytes = Buffer.concat(chunks);
          const isKept = response.headers["cache-status"] === "exemplar; hit";
          resolve({
            ...{ status: response.statusCode ?? 0, headers: response.headers, bytes },
            ...{ text: bytes.toString(), isKept },
          });
        });
    });
    sent.end(body);
  });
}

const post = (parameters: object | string, headers: Record<string, string> = {}) =>
  send(
    "/graphql",
    { "content-type": "application/json", ...headers },
    typeof parameters === "string" ? parameters : JSON.stringify(parameters),
  );
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send(`/graphql?${String(new URLSearchParams(parameters))}`, headers);

let names = 0;
/** An operation that nobody has asked for yet. */
const freshQuery = (fields = "cases { totalCount nodes { slug } }") => `query Fresh${++names} { ${fields} }`;

describe("an answer that has been given before", () => {
  test("is given again byte for byte, with the time its search took", async () => {
    const query = freshQuery('searchCases(query: "") { totalCount searchInfo { tookMs } nodes { slug } }');
    const [first, second] = [await post({ query }), await post({ query })];
    expect([first.isKept, second.isKept]).toEqual([false, true]);
    expect(second.text).toBe(first.text);
    expect(JSON.parse(second.text)).toHaveProperty("extensions.cost");
    const own = ["date", "x-request-id", "cache-status", "etag", "connection", "keep-alive"];
    const shared = ({ headers }: Reply) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
    expect(shared(second)).toEqual(shared(first));
    expect(second.headers["cache-control"]).toBe("public, max-age=10");
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  });

  test("is given for other white space and another order of variables", async () => {
    const query = "query Spaced($a: Int, $b: String) { cases(first: $a, after: $b) { totalCount } }";
    await post({ query, variables: { a: 1, b: null } });
    const other = await post({ variables: { b: null, a: 1 }, query: query.replaceAll(" ", "  \n") });
    expect(other.isKept).toBe(true);
  });

  test("is not given for other variables, another operation or another accepted type", async () => {
    const query =
      "query A($n: Int) { cases(first: $n) { totalCount nodes { slug } } } query B { __typename }";
    const asked = { query, operationName: "A", variables: { n: 1 } };
    await post(asked);
    expect((await post(asked)).isKept).toBe(true);
    expect((await post({ ...asked, variables: { n: 2 } })).isKept).toBe(false);
    expect((await post({ ...asked, operationName: "B" })).isKept).toBe(false);
    const accept = "application/graphql-response+json";
    const other = await post(asked, { accept });
    expect([other.isKept, other.headers["content-type"]]).toEqual([false, `${accept}; charset=utf-8`]);
  });

  test("is the same whatever language the client prefers", async () => {
    const query = freshQuery();
    const [en, zh] = [
      await post({ query }, { "accept-language": "en" }),
      await post({ query }, { "accept-language": "zh", authorization: "none, to pass the cache" }),
    ];
    expect(zh.isKept).toBe(false);
    expect(zh.text).toBe(en.text);
  });

  test("is forgotten as soon as something is published", async () => {
    const query = freshQuery();
    await post({ query });
    expect((await post({ query })).isKept).toBe(true);
    await app.seed(content("one", "two", "three"));
    const after = await post({ query });
    expect(after.isKept).toBe(false);
    expect(after.text).toContain('"three"');
  });

  test("is made once, however many ask for it at the same time", async () => {
    const query = freshQuery("cases { nodes { slug sections { kind } town { slug } } }");
    const replies = await Promise.all(Array.from({ length: 20 }, () => post({ query })));
    expect(replies.filter(({ isKept }) => !isKept)).toHaveLength(1);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });
});

describe("an answer is not kept", () => {
  test.each([
    [
      "with errors",
      { query: '{ a: cases { totalCount } b: cases(filter: { tags: ["none"] }) { totalCount } }' },
    ],
    ["of a document that is none", { query: "{ cases {" }],
    ["that says how the index stands now", { query: "{ serviceInfo { search { indexedAt } } }" }],
  ])("%s", async (_what, parameters) => {
    for (let round = 0; round < 3; round++) {
      const reply = await post(parameters);
      expect([reply.isKept, reply.headers["cache-control"]]).toEqual([false, "no-store"]);
    }
  });

  test.each([
    ["authorization", "Bearer x"],
    ["cookie", "a=b"],
  ])("for a request with %s", async (name, value) => {
    const query = freshQuery();
    for (let round = 0; round < 2; round++)
      expect((await post({ query }, { [name]: value })).isKept).toBe(false);
  });

  test("for variables that are no JSON, though the same without variables is", async () => {
    const query = freshQuery();
    await get({ query });
    const reply = await get({ query, variables: "{" });
    expect([reply.isKept, reply.status]).toEqual([false, 400]);
  });
});

describe("by GET", () => {
  test("who has an answer is told so, the first time and later", async () => {
    const query = freshQuery();
    const first = await get({ query });
    const { etag = "" } = first.headers;
    expect(etag).not.toBe("");
    for (const headers of [{ "if-none-match": etag }, { "if-none-match": `W/${etag}, "other"` }]) {
      const again = await get({ query }, headers);
      expect([again.status, again.bytes.length, again.isKept]).toEqual([304, 0, true]);
      const { etag: tag, vary, "cache-control": control, "content-type": type } = again.headers;
      expect([tag, vary, control]).toEqual([etag, first.headers.vary, first.headers["cache-control"]]);
      expect([again.headers["access-control-allow-origin"], type]).toEqual(["*", undefined]);
    }
    await app.seed(content("one", "two"));
    await app.seed(content("one", "two", "three"));
    const later = await get({ query }, { "if-none-match": etag });
    expect([later.status, later.isKept]).toEqual([304, false]);
  });

  test("who names a document by its hash is answered from what is kept, and told that it has it", async () => {
    const query = freshQuery();
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    expect((await get({ extensions })).text).toContain("PERSISTED_QUERY_NOT_FOUND");
    const told = await get({ query, extensions });
    const [first, second] = [await get({ extensions }), await get({ extensions })];
    expect([first.isKept, second.isKept]).toEqual([false, true]);
    expect([first.text, second.text]).toEqual([told.text, told.text]);
    const { etag = "" } = second.headers;
    expect((await get({ extensions }, { "if-none-match": etag })).status).toBe(304);
  });

  test("a tag holds for its own address and accepted type alone, and for nothing that has changed since", async () => {
    const [query, other] = [freshQuery(), freshQuery("cases { nodes { title { zh } } }")];
    const { etag = "" } = (await get({ query })).headers;
    const tagged = { "if-none-match": etag };
    const asTagged = async (text: string, headers = {}) =>
      (await get({ query: text }, { ...tagged, ...headers })).status;
    expect([await asTagged(query), await asTagged(query), await asTagged(query)]).toEqual([304, 304, 304]);
    expect([await asTagged(other), await asTagged(other)]).toEqual([200, 200]);
    const accept = "application/graphql-response+json";
    const otherType = await get({ query }, { ...tagged, accept });
    expect(otherType.isKept).toBe(false);
    await app.seed(content("one", "two", "three", "four", "five"));
    const changed = [await get({ query }, tagged), await get({ query }, tagged)];
    for (const { status, text } of changed) {
      expect(status).toBe(200);
      expect(text).toContain("five");
    }
    await app.seed(content("one", "two", "three"));
  });
});

describe("compressed", () => {
  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("by %s an answer is the same, and has a tag of its own", async (encoding, decompress) => {
    const query = freshQuery(`{ __type(name: "Case") { fields { name description } } }`.slice(2, -2));
    const plain = await get({ query });
    const small = await get({ query }, { "accept-encoding": encoding });
    expect(small.headers["content-encoding"]).toBe(encoding);
    expect(decompress(small.bytes).toString()).toBe(plain.text);
    expect(small.bytes.length).toBeLessThan(plain.bytes.length);
    expect(small.headers.etag).not.toBe(plain.headers.etag);
    expect(small.headers.vary).toBe("Accept, Accept-Encoding");
  });

  test("the first answer is too, and who has it by then is told so after a publication that changed nothing of it", async () => {
    const query = freshQuery(`{ __type(name: "Case") { fields { name description } } }`.slice(2, -2));
    const browser = { "accept-encoding": "gzip, br" };
    const first = await get({ query }, browser);
    expect([first.isKept, first.headers["content-encoding"]]).toEqual([false, "br"]);
    await app.seed(content("one", "two", "three", "four"));
    const { etag = "" } = first.headers;
    const later = await get({ query }, { ...browser, "if-none-match": etag });
    const again = await get({ query }, { ...browser, "if-none-match": etag });
    expect([later.status, later.isKept, again.status, again.isKept]).toEqual([304, false, 304, true]);
    const own = ["date", "x-request-id", "cache-status"];
    const shared = ({ headers }: Reply) =>
      Object.keys(headers).filter((name) => !own.includes(name) && !/ratelimit/.test(name));
    expect(shared(later).sort()).toEqual(shared(again).sort());
  });
});

test("with the cache switched off every answer is made anew", async () => {
  const without = await openTestApp(content("one"), { EXEMPLAR_ANSWER_CACHE_BYTES: "off" });
  const url = await without.http.listen({ port: 0, host: "127.0.0.1" });
  for (let round = 0; round < 2; round++) {
    const reply = await fetch(`${url}/graphql?query={cases{totalCount}}`);
    expect([reply.status, reply.headers.get("cache-status")]).toEqual([200, null]);
    expect(reply.headers.get("cache-control")).toBe("public, max-age=10");
  }
  await without.close();
});

describe("no answer is given to another question", () => {
  test("whose body is what a question means", async () => {
    const query = "{ __typename }";
    await post({ query });
    await post({ query });
    for (const body of [`\n["${query}",null,{}]`, `["{__typename}",null,{}]`]) {
      expect((await send("/graphql", { "content-type": "application/json" }, body)).status).toBe(400);
    }
  });

  test("whose number is too large for JSON", async () => {
    const query = "query($f: CaseFilter) { cases(filter: $f) { totalCount } }";
    const measure = (min: string) =>
      `{"query":${JSON.stringify(query)},"variables":{"f":{"measures":[{"measure":"enterprises","min":${min}}]}}}`;
    const ask = (min: string) => send("/graphql", { "content-type": "application/json" }, measure(min));
    expect((await ask("null")).status).toBe(200);
    expect((await ask("null")).status).toBe(200);
    expect((await ask("1e400")).status).toBe(400);
  });
});
