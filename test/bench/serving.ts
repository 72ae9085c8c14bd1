import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { categoryKeys } from "../../src/terms.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";

/**
 * `npm run bench:serving`: what a request for the list page costs the server in CPU time, for each shape of the service
 * and for bytes that are ready, in one run and in turn. The ratios are the result; the rest is this machine's.
 */
const shapes = {
  "graphql-js, nothing kept": { EXEMPLAR_EXECUTOR: "js", EXEMPLAR_ANSWER_CACHE_BYTES: "off" },
  "compiled, nothing kept": { EXEMPLAR_EXECUTOR: "jit", EXEMPLAR_ANSWER_CACHE_BYTES: "off" },
  "kept answers": {},
  "fixed bytes (bare node:http)": null,
};
const [ROUNDS, SECONDS, WARM_UP_SECONDS, CONNECTIONS] = [3, 3, 6, 16] as const;

const query = `query List($first: Int!, $category: CategoryKey!) {
  cases(first: $first, filter: { categories: [$category] }) {
    totalCount
    nodes {
      slug title { zh en } category { key name { zh en } } tags { key name { zh } }
      town { slug name { zh en } region { name { zh } } }
      indicators { value unit { code } measure { key } }
    }
  }
}`;
const bodies = categoryKeys.flatMap((category) =>
  [10, 12, 14, 16, 20].map((first) => JSON.stringify({ query, variables: { first, category } })),
);

interface Server {
  readonly name: string;
  readonly process: ChildProcess;
  readonly url: string;
}

async function main(): Promise<void> {
  const folder = newTemporaryFolder();
  const servers: Server[] = [];
  for (const [name, env] of Object.entries(shapes)) servers.push(await start(name, folder, env));
  for (const server of servers) await load(server, WARM_UP_SECONDS);
  const costs = new Map(servers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of servers) costs.get(server.name)?.push(await load(server, SECONDS));
  }
  const medians = [...costs].map(([name, list]) => [name, median(list)] as const);
  const fixed = medians.at(-1)?.[1] ?? NaN;
  console.log(
    "list page: CPU milliseconds of the server a request, and its capacity beside bytes that are ready",
  );
  for (const [name, cost] of medians) {
    console.log(
      `${name.padEnd(30)} ${cost.toFixed(3).padStart(8)} ms ${(fixed / cost).toFixed(3).padStart(8)}`,
    );
  }
  for (const server of servers) server.process.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function start(name: string, folder: string, env: Record<string, string> | null): Promise<Server> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const fixed = `require("node:http").createServer((q, s) => { q.resume(); q.on("end", () => s.end(Buffer.alloc(15000, "x"))); }).listen(0, function () { console.log("API http://127.0.0.1:" + this.address().port + "/graphql"); })`;
  const args = env === null ? ["-e", fixed] : ["--max-semi-space-size=64", "dist/main.js"];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: "0", LOG_LEVEL: "warn", NODE_ENV: "production" },
      ...{ EXEMPLAR_DATA_DIR: folder, EXEMPLAR_RATE_LIMIT: "off", ...env },
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /API\s+(\S+)/.exec(said)?.[1];
    if (url) return { name, process: child, url };
  }
  throw new Error(`${name} did not start: ${said}`);
}

/** CPU milliseconds of the server a request. */
async function load({ process: { pid = 0 }, url }: Server, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + seconds * 1000;
  const before = cpuSeconds(pid);
  let answered = 0;
  const client = async (first: number): Promise<void> => {
    for (let turn = first; performance.now() < end; turn++) {
      await ask(url, agent, bodies[turn % bodies.length] ?? "");
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => client(index)));
  agent.destroy();
  return ((cpuSeconds(pid) - before) * 1000) / answered;
}

function ask(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    request(url, { method: "POST", agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.resume().once("end", resolve);
    })
      .once("error", reject)
      .end(body);
  });
}

/** User and system time of a process so far; Linux counts it in hundredths. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

await main();
