/**
 * Kills the seeder, the server and the indexer with SIGKILL at random moments and looks whether the next
 * start is clean: nothing half-seeded, the index equal to the database.
 * `npm run test:kills [-- times [seed]]`
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { copyProject } from "../support/project-copy.js";
import { randomFrom } from "../support/random-content.js";

const times = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const random = randomFrom(seed);
const copy = copyProject();
const changedFile = join(copy.folder, "seeds/cases/traditional-industry-upgrading/zhuji-hosiery-town.yaml");
const original = readFileSync(changedFile, "utf8");

/** What is killed, and within how many milliseconds of its start. */
const victims = [
  { name: "first seed", script: "cli/seed.js", withinMs: 1_800 },
  { name: "second seed", script: "cli/seed.js", withinMs: 1_800 },
  { name: "server", script: "main.js", withinMs: 2_500 },
  { name: "rebuild", script: "cli/search-reindex.js", withinMs: 1_800 },
] as const;

async function killOne({ name, script, withinMs }: (typeof victims)[number]): Promise<number> {
  if (name === "first seed") rmSync(copy.dataDir, { recursive: true, force: true });
  else changeTitle();
  if (name === "server") await mustSucceed("cli/seed.js");
  const victim = copy.run(script);
  const after = Math.floor(random() * withinMs);
  await Promise.race([wait(after), victim.ended]);
  victim.process.kill("SIGKILL");
  await victim.ended;
  return after;
}

function changeTitle(): void {
  // Without figures: the content check would want evidence for them.
  const title = `诸暨袜艺小镇之${String.fromCodePoint(...Array.from({ length: 6 }, () => 0x7530 + Math.floor(random() * 400)))}`;
  const changed = original.replace(/^title:\n {2}zh: .*$/m, `title:\n  zh: ${title}`);
  if (changed === original) throw new Error("The title of the seed file was not found");
  writeFileSync(changedFile, changed);
}

async function mustSucceed(script: string): Promise<void> {
  const { code, said } = await copy.run(script).ended;
  if (code !== 0) throw new Error(`${script} failed after a kill:\n${said}`);
}

/** The server comes up by itself, has everything, stops cleanly, and then the index equals the database. */
async function nextStartIsClean(): Promise<void> {
  const server = copy.run("main.js");
  const url = await server.says(/API\s+(\S+)/);
  const query = '{ serviceInfo { caseCount } searchCases(query: "袜业") { totalCount } }';
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data?: { serviceInfo: { caseCount: number }; searchCases: { totalCount: number } };
  };
  if (!data || data.serviceInfo.caseCount < 10 || data.searchCases.totalCount < 1) {
    throw new Error(`The content is not whole: ${JSON.stringify(data)}`);
  }
  server.process.kill("SIGTERM");
  const { code, said } = await server.ended;
  if (code !== 0) throw new Error(`The server ended with ${String(code)}:\n${said}`);
  await mustSucceed("cli/search-verify.js");
}

console.log(`${times} kills, seed ${seed}`);
try {
  for (let index = 0; index < times; index++) {
    const victim = victims[index % victims.length] ?? victims[0];
    const after = await killOne(victim);
    await nextStartIsClean();
    console.log(`${String(index + 1).padStart(3)} ${victim.name} killed after ${after} ms: clean`);
  }
  console.log(`${times} passed, 0 failed`);
} finally {
  copy.remove();
}
