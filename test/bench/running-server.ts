import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { projectFolder } from "./project-folder.js";

/** How a server to measure is started. It prints `API` and its address when it can answer. */
export interface ServerProgram {
  readonly name: string;
  /** After `node`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** It listens before its index is built, and says by `/readyz` when that is done. */
  readonly isOurs?: boolean;
}

export interface RunningServer {
  readonly name: string;
  /** Of its GraphQL endpoint. */
  readonly url: string;
  /** User and system time of the process so far; Linux counts it in hundredths. */
  cpuSeconds(): number;
  stop(): void;
}

/** Whether servers and clients have a core each; else they share what there is. */
export const arePinned = availableParallelism() > 1 && hasTaskset();
const [SERVER_CORE, CLIENT_CORE] = ["0", "1"] as const;

/** Starts it on the servers' core and waits until it listens. */
export async function startServer({
  name,
  args,
  env,
  isOurs = false,
}: ServerProgram): Promise<RunningServer> {
  const command = [...(arePinned ? ["taskset", "-c", SERVER_CORE] : []), process.execPath, ...args];
  const [file = "", ...rest] = command;
  const child = spawn(file, rest, {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: "production", GRAPHILE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { pid = 0 } = child;
  const url = await addressOf(name, child);
  if (isOurs) await untilReady(url);
  return {
    ...{ name, url },
    cpuSeconds: () => cpuSecondsOf(pid),
    stop: () => child.kill(),
  };
}

/** Puts this process, which is the client of all, on the clients' core. */
export function pinClient(): void {
  if (arePinned) execFileSync("taskset", ["-cp", CLIENT_CORE, String(process.pid)], { stdio: "ignore" });
}

async function addressOf(name: string, { stdout }: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const url = /API\s+(\S+)/.exec(said)?.[1];
    if (url === undefined) continue;
    // What it says from now on is nobody's business, but must not fill the pipe.
    stdout?.resume();
    return url;
  }
  throw new Error(`${name} did not start: ${said}`);
}

async function untilReady(url: string): Promise<void> {
  const searchIsUp = async (): Promise<boolean> => {
    const answer = await fetch(new URL("/readyz", url));
    const { checks } = (await answer.json()) as { checks: { search: string } };
    return checks.search === "up";
  };
  while (!(await searchIsUp())) await wait(500);
}

function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
