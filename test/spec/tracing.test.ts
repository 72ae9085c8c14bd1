import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attributeOf, startCollector, type Collector, type SentSpan } from "../support/collector.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import { stopService } from "../support/running-service.js";

/** Traces, by a service in a process of its own, to a collector that speaks real HTTP. */
let copy: ProjectCopy;
let collector: Collector;
let service: RunningProgram;

const tellPackages = fileURLToPath(new URL("../support/tell-packages.cjs", import.meta.url));
const start = (env: Record<string, string>): RunningProgram =>
  copy.run("main.js", { NODE_OPTIONS: `--require ${tellPackages}`, ...env });

beforeAll(async () => {
  copy = copyProject();
  collector = await startCollector();
  service = start({
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: "50" },
    // Nothing fits: what is shown has to be read.
    EXEMPLAR_CASE_CACHE_BYTES: "1",
  });
  await service.says(/API/);
});
afterAll(async () => {
  await stopService(service);
  await collector.close();
  copy.remove();
});

async function ask(traceId: string, body: object): Promise<string> {
  const url = await service.says(/API\s+(\S+)/);
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", traceparent: `00-${traceId}-${callerId}-01` },
    body: JSON.stringify(body),
  });
  return response.text();
}
const callerId = "00f067aa0ba902b7";
const secret = "袜子机器人工程师";
const searching = {
  query:
    'query Sought($text: String!) { searchCases(query: $text) { totalCount } case(slug: "zhuji-hosiery-town") { slug } }',
  variables: { text: secret },
};

/** The spans of a trace by their names, when that of the request has arrived too. */
async function arrived(traceId: string): Promise<Map<string, SentSpan>> {
  const found = () => collector.spans().filter((span) => span.traceId === traceId);
  await expect.poll(() => found().map(({ name }) => name), { timeout: 20_000 }).toContain("POST /graphql");
  return new Map(found().map((span) => [span.name, span]));
}

test("a request goes on with its caller's trace, and what it does lies within it", async () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  expect(await ask(traceId, searching)).toContain('"data"');
  const spans = await arrived(traceId);
  const [request, operation] = [spans.get("POST /graphql"), spans.get("query")];
  expect(request).toMatchObject({ parentSpanId: callerId, kind: 2 });
  expect(operation?.parentSpanId).toBe(request?.spanId);
  expect(spans.get("search")?.parentSpanId).toBe(operation?.spanId);
  expect(spans.get("SQL read")?.parentSpanId).toBe(operation?.spanId);
  if (!request || !operation) throw new Error("spans are missing");
  expect(attributeOf(request, "http.response.status_code")).toBe(200);
  expect(attributeOf(operation, "graphql.operation.name")).toBe("Sought");
  expect(attributeOf(operation, "graphql.document.hash")).toMatch(/^[0-9a-f]{64}$/);
});

test("a kept answer has the request's span alone", async () => {
  const first = "11111111111111111111111111111111";
  const traceId = "22222222222222222222222222222222";
  const body = { query: "query Kept { cases { totalCount } }" };
  await ask(first, body);
  await ask(traceId, body);
  const spans = await arrived(traceId);
  expect([...spans.keys()]).toEqual(["POST /graphql"]);
});

test("writing has spans, checks of health have none, and an address of the client's does not name one", async () => {
  const url = (await service.says(/API\s+(\S+)/)).replace("/graphql", "");
  for (const path of ["/healthz", "/readyz"]) await fetch(url + path);
  await fetch(`${url}/made/up/by-a-client?secret=1`);
  await expect.poll(() => collector.spans().map(({ name }) => name), { timeout: 20_000 }).toContain("GET");
  const names = new Set(collector.spans().map(({ name }) => name));
  expect(names).toContain("SQL write");
  expect([...names].filter((name) => /health|ready|made/.test(name))).toEqual([]);
});

test("no span says what somebody looks for", () => {
  expect(collector.bodies()).toContain('"exemplar"');
  expect(collector.bodies()).not.toMatch(new RegExp(`${secret}|zhuji|totalCount|secret=1`));
});

describe("a collector", () => {
  test.each([
    ["that answers with 503", () => startCollector(503)],
    [
      "that is not there",
      async () => {
        const gone = await startCollector();
        await gone.close();
        return gone;
      },
    ],
  ])("%s does not keep the service from answering and stopping", async (_what, begin) => {
    const deaf = await begin();
    const other = start({
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: deaf.url, OTEL_BSP_SCHEDULE_DELAY: "50", PORT: "0" },
      EXEMPLAR_DATA_DIR: copy.dataDir,
    });
    const url = await other.says(/API\s+(\S+)/);
    expect((await fetch(`${url}?query={__typename}`)).status).toBe(200);
    expect(await stopService(other)).toBe(0);
    await deaf.close().catch(() => undefined);
  });
});

describe("the packages are loaded", () => {
  const loadedWith = async (env: Record<string, string>): Promise<string> => {
    const program = start({ EXEMPLAR_DATA_DIR: copy.dataDir, ...env });
    await program.says(/API/);
    expect(await stopService(program)).toBe(0);
    return /packages: \[(.*)\]/.exec(program.said())?.[1] ?? "nothing was said";
  };

  test("where traces are asked for, and where metrics are", async () => {
    expect(await loadedWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toMatch(/sdk-trace-node/);
    expect(await loadedWith({ EXEMPLAR_METRICS_PORT: "0" })).toMatch(/prom-client/);
  });

  test.each([
    ["where nobody asks", {}],
    [
      "where they are switched off",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_SDK_DISABLED: "true" },
    ],
  ])("not %s", async (_where, env) => {
    expect(await loadedWith(env)).toBe("");
  });
});
