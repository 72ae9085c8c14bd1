import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { closeOnSignals } from "../../src/http/shutdown.js";

describe("a server that is told to stop", () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  it.each(["SIGTERM", "SIGINT"] as const)(
    "by %s answers what it has begun, then closes in order",
    async (signal) => {
      const server = await start(10_000);
      expect((await slow(server.url, 1)).status).toBe(200);
      const begun = slow(server.url, 600);
      await sleep(200);
      server.process.kill(signal);
      await sleep(100);
      await expect(fetch(server.url)).rejects.toThrow();
      expect(await (await begun).json()).toMatchObject({ data: { slow: "done" } });
      expect(await server.exit()).toBe(0);
      expect(server.lines().slice(1)).toEqual([
        "stopping",
        "http closed",
        "graphql closed",
        "database closed",
        "stopped",
      ]);
    },
  );

  it("takes a signal that comes twice in a moment, as by Ctrl-C under npm, for one", async () => {
    const server = await start(10_000);
    const begun = slow(server.url, 600);
    await sleep(200);
    server.process.kill("SIGINT");
    await sleep(20);
    server.process.kill("SIGINT");
    expect(await (await begun).json()).toMatchObject({ data: { slow: "done" } });
    expect(await server.exit()).toBe(0);
  });

  it("does not wait for a client that has connected and asks nothing", async () => {
    const server = await start(10_000);
    const silent = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(silent, "connect");
    const before = performance.now();
    server.process.kill("SIGTERM");
    expect(await server.exit()).toBe(0);
    expect(performance.now() - before).toBeLessThan(1000);
    silent.destroy();
  });

  it("twice ends at once", async () => {
    const server = await start(10_000);
    const begun = slow(server.url, 5000).catch(() => "cut off");
    await sleep(200);
    server.process.kill("SIGTERM");
    await sleep(400);
    const before = performance.now();
    server.process.kill("SIGTERM");
    expect(await server.exit()).toBe(1);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await begun).toBe("cut off");
  });

  it("ends when the time is up, whatever is still open", async () => {
    const server = await start(300, "stuck");
    const before = performance.now();
    server.process.kill("SIGTERM");
    expect(await server.exit()).toBe(1);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(server.lines()).toContain("a step of the stop failed");
  });

  it("closes the rest when one step fails, and says so by its exit code", async () => {
    const signals = new EventEmitter();
    const closed: string[] = [];
    const code = await new Promise<number>((exit) => {
      closeOnSignals({
        signals,
        exit,
        withinMs: 1000,
        log: { info: () => undefined, error: (details) => closed.push(JSON.stringify(details)) },
        steps: [
          { name: "search", close: () => Promise.reject(new Error("broken")) },
          { name: "database", close: () => Promise.resolve(closed.push("database")) },
        ],
      });
      signals.emit("SIGTERM");
    });
    expect(code).toBe(1);
    expect(closed).toEqual(['{"err":{},"step":"search"}', "database"]);
  });

  async function start(withinMs: number, behaviour = "") {
    const script = new URL("../support/small-server-process.ts", import.meta.url).pathname;
    const started = spawn(process.execPath, ["--import", "tsx", script, String(withinMs), behaviour], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child = started;
    const ended = once(started, "exit");
    let text = "";
    started.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    const lines = () => text.trim().split("\n");
    while (!text.includes("\n")) await sleep(20);
    return {
      process: started,
      url: `${lines()[0] ?? ""}/graphql`,
      lines,
      exit: async () => (await ended)[0] as unknown,
    };
  }
});

function slow(url: string, ms: number): Promise<Response> {
  return fetch(`${url}?${new URLSearchParams({ query: `{ slow(ms: ${ms}) }` }).toString()}`);
}
