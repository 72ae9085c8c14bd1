import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Export } from "../../src/outlets/exports.js";
import { firstError } from "../support/ask.js";
import {
  startSmallServer,
  toys,
  type SmallServer,
  type SmallServerOptions,
} from "../support/small-server.js";

let server: SmallServer | undefined;
afterEach(() => server?.close());

async function start(options: SmallServerOptions): Promise<string> {
  server = await startSmallServer(options);
  return server.app.listen({ port: 0, host: "127.0.0.1" });
}

const CHUNK = "x".repeat(1_000_000);

/** An export without an end that tells how much was read of it. */
function endless(): Export & { readonly read: { chunks: number; isOver: boolean } } {
  const read = { chunks: 0, isOver: false };
  return {
    ...toys,
    read,
    async *chunks() {
      try {
        for (;;) {
          read.chunks += 1;
          yield await Promise.resolve(CHUNK);
        }
      } finally {
        read.isOver = true;
      }
    },
  };
}

async function begin(url: string): Promise<IncomingMessage> {
  const [response] = (await once(get(url), "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  return response;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}

test("an export stops being read when its client goes away", async () => {
  const found = endless();
  const origin = await start({ exports: { "endless.csv": () => Promise.resolve(found) } });
  const response = await begin(`${origin}/export/endless.csv`);
  await once(response, "readable");
  expect(found.read.isOver).toBe(false);
  response.destroy();
  await until(() => found.read.isOver);
});

test("an export is read no faster than its client takes it", async () => {
  const found = endless();
  const origin = await start({ exports: { "endless.csv": () => Promise.resolve(found) } });
  const response = await begin(`${origin}/export/endless.csv`);
  let before = -1;
  while (before < found.read.chunks) {
    before = found.read.chunks;
    await sleep(100);
  }
  expect(before).toBeLessThan(50);
  response.resume();
  await until(() => found.read.chunks > before + 50);
  response.destroy();
});

test("a client that takes nothing more is cut off", async () => {
  const found = endless();
  const origin = await start({ exports: { "endless.csv": () => Promise.resolve(found) }, stallMs: 100 });
  await begin(`${origin}/export/endless.csv`);
  await until(() => found.read.isOver);
});

test("what fails on the way cuts the answer short, so that no half looks whole", async () => {
  const failing: Export = {
    ...toys,
    async *chunks() {
      yield await Promise.resolve(CHUNK);
      throw new Error("secret of the database");
    },
  };
  const origin = await start({ exports: { "failing.csv": () => Promise.resolve(failing) } });
  const response = await fetch(`${origin}/export/failing.csv`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect(server?.log).toContainEqual(expect.objectContaining({ level: 50, msg: "an export broke off" }));
});

test("what fails before the first row is answered as an error, without the headers of a file", async () => {
  const failing: Export = {
    ...toys,
    async *chunks() {
      await Promise.reject(new Error("secret of the database"));
    },
  };
  const origin = await start({ exports: { "failing.csv": () => Promise.resolve(failing) } });
  const response = await fetch(`${origin}/export/failing.csv`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  for (const header of ["etag", "content-disposition", "x-total-count"]) {
    expect(response.headers.get(header)).toBeNull();
  }
  expect(response.headers.get("content-type")).toContain("json");
});

test("an export counts as one request, together with operations", async () => {
  await start({ config: { rateLimit: 2 } });
  const statuses: number[] = [];
  for (const url of ["/export/toys.csv", "/graphql?query={hello}", "/export/toys.csv"]) {
    const answer = await server?.app.inject(url);
    statuses.push(answer?.statusCode ?? 0);
    if (answer?.statusCode === 429)
      expect(firstError(answer)).toMatchObject({ code: "RATE_LIMITED", limit: 2 });
  }
  expect(statuses).toEqual([200, 200, 429]);
});
