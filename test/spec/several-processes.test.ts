import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../src/database/change-log.js";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { openStorage } from "../../src/database/open-database.js";
import { runSupportScript } from "../support/own-process.js";
import {
  isPostgresSkipped,
  newMigratedDatabase,
  newPostgresDatabase,
  skippedBecause,
  type PostgresDatabase,
} from "../support/postgres.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import { stopService, titleIn, totalIn } from "../support/running-service.js";
import { openTestStorage } from "../support/storage.js";

/** Real processes on one database, each with an index of its own, as on machines of their own. */

const zhuji = "zhuji-hosiery-town";
const within = (ms: number) => ({ timeout: ms, interval: 20 });

describe.skipIf(isPostgresSkipped)(`several services on one database${skippedBecause}`, () => {
  let copy: ProjectCopy;
  let database: PostgresDatabase;
  let services: RunningProgram[] = [];
  const start = (name: string): RunningProgram =>
    copy.run("main.js", { DATABASE_URL: database.url, EXEMPLAR_DATA_DIR: join(copy.folder, name) });
  const publishTitle = async (title: string): Promise<void> => {
    const file = join(copy.folder, `seeds/cases/traditional-industry-upgrading/${zhuji}.yaml`);
    const changed = readFileSync(file, "utf8").replace(/^title:\n {2}zh: .*$/m, `title:\n  zh: ${title}`);
    writeFileSync(file, changed);
    expect((await copy.run("cli/seed.js", { DATABASE_URL: database.url }).ended).said).toMatch(
      /1 records? w/,
    );
  };

  beforeAll(async () => {
    copy = copyProject();
    database = await newPostgresDatabase();
    services = [start("one"), start("two")];
    await Promise.all(services.map((service) => service.says(/API/)));
  }, 120_000);
  afterAll(async () => {
    expect(await Promise.all(services.map(stopService))).toEqual([0, 0]);
    copy.remove();
    await database.remove();
  });

  test("that started at once on an empty one have migrated and seeded it once", async () => {
    const twice = (column: string, table: string) =>
      database.query(`SELECT ${column} FROM ${table} GROUP BY ${column} HAVING COUNT(*) > 1`);
    expect(await twice("name", "migrations")).toEqual([]);
    expect(await twice("record_id", "audit_entry")).toEqual([]);
    expect(await database.query("SELECT content_revision FROM content_state")).toEqual([
      { content_revision: 1 },
    ]);
    for (const service of services) expect(await totalIn(service, "袜业")).toBeGreaterThan(0);
  });

  test("all show and find within a second what one process publishes", async () => {
    await publishTitle("众所周知的标题");
    await expect
      .poll(() => Promise.all(services.map((one) => titleIn(one, zhuji))), within(1_000))
      .toEqual(["众所周知的标题", "众所周知的标题"]);
    await expect
      .poll(() => Promise.all(services.map((one) => totalIn(one, "众所周知的标题"))), within(1_000))
      .toEqual([1, 1]);
  });

  test("also when the writer notifies nobody", async () => {
    await database.query(`
      UPDATE case_record SET title_zh = '无人通知的标题' WHERE slug = '${zhuji}';
      UPDATE case_bundle SET card = replace(card, '众所周知的标题', '无人通知的标题');
      INSERT INTO outbox (seq, content_revision, kind, row_id, at)
        SELECT next_seq, content_revision + 1, 'case', case_record.id, '2026-11-24T08:00:00.000Z'
        FROM content_state, case_record WHERE slug = '${zhuji}';
      UPDATE content_state SET content_revision = content_revision + 1, next_seq = next_seq + 1`);
    await expect
      .poll(() => Promise.all(services.map((one) => titleIn(one, zhuji))), within(1_000))
      .toEqual(["无人通知的标题", "无人通知的标题"]);
  });

  test("start on what one that was killed on the way has left", async () => {
    const empty = await newPostgresDatabase();
    const env = { DATABASE_URL: empty.url, EXEMPLAR_DATA_DIR: join(copy.folder, "killed") };
    const killed = copy.run("main.js", env);
    const migrated = () => empty.query("SELECT name FROM migrations").catch(() => []);
    while ((await migrated()).length === 0 && killed.process.exitCode === null);
    killed.process.kill("SIGKILL");
    await killed.ended;
    const next = copy.run("main.js", env);
    expect(await totalIn(next, "袜业")).toBeGreaterThan(0);
    expect(await stopService(next)).toBe(0);
    await empty.remove();
  }, 60_000);
});

describe.skipIf(isPostgresSkipped)(`several writers on one database${skippedBecause}`, () => {
  const write = (database: PostgresDatabase, ...args: string[]): RunningProgram =>
    runSupportScript("write-changes.ts", args, { DATABASE_URL: database.url });
  const open = (database: PostgresDatabase) =>
    openStorage({ database: loadConfig({ DATABASE_URL: database.url }).database, clock: systemClock });

  test("number their changes in the order of their commits, so that a follower misses none", async () => {
    const database = await newMigratedDatabase();
    const { changeLog, close } = await open(database);
    const writers = ["a", "b", "c"].map((name, index) => write(database, name, "12", String(5 + 7 * index)));
    const expected = 3 * 12 * 2;
    const seen: Change[] = [];
    while (seen.length < expected) {
      seen.push(...(await changeLog.changesAfter(seen.at(-1)?.contentRevision ?? 0, 3)));
    }
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: expected }, (_, index) => index + 1));
    expect(seen.map((change) => change.contentRevision)).toEqual(
      Array.from({ length: expected }, (_, index) => Math.floor(index / 2) + 1),
    );
    expect(new Set(seen.map(({ rowId }) => rowId)).size).toBe(expected);
    expect(await Promise.all(writers.map(async ({ ended }) => (await ended).code))).toEqual([0, 0, 0]);
    await close();
    await database.remove();
  }, 60_000);

  test("go on when the one whose turn it is gets killed", async () => {
    const database = await newMigratedDatabase();
    const { unitOfWork, changeLog, close } = await open(database);
    const holder = write(database, "lost", "1", "600000");
    await holder.says(/writing/);
    let isDone = false;
    const next = unitOfWork
      .run(({ changed }) => Promise.resolve(changed("case", "kept")))
      .then(() => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isDone).toBe(false);
    holder.process.kill("SIGKILL");
    await next;
    expect((await changeLog.changesAfter(0, 10)).map(({ rowId }) => rowId)).toEqual(["kept"]);
    await close();
    await database.remove();
  }, 60_000);

  test("wake those who follow as soon as they have committed, and not before", async () => {
    const follower = await openTestStorage(undefined, "postgres");
    const never = new AbortController().signal;
    // The feed tells once when it begins to listen.
    await follower.changeFeed.next(10_000, never);
    let hasCommitted = false;
    const woken = follower.changeFeed.next(60_000, never).then(() => {
      expect(hasCommitted).toBe(true);
    });
    await follower.unitOfWork.run(async ({ changed }) => {
      changed("case", "a");
      await new Promise((resolve) => setTimeout(resolve, 100));
      hasCommitted = true;
    });
    await woken;
    expect(await follower.changeLog.contentRevision()).toBe(1);
  });
});
