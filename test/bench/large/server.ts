import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { projectFolder } from "../project-folder.js";
import { addressOf, cpuSecondsOf, stopChild } from "../running-server.js";

/** The built service on a data folder, and how it is. */
export interface Server {
  readonly url: string;
  /** Since the process was started. */
  sinceStartMs(): number;
  ask(body: object): Promise<Answer>;
  /** Since it was last asked; the first time, since the start. */
  probe(): Promise<Probe>;
  /** Most that was resident at any time. */
  peakRssBytes(): number;
  cpuSeconds(): number;
  /** For which the thread that answers has been on a core; Linux counts it in nanoseconds. */
  onCoreMs(): number;
  stop(): Promise<void>;
}

export interface Probe {
  /** For which the event loop was held: by the clock, and by what its thread did on a core meanwhile. */
  readonly longest: { readonly byClockMs: number; readonly onCoreMs: number };
  readonly rssBytes: number;
}

export interface Answer {
  readonly ms: number;
  readonly body: { readonly data?: Record<string, never> | null; readonly errors?: readonly unknown[] };
}

/** With more variables, if they are given. */
export async function startServer(folder: string, env: Record<string, string> = {}): Promise<Server> {
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--max-semi-space-size=32",
      "--heap-growing-percent=25",
      "--initial-old-space-size=192",
      "--import",
      "./test/bench/large/probe.mjs",
      "dist/main.js",
    ],
    {
      cwd: projectFolder,
      env: {
        ...process.env,
        ...{ PORT: "0", LOG_LEVEL: "error", NODE_ENV: "production", EXEMPLAR_DATA_DIR: folder },
        ...{ EXEMPLAR_RATE_LIMIT: "off", EXEMPLAR_ANSWER_CACHE_BYTES: "off", ...env },
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    },
  );
  const url = await addressOf("the service", child);
  const agent = new Agent({ keepAlive: true });
  return {
    url,
    sinceStartMs: () => performance.now() - begin,
    ask: (body) => post(url, agent, JSON.stringify(body)),
    async probe() {
      child.send("probe");
      const [answer] = (await once(child, "message")) as [Probe];
      return answer;
    },
    peakRssBytes: () =>
      1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]),
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    onCoreMs: () =>
      Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6,
    stop() {
      agent.destroy();
      return stopChild(child);
    },
  };
}

function post(url: string, agent: Agent, body: string): Promise<Answer> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => {
        const ms = performance.now() - begin;
        resolve({ ms, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) as Answer["body"] });
      });
    })
      .once("error", reject)
      .end(body);
  });
}
