import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samplesIn, sumOf } from "../support/metrics.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import { askService, totalIn } from "../support/running-service.js";

/** WEB_CONCURRENCY: several processes of one service, on one port and one SQLite file. */
let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => {
  copy.remove();
});

const start = (env: Record<string, string> = {}): RunningProgram =>
  copy.run("main.js", { WEB_CONCURRENCY: "3", LOG_LEVEL: "info", ...env });

/** Process ids of the workers that have listened, in the order in which they did. */
const pidsOf = (service: RunningProgram): number[] =>
  [...service.said().matchAll(/"pid":(\d+),"msg":"a worker listens"/g)].map(([, pid]) => Number(pid));
const untilListening = (service: RunningProgram, count: number) =>
  expect.poll(() => pidsOf(service).length, { timeout: 60_000 }).toBe(count);

/** Which workers have answered so far. */
const answering = (service: RunningProgram): number[] => [
  ...new Set(
    [...service.said().matchAll(/"worker":(\d+),.*"msg":"answered"/g)].map(([, worker]) => Number(worker)),
  ),
];

test("workers share the port and the content, and SIGTERM ends them all", async () => {
  const service = start();
  await untilListening(service, 3);
  expect(service.said().match(/Exemplar is ready/g)).toHaveLength(1);
  for (let round = 0; round < 12; round++) expect(await totalIn(service, "袜业")).toBeGreaterThan(0);
  expect(answering(service).sort()).toEqual([1, 2, 3]);
  service.process.kill("SIGTERM");
  const { code, said } = await service.ended;
  expect(code).toBe(0);
  expect(said.match(/"isClean":true,"msg":"stopped"/g)).toHaveLength(3);
});

test("a worker that is killed is replaced, and the others go on answering", async () => {
  const service = start();
  await untilListening(service, 3);
  process.kill(pidsOf(service)[1] ?? 0, "SIGKILL");
  await service.says(/a worker has ended and will be replaced/);
  for (let round = 0; round < 6; round++) expect(await totalIn(service, "袜业")).toBeGreaterThan(0);
  await untilListening(service, 4);
  expect(await totalIn(service, "袜业")).toBeGreaterThan(0);
  service.process.kill("SIGTERM");
  expect((await service.ended).code).toBe(0);
});

test("a signal to the whole group, as a terminal sends it, is one signal to each", async () => {
  const service = start();
  await untilListening(service, 3);
  await askService(service, "{ __typename }");
  for (const pid of pidsOf(service)) process.kill(pid, "SIGINT");
  service.process.kill("SIGINT");
  const { code, said } = await service.ended;
  expect(code).toBe(0);
  expect(said).not.toContain("a second signal");
});

test("a service that cannot start says why once and ends, however many workers it would have", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const { code, said } = await start({ PORT: String(port) }).ended;
  expect(code).toBe(1);
  expect(said.match(new RegExp(`port ${port} is taken`, "g"))).toHaveLength(1);
  await new Promise((resolve) => taken.close(resolve));
});

test("one worker is the process itself", async () => {
  const service = start({ WEB_CONCURRENCY: "1" });
  expect(await totalIn(service, "袜业")).toBeGreaterThan(0);
  expect(service.said()).not.toContain("a worker listens");
  service.process.kill("SIGTERM");
  expect((await service.ended).code).toBe(0);
});

describe("metrics of several workers", () => {
  const workersIn = (text: string): string[] => [
    ...new Set(samplesIn(text).flatMap(({ labels }) => labels["worker"] ?? [])),
  ];
  const token = "a-token-of-the-tests";

  test("stand side by side, on the port of the process that starts them", async () => {
    const service = start({ EXEMPLAR_METRICS_PORT: "0" });
    await untilListening(service, 3);
    const address = await service.says(/"address":"(\S+?)","msg":"metrics are served"/);
    for (let round = 0; round < 6; round++) await totalIn(service, `袜业${round}`);
    const text = await (await fetch(address)).text();
    expect(workersIn(text).sort()).toEqual(["1", "2", "3"]);
    expect(sumOf(samplesIn(text), "exemplar_operations_total")).toBe(6);
    expect(text.match(/# TYPE exemplar_operations_total /g)).toHaveLength(1);
    service.process.kill("SIGTERM");
    expect((await service.ended).code).toBe(0);
  });

  test("are those of all, whichever worker is asked", async () => {
    const service = start({ EXEMPLAR_METRICS_TOKEN: token });
    await untilListening(service, 3);
    const url = (await service.says(/API\s+(\S+)/)).replace("/graphql", "/metrics");
    const headers = { authorization: `Bearer ${token}`, connection: "close" };
    for (let round = 0; round < 4; round++)
      expect(workersIn(await (await fetch(url, { headers })).text()).sort()).toEqual(["1", "2", "3"]);
    expect((await fetch(url)).status).toBe(401);
    service.process.kill("SIGTERM");
    expect((await service.ended).code).toBe(0);
  });
});
