import { Agent, request } from "node:http";
import type { RunningServer } from "./running-server.js";
import type { Call } from "./workloads.js";

/** What one server did in one stretch of time. */
export interface Sample {
  /** CPU milliseconds of the server a request; the reciprocal is its capacity on one core. */
  readonly cpuMs: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const CONNECTIONS = 16;

/**
 * Asks as fast as it is answered, over kept connections. CPU time is the figure to trust: it does not hang on what else
 * the machine does. What the client costs lies on another core where there is one.
 */
export async function load(server: RunningServer, calls: readonly Call[], seconds: number): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  const [begun, cpuBefore] = [performance.now(), server.cpuSeconds()];
  const end = begun + seconds * 1000;
  const client = async (first: number): Promise<void> => {
    for (let turn = first; performance.now() < end; turn += CONNECTIONS) {
      const call = calls[turn % calls.length];
      if (!call) throw new Error(`nothing to ask ${server.name}`);
      const asked = performance.now();
      await answered(server.url, agent, call);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => client(index)));
  agent.destroy();
  const [took, cpu] = [performance.now() - begun, server.cpuSeconds() - cpuBefore];
  latencies.sort((a, b) => a - b);
  return {
    cpuMs: (cpu * 1000) / latencies.length,
    requestsPerSecond: (latencies.length * 1000) / took,
    p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? NaN,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? NaN,
  };
}

/** Asks once; gives the body and the headers. */
export function ask(url: string, call: Call): Promise<{ readonly text: string; readonly etag: string }> {
  return new Promise((resolve, reject) => {
    send(url, undefined, call, reject, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => {
        resolve({ text: Buffer.concat(chunks).toString(), etag: response.headers.etag ?? "" });
      });
    });
  });
}

function answered(url: string, agent: Agent, call: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    send(url, agent, call, reject, (response) => {
      response.resume().once("end", resolve);
    });
  });
}

type OnResponse = Parameters<typeof request>[2];

function send(
  url: string,
  agent: Agent | undefined,
  { method, search, headers, body, status = 200 }: Call,
  reject: (error: Error) => void,
  onResponse: NonNullable<OnResponse>,
): void {
  const options = { method, ...(agent && { agent }), headers };
  request(`${url}${search}`, options, (response) => {
    if (response.statusCode === status) onResponse(response);
    else reject(new Error(`${url} answered ${response.statusCode} instead of ${status}`));
  })
    .once("error", reject)
    .end(body);
}
