import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { newTemporaryFolder } from "./temporary-folder.js";

/** A Meilisearch server that tests may do anything to, unless it is someone's. */
export interface SearchServer {
  readonly url: string;
  readonly key: string;
  readonly version: string;
  /** The key is a master key. */
  readonly canMakeKeys: boolean;
  /** Asks the server itself; waits for the task, where that is what it answers with. */
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** A server that the tests start, stop and kill. */
export interface OwnSearchServer extends SearchServer {
  readonly folder: string;
  /** Signals it, and resolves when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** On the same port and folder as before; with a limit, its files grow no further, as on a full disk. */
  start(limits?: { readonly fileKilobytes: number }): Promise<void>;
  /** Empties its folder. Only while it is stopped. */
  forgetAll(): void;
}

const TEST_KEY = "key-of-the-tests-0123456789";

/** The program to start servers with; null: there is none here. */
export const searchProgram: string | null = findProgram();

const howToHaveOne =
  "set MEILI_TEST_URL and MEILI_TEST_KEY, or have a program meilisearch on the PATH or in EXEMPLAR_TEST_MEILISEARCH";
const isRequired = process.env["EXEMPLAR_REQUIRE_MEILISEARCH"] === "1";

/** There is no server for the tests, and none is required. */
export const isSearchServerMissing = !process.env["MEILI_TEST_URL"] && searchProgram === null && !isRequired;
/** For the name of what is skipped. */
export const whyNoSearchServer = isSearchServerMissing
  ? ` (skipped: no Meilisearch server; ${howToHaveOne})`
  : "";

/** The same for tests that start and kill a server of their own. */
export const isSearchProgramMissing = searchProgram === null && !isRequired;
export const whyNoSearchProgram = isSearchProgramMissing
  ? " (skipped: no program meilisearch on the PATH or in EXEMPLAR_TEST_MEILISEARCH)"
  : "";

function findProgram(): string | null {
  const { EXEMPLAR_TEST_MEILISEARCH: named, PATH = "" } = process.env;
  const candidates = [
    ...(named ? [named] : []),
    ...PATH.split(delimiter).map((folder) => join(folder, "meilisearch")),
  ];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** The server of MEILI_TEST_URL, or one of the tests' own on a free port with an empty folder. */
export async function openSearchServer(): Promise<SearchServer & { close(): Promise<void> }> {
  const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = "" } = process.env;
  if (url) {
    const canMakeKeys = (await fetch(`${url}/keys`, { headers: bearer(key) })).ok;
    const close = () => Promise.resolve();
    return { ...{ url, key, canMakeKeys, close }, version: await versionOf(url, key), ask: asker(url, key) };
  }
  const own = await startSearchServer();
  return { ...own, close: () => own.stop("SIGKILL").then(() => remove(own.folder)) };
}

/** A server of the test's own; whoever starts it stops it and removes its folder. */
export async function startSearchServer(): Promise<OwnSearchServer> {
  const folder = newTemporaryFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running: ChildProcess | null = null;
  const start: OwnSearchServer["start"] = async (limits) => {
    running = launch(folder, port, limits?.fileKilobytes ?? null);
    await isUp(url, running);
  };
  await start();
  return {
    ...{ url, folder, key: TEST_KEY, canMakeKeys: true, ask: asker(url, TEST_KEY), start },
    version: await versionOf(url, TEST_KEY),
    async stop(signal = "SIGTERM") {
      const ending = running;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      await new Promise((resolve) => {
        ending.once("exit", resolve);
        ending.kill(signal);
      });
    },
    forgetAll: () => rmSync(join(folder, "db"), { recursive: true, force: true }),
  };
}

function launch(folder: string, port: number, fileKilobytes: number | null): ChildProcess {
  if (!searchProgram) throw new Error(`A Meilisearch server is required: ${howToHaveOne}.`);
  mkdirSync(join(folder, "dumps"), { recursive: true });
  const options = {
    "--http-addr": `127.0.0.1:${port}`,
    "--master-key": TEST_KEY,
    "--db-path": join(folder, "db"),
    "--dump-dir": join(folder, "dumps"),
    "--snapshot-dir": join(folder, "snapshots"),
    "--log-level": "OFF",
    // It would make ready for gigabytes at every task.
    "--max-indexing-memory": "256MiB",
    "--max-indexing-threads": "1",
  };
  const given = ["--no-analytics", ...Object.entries(options).flat()];
  // Without the signal, writing over the limit is an error like that of a full disk.
  const limited = `trap "" XFSZ; ulimit -f ${(fileKilobytes ?? 0) * 2}; exec "$0" "$@"`;
  const [program, args] =
    fileKilobytes === null ? [searchProgram, given] : ["/bin/sh", ["-c", limited, searchProgram, ...given]];
  return spawn(program, args, { stdio: "ignore", cwd: folder });
}

const START_MS = 60_000;

async function isUp(url: string, running: ChildProcess): Promise<void> {
  for (const until = performance.now() + START_MS; performance.now() < until; await wait(30)) {
    if (running.exitCode !== null) throw new Error(`The search server ended with ${running.exitCode}.`);
    const isHealthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) return;
  }
  throw new Error("The search server did not start.");
}

async function versionOf(url: string, key: string): Promise<string> {
  const response = await fetch(`${url}/version`, { headers: bearer(key) });
  return ((await response.json()) as { pkgVersion: string }).pkgVersion;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

function asker(url: string, key: string): SearchServer["ask"] {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { ...bearer(key), "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? undefined : response.json();
  };
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, body);
    const uid = (answer as { taskUid?: number } | undefined)?.taskUid;
    for (let task = answer as { status?: string }; uid !== undefined && task.status !== "succeeded";) {
      if (task.status === "failed") throw new Error(JSON.stringify(task));
      await wait(20);
      task = (await ask("GET", `/tasks/${uid}`)) as { status: string };
    }
    return answer as Answer;
  };
}
