import { expectSameLists } from "./agree.js";
import type { BenchContent } from "./content.js";
import { ask, load, type Sample } from "./load.js";
import type { Samples } from "./ratios.js";
import { pinClient, startServer, type RunningServer } from "./running-server.js";
import { contendersOver, type Contender, type ServerName } from "./servers.js";
import {
  materialOf,
  unchangedCalls,
  type Call,
  type Calls,
  type Material,
  type Workload,
} from "./workloads.js";

export interface Plan {
  readonly servers: readonly ServerName[];
  readonly workloads: readonly Workload[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

interface Ready {
  readonly contender: Contender;
  readonly server: RunningServer;
  readonly calls: Calls;
}

/** All servers are up at once and asked in turn, so that what else the machine does falls on all of them alike. */
export async function measure(
  content: BenchContent,
  plan: Plan,
  tell: (line: string) => void,
): Promise<Samples> {
  pinClient();
  const contenders = contendersOver(content).filter(({ name }) => plan.servers.includes(name));
  const servers = new Map<ServerName, RunningServer>();
  try {
    const ready = await makeReady(contenders, servers, tell);
    const turns = ready.flatMap(({ contender: { name, workloads }, server, calls }) =>
      workloads
        .filter((workload) => plan.workloads.includes(workload))
        .map((workload) => ({ name, server, workload, calls: calls[workload] ?? [] })),
    );
    for (const { server, calls } of turns) await load(server, calls, plan.warmUpSeconds);
    const taken = turns.map((turn) => ({ ...turn, samples: [] as Sample[] }));
    for (let round = 1; round <= plan.rounds; round++) {
      tell(`round ${round} of ${plan.rounds}`);
      for (const { server, calls, samples } of taken) samples.push(await load(server, calls, plan.seconds));
    }
    const result = new Map<ServerName, Map<Workload, Sample>>();
    for (const { name, workload, samples } of taken) {
      const ofServer = result.get(name) ?? new Map<Workload, Sample>();
      result.set(name, ofServer.set(workload, medianOf(samples)));
    }
    return result;
  } finally {
    for (const server of servers.values()) server.stop();
  }
}

async function makeReady(
  contenders: readonly Contender[],
  servers: Map<ServerName, RunningServer>,
  tell: (line: string) => void,
): Promise<readonly Ready[]> {
  const materials = new Map<ServerName, Material>();
  for (const { name, dialect, workloads, ...program } of contenders) {
    if (dialect === null) continue;
    const server = await startServer({ name, ...program });
    servers.set(name, server);
    materials.set(name, await materialOf(server.url, dialect, workloads));
    tell(`${name}: ready`);
  }
  expectSameLists(new Map([...materials].filter(([name]) => name !== "PostGraphile 5")));
  const ready: Ready[] = [];
  for (const contender of contenders) {
    const { name } = contender;
    const material = materials.get(name);
    const server = servers.get(name);
    if (material && server) {
      const unchanged = contender.workloads.includes("unchanged")
        ? { unchanged: await unchangedCalls(server.url, material.calls.list ?? []) }
        : {};
      ready.push({ contender, server, calls: { ...material.calls, ...unchanged } });
      continue;
    }
    const model = servers.get("ours");
    const calls = materials.get("ours")?.calls;
    if (!model || !calls) throw new Error("without our server nobody knows how many bytes an answer has");
    const fixed = await startServer({ ...contender, env: { BYTES: await bytesOf(model, calls) } });
    servers.set(name, fixed);
    ready.push({ contender, server: fixed, calls });
  }
  return ready;
}

/** How long our answers are, by workload. */
async function bytesOf({ url }: RunningServer, calls: Calls): Promise<string> {
  const lengths: Partial<Record<Workload, number>> = {};
  for (const [workload, list] of Object.entries(calls) as [Workload, readonly Call[]][]) {
    const texts = await Promise.all(list.slice(0, 20).map(async (call) => (await ask(url, call)).text));
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    lengths[workload] = Math.round(bytes / texts.length);
  }
  return JSON.stringify(lengths);
}

/** The sample in the middle by CPU time. */
function medianOf(samples: readonly Sample[]): Sample {
  const middle = [...samples].sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor(samples.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}
