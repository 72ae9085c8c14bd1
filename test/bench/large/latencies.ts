import type { Questions } from "./questions.js";
import type { Server } from "./server.js";

/** By the clock, and by the time that the answering thread was on a core: what is left of it when nobody else is. */
export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p50OnCoreMs: number;
  readonly p95OnCoreMs: number;
}

/** Asks one after the other. */
export async function latenciesOf(
  server: Server,
  questions: Questions,
  suffix = "",
): Promise<Record<string, Latency>> {
  const samples = await samplesOf(server, questions);
  return Object.fromEntries(Array.from(samples, ([name, taken]) => [name + suffix, latencyIn(taken)]));
}

/** By kind, and of all kinds together, as many of each. */
export async function latenciesOfMix(server: Server, questions: Questions): Promise<Record<string, Latency>> {
  const samples = await samplesOf(server, questions);
  return {
    ...Object.fromEntries(Array.from(samples, ([name, taken]) => [name, latencyIn(taken)])),
    "all of these": latencyIn([...samples.values()].flat()),
  };
}

export interface Sample {
  readonly ms: number;
  readonly onCoreMs: number;
}

export async function sampleOf(server: Server, question: object): Promise<Sample> {
  const before = server.onCoreMs();
  const { ms, body } = await server.ask(question);
  if (body.errors) throw new Error(JSON.stringify([question, body.errors]));
  return { ms, onCoreMs: server.onCoreMs() - before };
}

async function samplesOf(server: Server, questions: Questions): Promise<ReadonlyMap<string, Sample[]>> {
  const samples = new Map<string, Sample[]>();
  for (const [name, asked] of questions) {
    const taken: Sample[] = [];
    for (const question of asked) taken.push(await sampleOf(server, question));
    samples.set(name, taken);
  }
  return samples;
}

export function latencyIn(samples: readonly Sample[]): Latency {
  const [times, onCore] = [samples.map(({ ms }) => ms), samples.map(({ onCoreMs }) => onCoreMs)];
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p50OnCoreMs: percentile(onCore, 0.5),
    p95OnCoreMs: percentile(onCore, 0.95),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
