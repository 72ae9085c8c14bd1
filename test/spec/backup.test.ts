import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSupportScript } from "../support/own-process.js";
import {
  isPostgresSkipped,
  newMigratedDatabase,
  newPostgresDatabase,
  skippedBecause,
} from "../support/postgres.js";
import { programsFolder } from "../support/postgres-server.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import { askService, stopService, titleIn, totalIn } from "../support/running-service.js";

/** `npm run backup` and `npm run restore`, with a service that runs and a writer that never rests. */
let copy: ProjectCopy;
let service: RunningProgram;
let backups: string;

beforeAll(async () => {
  copy = copyProject();
  backups = join(copy.folder, "backups");
  mkdirSync(backups);
  service = copy.run("main.js");
  await service.says(/API/);
});
afterAll(async () => {
  await stopService(service);
  copy.remove();
});

interface Said {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command with one argument on a data folder. */
function command(name: "backup" | "restore", argument: string, env: Record<string, string> = {}) {
  return copy.run(`cli/${name}.js`, env, [argument]).ended;
}
const restoreInto = (folder: string, file: string): Promise<Said> =>
  command("restore", file, { EXEMPLAR_DATA_DIR: folder });
const newFolder = (name: string): string => join(copy.folder, name);
const revisionIn = ({ said }: Said): number => Number(/content revision (\d+)/.exec(said)?.[1]);
const titlesIn = (file: string): unknown[] => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare("SELECT DISTINCT title_zh FROM case_record").pluck().all();
  } finally {
    database.close();
  }
};
const publishedBy = (writer: RunningProgram): number =>
  Number([...writer.said().matchAll(/published (\d+)/g)].at(-1)?.[1] ?? 0);

test("a copy that is made under writes is of one revision, and comes back as a service that answers with it", async () => {
  const writer = runSupportScript("publish-titles.ts", ["20"], { EXEMPLAR_DATA_DIR: copy.dataDir });
  await writer.says(/published \d+/);
  let last: { readonly file: string; readonly revision: number } | undefined;
  for (let round = 1; round <= 3; round++) {
    const file = join(backups, `round-${round}.sqlite`);
    const before = publishedBy(writer);
    const made = await command("backup", file);
    expect(made.said).toContain(`${file} has content revision`);
    const revision = revisionIn(made);
    await expect.poll(() => publishedBy(writer)).toBeGreaterThan(revision);
    expect(revision).toBeGreaterThanOrEqual(before);
    expect(titlesIn(file)).toEqual([`第${revision}版`]);
    last = { file, revision };
  }
  const { file = "", revision = 0 } = last ?? {};

  const folder = newFolder("restored");
  const restored = await restoreInto(folder, file);
  expect([restored.code, revisionIn(restored)]).toEqual([0, revision]);
  // The writer has gone on meanwhile, and so has the service.
  await expect
    .poll(() => titleIn(service, "zhuji-hosiery-town"), { timeout: 10_000 })
    .not.toBe(`第${revision}版`);
  writer.process.kill("SIGTERM");
  expect((await writer.ended).code).toBe(0);

  const second = copy.run("main.js", { EXEMPLAR_DATA_DIR: folder });
  const { serviceInfo } = await askService<{ serviceInfo: { contentRevision: number; caseCount: number } }>(
    second,
    "{ serviceInfo { contentRevision caseCount } }",
  );
  expect(serviceInfo.contentRevision).toBe(revision);
  expect(await titleIn(second, "zhuji-hosiery-town")).toBe(`第${revision}版`);
  expect(await totalIn(second, `"第${revision}版"`)).toBe(serviceInfo.caseCount);
  expect(await stopService(second)).toBe(0);
  const verified = await copy.run("cli/search-verify.js", { EXEMPLAR_DATA_DIR: folder }).ended;
  expect(verified.said).toContain("no difference");
}, 180_000);

describe("a backup", () => {
  test("into a folder is named for its time and revision, and has nothing beside it", async () => {
    const folder = newFolder("named");
    mkdirSync(folder);
    const { code, said } = await command("backup", folder);
    expect(code, said).toBe(0);
    const [name, ...more] = readdirSync(folder);
    expect(more).toEqual([]);
    expect(name).toBe(
      `exemplar-${/-(\d{8}T\d{6}Z)-/.exec(said)?.[1] ?? ""}-revision-${revisionIn({ code, said })}.sqlite`,
    );
  });

  test.each([
    ["over another file", (file: string) => writeFileSync(file, "mine"), /there is already .*taken/],
    [
      "into a folder that is not there",
      (file: string) => rmSync(file, { force: true }),
      /there is no folder/,
    ],
  ])("%s is refused", async (what, prepare, words) => {
    const target = what.startsWith("over") ? join(backups, "taken") : join(backups, "nowhere", "file");
    prepare(target);
    const { code, said } = await command("backup", target);
    expect([code, words.test(said)], said).toEqual([1, true]);
    expect(said).not.toMatch(/\n\s+at /);
  });

  test("of a damaged database is refused, and leaves nothing that looks like one", async () => {
    const damaged = newFolder("damaged");
    cpSync(await aBackup(), join(damaged, "exemplar.sqlite"));
    truncateSync(join(damaged, "exemplar.sqlite"), 200_000);
    const target = newFolder("of-damaged");
    mkdirSync(target);
    const { code, said } = await command("backup", target, { EXEMPLAR_DATA_DIR: damaged });
    expect([code, readdirSync(target)], said).toEqual([1, []]);
    expect(said).toMatch(/backup: .*(damaged|malformed)/);
  });

  test("where there is no database says so, and makes none", async () => {
    const empty = newFolder("empty");
    const { code, said } = await command("backup", backups, { EXEMPLAR_DATA_DIR: empty });
    expect(code).toBe(1);
    expect(said).toContain(`there is no database ${join(empty, "exemplar.sqlite")}`);
    expect(existsSync(empty)).toBe(false);
  });
});

/** One for the tests that need any. */
async function aBackup(): Promise<string> {
  const file = join(backups, "any.sqlite");
  if (!existsSync(file)) expect((await command("backup", file)).code).toBe(0);
  return file;
}

describe("a restoration is refused", () => {
  test("where there is a database, with or without a service", async () => {
    const running = await restoreInto(copy.dataDir, await aBackup());
    expect([running.code, running.said]).toEqual([1, expect.stringContaining("stop it first")]);
    const folder = newFolder("occupied");
    expect((await restoreInto(folder, await aBackup())).code).toBe(0);
    const again = await restoreInto(folder, await aBackup());
    expect(again.code).toBe(1);
    expect(again.said).toContain(`move away what is there first: ${join(folder, "exemplar.sqlite")}`);
  });

  test("where a service runs whose database file somebody has removed", async () => {
    const folder = newFolder("pulled");
    expect((await restoreInto(folder, await aBackup())).code).toBe(0);
    const pulled = copy.run("main.js", { EXEMPLAR_DATA_DIR: folder });
    await pulled.says(/API/);
    for (const name of readdirSync(folder)) if (!name.endsWith(".lock")) rmSync(join(folder, name));
    const { code, said } = await restoreInto(folder, await aBackup());
    expect([code, said]).toEqual([1, expect.stringContaining(`has ${folder} in use: stop it first`)]);
    pulled.process.kill("SIGKILL");
    await pulled.ended;
    expect((await restoreInto(folder, await aBackup())).code).toBe(0);
  });

  test("where the index of another database lies", async () => {
    const folder = newFolder("with-index");
    mkdirSync(folder);
    writeFileSync(join(folder, "search.sqlite"), "");
    const { code, said } = await restoreInto(folder, await aBackup());
    expect([code, said]).toEqual([1, expect.stringContaining(join(folder, "search.sqlite"))]);
  });

  test.each([
    ["is not there", () => undefined, "there is no file"],
    [
      "is no database",
      (file: string) => writeFileSync(file, "no database, however long".repeat(99)),
      "is damaged",
    ],
    [
      "is another's database",
      (file: string) => void new Database(file).exec("CREATE TABLE a (b)").close(),
      "no database of Exemplar",
    ],
    ["was cut short", (file: string) => truncateSync(file, 300_000), "is damaged"],
  ])("of a file that %s, and nothing is made", async (what, spoil, words) => {
    const file = join(backups, `${what.replaceAll(/\W/g, "-")}.sqlite`);
    if (what === "was cut short") cpSync(await aBackup(), file);
    spoil(file);
    const folder = newFolder(`never-${what.replaceAll(/\W/g, "-")}`);
    const { code, said } = await restoreInto(folder, file);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(existsSync(folder)).toBe(false);
  });
});

test("without an argument both say how they are used", async () => {
  for (const name of ["backup", "restore"] as const) {
    const { code, said } = await copy.run(`cli/${name}.js`).ended;
    expect([code, said]).toEqual([1, expect.stringContaining(`usage: npm run ${name} -- <file`)]);
  }
});

describe.skipIf(isPostgresSkipped)(`on PostgreSQL${skippedBecause}`, () => {
  test("both name the commands that do it, and these do", async () => {
    const [from, to] = [await newMigratedDatabase(), await newPostgresDatabase()];
    await from.query("UPDATE content_state SET content_revision = 7");
    const file = join(backups, "postgres.dump");
    const run = async (name: "backup" | "restore", url: string): Promise<void> => {
      const { code, said } = await command(name, "any", { DATABASE_URL: url });
      expect(code).toBe(1);
      const told = /pg_\w+ .*/.exec(said)?.[0] ?? "";
      const path = `${programsFolder ?? ""}:${process.env["PATH"] ?? ""}`;
      await promisify(execFile)("sh", ["-c", told.replace(/FILE\b/, file)], {
        env: { ...process.env, DATABASE_URL: url, PATH: path },
      });
    };
    await run("backup", from.url);
    await run("restore", to.url);
    const state = "SELECT content_revision, (SELECT COUNT(*) FROM migrations) AS done FROM content_state";
    expect(await to.query(state)).toEqual(await from.query(state));
    await Promise.all([from.remove(), to.remove()]);
  });
});
