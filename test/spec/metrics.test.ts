import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { readSearch } from "../../src/search/search-reading.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf } from "../support/content.js";
import { samplesIn, sumOf, type Sample } from "../support/metrics.js";

const token = "a-token-of-the-tests";
const bearer = { authorization: `Bearer ${token}` };
const content = (...slugs: string[]) => contentOf(slugs.map((slug) => aCase({ slug })));

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await openTestApp(content("one", "two"), {
    EXEMPLAR_METRICS_TOKEN: token,
    EXEMPLAR_RATE_LIMIT: "40",
  });
  origin = await app.http.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

const samples = async (): Promise<Sample[]> =>
  samplesIn(await (await fetch(`${origin}/metrics`, { headers: bearer })).text());
const post = (query: string, operationName?: string) =>
  fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, operationName }),
  }).then((response) => response.text());

/** What has been added to a counter by doing this. */
async function added(work: () => Promise<unknown>, name: string, labels: Record<string, string> = {}) {
  const before = sumOf(await samples(), name, labels) ?? 0;
  await work();
  // An answer may be read before it is counted.
  await new Promise(setImmediate);
  return (sumOf(await samples(), name, labels) ?? 0) - before;
}

describe("the metrics", () => {
  test.each([
    ["nothing", {}],
    ["another token", { authorization: "Bearer of-another-service" }],
    ["another scheme", { authorization: `Basic ${token}` }],
  ])("are not for who sends %s", async (_what, headers) => {
    const response = await fetch(`${origin}/metrics`, { headers });
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, body.errors[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="metrics"');
  });

  test("are text that Prometheus reads, not to be kept by anybody", async () => {
    const { headers } = await fetch(`${origin}/metrics`, { headers: bearer });
    expect(headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("tell of the process too, and of the delay of its event loop", async () => {
    const found = await samples();
    for (const name of [
      "process_cpu_seconds_total",
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
    ])
      expect(sumOf(found, name), name).toBeGreaterThanOrEqual(0);
  });
});

describe("an operation is counted", () => {
  const counter = "exemplar_operations_total";

  test("by its name, executed and kept", async () => {
    const query = "query PortalHome { cases { totalCount } }";
    expect(
      await added(() => post(query), counter, { operation: "PortalHome", outcome: "ok", from: "executed" }),
    ).toBe(1);
    const again = () => post(query);
    expect(await added(again, counter, { operation: "PortalHome", outcome: "ok", from: "kept" })).toBe(1);
    expect(
      await added(again, "exemplar_operation_seconds_count", { operation: "PortalHome", from: "kept" }),
    ).toBe(1);
    expect(await added(again, "exemplar_cache_hits_total", { cache: "answers" })).toBe(1);
    expect(await added(again, "exemplar_http_requests_total", { route: "/graphql", status: "200" })).toBe(1);
  });

  test.each([
    ["without a name", "{ regions { code } }", "anonymous", "ok"],
    ["by a name that its client has made up", "query Invented { regions { code } }", "other", "ok"],
    [
      "with the code of its error",
      "query Invented { cases(first: 9999) { totalCount } }",
      "other",
      "PAGE_SIZE_OUT_OF_RANGE",
    ],
    ["when nobody can make it out", "query PortalHome { nothingLikeThis }", "none", "refused"],
  ])("%s", async (_how, query, operation, outcome) => {
    expect(await added(() => post(query), counter, { operation, outcome, from: "executed" })).toBe(1);
  });

  test("by few labels, whatever clients send", async () => {
    for (let number = 0; number < 5; number++) await post(`query Made${number}Up { regions { code } }`);
    await fetch(`${origin}/no/such/place`);
    await fetch(`${origin}/made-up`, { method: "DELETE" });
    const found = await samples();
    const text = JSON.stringify(found);
    expect(text).not.toMatch(/Made\dUp|no\/such|made-up|DELETE/);
    expect(sumOf(found, "exemplar_http_requests_total", { route: "other", method: "other" })).toBe(1);
  });
});

/** `npm run test:executors` executes each operation by both. */
const EXECUTIONS = process.env["EXEMPLAR_TEST_BOTH_EXECUTORS"] ? 2 : 1;

describe("what is behind the answers", () => {
  test("is shown: statements, revision, caches, index", async () => {
    const found = await samples();
    expect(sumOf(found, "exemplar_content_revision")).toBe(1);
    expect(sumOf(found, "exemplar_search_documents")).toBe(2);
    expect(sumOf(found, "exemplar_search_up")).toBe(1);
    expect(sumOf(found, "exemplar_search_degraded")).toBe(0);
    expect(sumOf(found, "exemplar_search_info", { engine: "EMBEDDED" })).toBe(1);
    const asked = () => post("query Titles { cases { nodes { slug } } }");
    expect(await added(asked, "exemplar_cache_misses_total", { cache: "answers" })).toBe(1);
    expect(sumOf(await samples(), "exemplar_cache_bytes", { cache: "answers" })).toBeGreaterThan(0);
    const anew = () => post("query Slugs { cases { nodes { slug } } }");
    expect(await added(anew, "exemplar_cache_hits_total", { cache: "cases" })).toBe(2 * EXECUTIONS);
    expect(await added(() => app.catalogue.refresh(), "exemplar_sql_statements_total")).toBeGreaterThan(0);
  });

  test("says how far the index is behind, and which change it is waiting for", async () => {
    await seed(app.storage.unitOfWork, allRecords(content("one", "two", "three")));
    expect(sumOf(await samples(), "exemplar_search_pending_changes")).toBe(1);
    const inAMinute = { now: () => new Date("2026-11-24T08:01:00Z") };
    const reading = await readSearch(app.indexes, app.storage.changeLog, inAMinute);
    expect([reading.pendingChanges, reading.lagSeconds]).toEqual([1, 60]);
    await app.catchUp();
    const after = await samples();
    expect(sumOf(after, "exemplar_search_pending_changes")).toBe(0);
    expect(sumOf(after, "exemplar_search_seconds_behind")).toBe(0);
    expect(sumOf(after, "exemplar_content_revision")).toBe(2);
  });

  test("counts requests that were one too many", async () => {
    const tooMany = async () => {
      for (let number = 0; number < 45; number++) await post(`query Fresh${number} { regions { code } }`);
    };
    expect(await added(tooMany, "exemplar_rate_limited_total")).toBeGreaterThan(4);
    expect(
      sumOf(await samples(), "exemplar_operations_total", { operation: "none", outcome: "refused" }),
    ).toBeGreaterThan(4);
  });

  test("counts operations whose time was up as such", async () => {
    const hasty = await openTestApp(content("one"), {
      ...{ EXEMPLAR_METRICS_TOKEN: token, EXEMPLAR_OPERATION_TIMEOUT_MS: "1", EXEMPLAR_EXECUTOR: "js" },
    });
    const all = `{ __schema { types { name description fields { name description args { name } } } } cases { nodes { title { zh } } } }`;
    expect((await hasty.ask(all)).status).toBe(503);
    const told = await hasty.http.inject({ url: "/metrics", headers: bearer });
    const counted = { operation: "anonymous", outcome: "OPERATION_TIMED_OUT" };
    expect(sumOf(samplesIn(told.body), "exemplar_operations_total", counted)).toBe(1);
    await hasty.close();
  });

  test("is left out when the database cannot be asked, and the rest is told", async () => {
    const other = await openTestApp(content("one"), { EXEMPLAR_METRICS_TOKEN: token });
    await other.storage.reader.close();
    const response = await other.http.inject({ url: "/metrics", headers: bearer });
    const found = samplesIn(response.body);
    expect([response.statusCode, sumOf(found, "exemplar_search_up")]).toEqual([200, 0]);
    expect(sumOf(found, "exemplar_search_pending_changes")).toBeNull();
    expect(sumOf(found, "exemplar_content_revision")).toBe(1);
    await other.close().catch(() => undefined);
  });
});

describe("with a port of its own", () => {
  test.each([
    ["anybody may ask", {}, {}, 200],
    ["a token is asked for where one is set", { EXEMPLAR_METRICS_TOKEN: token }, {}, 401],
    ["who has the token gets them", { EXEMPLAR_METRICS_TOKEN: token }, bearer, 200],
  ])("%s, and the service's port has none", async (_what, env, headers, status) => {
    const own = await openTestApp(content("one"), { EXEMPLAR_METRICS_PORT: "0", ...env });
    const address = await own.metricsHttp?.listen({ port: 0, host: "127.0.0.1" });
    expect((await fetch(`${address ?? ""}/metrics`, { headers })).status).toBe(status);
    expect((await fetch(`${address ?? ""}/graphql`)).status).toBe(404);
    expect((await own.http.inject({ url: "/metrics", headers })).statusCode).toBe(404);
    await own.close();
  });
});

test("where nobody asks for metrics there are none", async () => {
  const without = await openTestApp(content("one"));
  expect((await without.http.inject({ url: "/metrics", headers: bearer })).statusCode).toBe(404);
  expect(without.metricsHttp).toBeNull();
  await without.close();
});
