import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openCatalogue, type Catalogue } from "../../src/catalogue/catalogue.js";
import { loadConfig } from "../../src/config.js";
import { keepSeeded } from "../../src/content/keep-seeded.js";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { noteContentOrigin } from "../../src/database/content-origin.js";
import { openStorage } from "../../src/database/open-database.js";
import type { Storage } from "../../src/database/storage.js";
import { aCase, contentOf, label } from "../support/content.js";
import { askPostgres, createDatabase, type PostgresDatabase } from "../support/postgres.js";
import { noServer, startPostgres, startStandby, stopServerIn } from "../support/postgres-server.js";
import { fixedClock } from "../support/storage.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";

const isSkipped = noServer !== null && !process.env["EXEMPLAR_TEST_REQUIRE_POSTGRES"];

/** A real primary and a real standby, which stops following whenever a test says so. */
describe.skipIf(isSkipped)(`a read replica${isSkipped ? ` (skipped: ${noServer})` : ""}`, () => {
  const folder = newTemporaryFolder();
  const [primaryFolder, standbyFolder] = [join(folder, "primary"), join(folder, "standby")] as const;
  let database: PostgresDatabase;
  let storage: Storage;
  let replicaUrl: string;
  let catalogue: Catalogue;

  const publish = (title: string, slugs: readonly string[] = ["one"]) =>
    seed(
      storage.unitOfWork,
      allRecords(contentOf(slugs.map((slug) => aCase({ slug, title: label(title, title) })))),
    );
  const titles = async (edition = catalogue.current()) => {
    const views = await edition.cases([...edition.columns.facts].map(({ id }) => id));
    return views.map((view) => view?.title.en ?? null);
  };
  const onReplica = async (text: string) => (await askPostgres(replicaUrl, text))[0];
  const pause = () => onReplica("SELECT pg_wal_replay_pause()");
  const resume = () => onReplica("SELECT pg_wal_replay_resume()");
  const revisionOnReplica = async () =>
    (await onReplica("SELECT content_revision AS n FROM content_state"))?.["n"];

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    for (const one of [primaryFolder, standbyFolder]) mkdirSync(one);
    const primary = await startPostgres(primaryFolder);
    database = await createDatabase(primary.url);
    const standby = await startStandby(standbyFolder, primary);
    const url = new URL(standby.url);
    url.pathname = new URL(database.url).pathname;
    replicaUrl = url.href;
    storage = await openStorage({
      database: loadConfig({ DATABASE_URL: database.url, DATABASE_READ_URL: replicaUrl }).database,
      clock: fixedClock,
    });
    await publish("First");
    await vi.waitFor(
      async () => {
        expect(await revisionOnReplica()).toBe(1);
      },
      { timeout: 30_000 },
    );
    const { reader, changeLog } = storage;
    catalogue = await openCatalogue({ reader, changeLog, cacheBytes: 16 * 2 ** 20 });
  }, 120_000);
  afterAll(async () => {
    await storage.close();
    for (const one of [primaryFolder, standbyFolder]) await stopServerIn(one);
    rmSync(folder, { recursive: true, force: true });
  });

  test("is what is read while it follows", async () => {
    expect(await titles()).toEqual(["First"]);
    expect(await readingConnections(replicaUrl)).not.toHaveLength(0);
    // Nothing but the change log has been read there, one statement at a time.
    expect((await readingConnections(database.url)).length).toBeLessThanOrEqual(1);
  });

  test("that is behind is not believed: what has been announced is shown, and kept", async () => {
    await pause();
    await publish("Second");
    expect(await catalogue.refresh()).toBe(true);
    expect(await titles()).toEqual(["Second"]);
    // From the cache, and so nothing of the replica's was put there.
    const count = storage.reader.statementCount();
    expect(await titles()).toEqual(["Second"]);
    expect(storage.reader.statementCount()).toBe(count);
    expect(await revisionOnReplica()).toBe(1);
  });

  test("that stays behind never brings the catalogue back, nor the change log", async () => {
    for (let look = 0; look < 3; look++) {
      expect(await catalogue.refresh()).toBe(false);
      expect(catalogue.current().contentRevision).toBe(2);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect((await storage.changeLog.changesAfter(1, 10)).length).toBeGreaterThan(0);
    expect(await titles()).toEqual(["Second"]);
  });

  test("that lacks a case which was published since does not hide it, and does not show one withdrawn", async () => {
    await publish("Third", ["two"]);
    await catalogue.refresh();
    // The replica is looked at again after a rest, and is still at the first revision.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const { facts } = catalogue.current().columns;
    expect([...facts].map(({ slug }) => slug)).toEqual(["two"]);
    expect(await titles()).toEqual(["Third"]);
  });

  test("that has caught up is read again", async () => {
    await resume();
    await expect.poll(revisionOnReplica, { timeout: 10_000 }).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await publish("Fourth", ["two"]);
    await expect.poll(revisionOnReplica, { timeout: 10_000 }).toBe(4);
    await catalogue.refresh();
    expect(await titles()).toEqual(["Fourth"]);
  });

  test("that is behind is not asked where the content is from", async () => {
    await pause();
    const note = (kind: "FILES" | "SYNTHETIC") =>
      storage.unitOfWork.run(({ manager }) => noteContentOrigin(manager, { kind, digest: null }));
    await note("SYNTHETIC");
    expect(await keepSeeded(storage, folder)).toEqual({ kind: "synthetic" });
    await note("FILES");
    await resume();
  });

  test("that is down leaves the primary to be read", async () => {
    await stopServerIn(standbyFolder);
    await publish("Fifth", ["two"]);
    await catalogue.refresh();
    expect(await titles()).toEqual(["Fifth"]);
  });
});

/** Connections of the reading kind, as the server lists them. */
const readingConnections = (url: string) =>
  askPostgres(
    url,
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'exemplar reading' AND datname = current_database()",
  );
