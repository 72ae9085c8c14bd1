/**
 * Kills the seeder, the server and the indexer with SIGKILL at random moments and looks whether the next
 * start is clean: nothing half-seeded, the index equal to the database. `npm run test:kills [-- times [seed]]`
 */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { randomFrom } from "../support/random-content.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const times = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const random = randomFrom(seed);

/** A copy of the built project, so that its seed files can be changed. */
const copy = mkdtempSync(join(tmpdir(), "exemplar-kills-"));
for (const part of ["dist", "seeds", "schema", "package.json"])
  cpSync(join(project, part), join(copy, part), { recursive: true });
symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
const dataDir = join(copy, "data");
const env = {
  ...process.env,
  EXEMPLAR_DATA_DIR: dataDir,
  PORT: "0",
  LOG_LEVEL: "fatal",
  EXEMPLAR_RATE_LIMIT: "off",
};
const changedFile = join(copy, "seeds/cases/traditional-industry-upgrading/zhuji-hosiery-town.yaml");
const original = readFileSync(changedFile, "utf8");

type Victim = "first seed" | "second seed" | "server" | "rebuild";
const victims: readonly Victim[] = ["first seed", "second seed", "server", "rebuild"];

const run = (script: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [join(copy, "dist", script), ...args], {
    env,
    cwd: copy,
    stdio: ["ignore", "pipe", "pipe"],
  });

async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stdout?.on("data", (chunk) => (said += String(chunk)));
  child.stderr?.on("data", (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, said };
}

async function mustSucceed(script: string): Promise<void> {
  const { code, said } = await ended(run(script));
  if (code !== 0) throw new Error(`${script} failed after a kill:\n${said}`);
}

async function killOne(victim: Victim): Promise<number> {
  if (victim === "first seed") rmSync(dataDir, { recursive: true, force: true });
  else
    writeFileSync(
      changedFile,
      original.replace(/^title:\n {2}zh: .*$/m, `title:\n  zh: 诸暨第${Math.floor(random() * 1e9)}稿`),
    );
  const script = {
    "first seed": "cli/seed.js",
    "second seed": "cli/seed.js",
    server: "main.js",
    rebuild: "cli/search-reindex.js",
  }[victim];
  if (victim === "server") await mustSucceed("cli/seed.js");
  const child = run(script);
  const exit = ended(child);
  const after = Math.floor(random() * (victim === "server" ? 2_500 : 1_800));
  await Promise.race([wait(after), exit]);
  child.kill("SIGKILL");
  await exit;
  return after;
}

/** The next start: the server comes up by itself, and then the index equals the database. */
async function nextStartIsClean(): Promise<void> {
  const server = run("main.js");
  const exit = ended(server);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (chunk) => {
      said += String(chunk);
      const found = /API\s+(\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    void exit.then(({ said: all }) => {
      reject(new Error(`the server did not start:\n${all}`));
    });
  });
  const query =
    '{ serviceInfo { caseCount search { pendingChanges } } searchCases(query: "袜业") { totalCount } }';
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data?: { serviceInfo: { caseCount: number }; searchCases: { totalCount: number } };
  };
  if (!data || data.serviceInfo.caseCount < 10 || data.searchCases.totalCount < 1) {
    throw new Error(`the content is not whole: ${JSON.stringify(data)}`);
  }
  server.kill("SIGTERM");
  const { code } = await exit;
  if (code !== 0) throw new Error(`the server ended with ${String(code)}`);
  await mustSucceed("cli/search-verify.js");
}

console.log(`${times} kills, seed ${seed}`);
try {
  for (let index = 0; index < times; index++) {
    const victim = victims[index % victims.length] ?? "server";
    const after = await killOne(victim);
    await nextStartIsClean();
    console.log(`${String(index + 1).padStart(3)} ${victim} killed after ${after} ms: clean`);
  }
  console.log(`${times} passed, 0 failed`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
