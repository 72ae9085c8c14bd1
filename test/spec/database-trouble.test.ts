import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { Client } from "pg";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openApp, type App } from "../../src/app.js";
import { loadConfig } from "../../src/config.js";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { openStorage } from "../../src/database/open-database.js";
import { createLogger } from "../../src/http/logger.js";
import { ask, firstError } from "../support/ask.js";
import { aCase, contentOf, label } from "../support/content.js";
import {
  createDatabase,
  isPostgresSkipped,
  newMigratedDatabase,
  skippedBecause,
  type PostgresDatabase,
} from "../support/postgres.js";
import { noServer, startPostgres, stopServerIn } from "../support/postgres-server.js";
import { startProxy, type Proxy } from "../support/proxy.js";
import { fixedClock } from "../support/storage.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";

const unavailable = {
  code: "DATABASE_UNAVAILABLE",
  message: "The database is not available. Try again in a moment.",
};
const cases = Array.from({ length: 30 }, (_, index) => aCase({ slug: `case-${index}` }));
/** Has no place for null: without the database there are no data. */
const titles = "{ cases { nodes { title { zh } } } }";

const settings = { log: createLogger("silent"), clock: fixedClock, followMs: 100, seeds: null };

async function close(app: App): Promise<void> {
  for (const step of app.closing) await step.close();
}

describe.skipIf(isPostgresSkipped)(`a service whose database has trouble${skippedBecause}`, () => {
  let database: PostgresDatabase;
  let proxy: Proxy;
  let app: App;
  let folder: string;

  const open = (): Promise<App> =>
    openApp({
      config: loadConfig({
        ...{ DATABASE_URL: proxy.url, EXEMPLAR_DATA_DIR: folder, EXEMPLAR_RATE_LIMIT: "off" },
        ...{ EXEMPLAR_STATEMENT_TIMEOUT_MS: "1500", EXEMPLAR_DATABASE_POOL_SIZE: "2" },
        // Nothing fits: what is shown has to be read.
        EXEMPLAR_CASE_CACHE_BYTES: "1",
      }),
      ...settings,
    });
  const askForCases = () => ask(app.http, titles);
  const title = async () =>
    (await askForCases()).json<{ data?: { cases: { nodes: object[] } } }>().data?.cases.nodes[0];

  beforeAll(async () => {
    database = await newMigratedDatabase();
    const { database: config } = loadConfig({ DATABASE_URL: database.url });
    const storage = await openStorage({ database: config, clock: fixedClock });
    await seed(storage.unitOfWork, allRecords(contentOf(cases)));
    await storage.close();
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    folder = newTemporaryFolder();
    proxy = await startProxy(database.url);
    app = await open();
  });
  afterEach(async () => {
    proxy.mend();
    await close(app);
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("does not notice that its connections have been broken", async () => {
    expect(await title()).toBeDefined();
    for (let time = 0; time < 3; time++) {
      await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      expect(await title()).toBeDefined();
    }
  });

  test("answers with a code of its own while the server cannot be reached, and by itself again afterwards", async () => {
    proxy.cut();
    const refused = await askForCases();
    expect([refused.statusCode, firstError(refused)]).toEqual([503, unavailable]);
    expect((await app.http.inject("/readyz")).statusCode).toBe(503);
    expect((await app.http.inject("/healthz")).statusCode).toBe(200);
    proxy.mend();
    expect(await title()).toBeDefined();
    expect((await app.http.inject("/readyz")).statusCode).toBe(200);
  });

  test("still shows what it has in memory", async () => {
    proxy.cut();
    const answer = await ask(app.http, "{ cases { totalCount facets { tags { count } } } }");
    expect(answer.json()).toMatchObject({ data: { cases: { totalCount: cases.length } } });
  });

  test("does not hang on a network that says nothing", async () => {
    proxy.silence();
    const refused = await askForCases();
    expect([refused.statusCode, firstError(refused)]).toEqual([503, unavailable]);
    proxy.mend();
    expect(await title()).toBeDefined();
  });

  test("gives up a statement that takes too long, and a request that waits for a connection in vain", async () => {
    const locker = new Client(database.url);
    await locker.connect();
    await locker.query("BEGIN; LOCK TABLE case_record IN ACCESS EXCLUSIVE MODE");
    const slow = await askForCases();
    expect([slow.statusCode, firstError(slow)]).toEqual([503, unavailable]);
    const crowd = await Promise.all(Array.from({ length: 12 }, askForCases));
    for (const one of crowd) expect([one.statusCode, firstError(one)]).toEqual([503, unavailable]);
    await locker.query("ROLLBACK");
    await locker.end();
    expect(await title()).toBeDefined();
  });

  test("follows again what is published, once the server is back", async () => {
    proxy.cut();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const changed = cases.map((one) => ({ ...one, title: label("新标题", "New") }));
    const storage = await openStorage({
      database: loadConfig({ DATABASE_URL: database.url }).database,
      clock: fixedClock,
    });
    await seed(storage.unitOfWork, allRecords(contentOf(changed)));
    const revision = await storage.changeLog.contentRevision();
    await storage.close();
    proxy.mend();
    await expect.poll(() => app.catalogue.current().contentRevision, { timeout: 5_000 }).toBe(revision);
  });

  test("goes on when a table has got another column meanwhile", async () => {
    expect(await title()).toBeDefined();
    await database.query("ALTER TABLE town ADD COLUMN later_version text");
    for (let time = 0; time < 3; time++) expect(await title()).toBeDefined();
    await database.query("ALTER TABLE town DROP COLUMN later_version");
    expect(await title()).toBeDefined();
  });

  test("writes nothing by halves when the connection breaks inside a transaction, and says so", async () => {
    const { unitOfWork, changeLog } = app.storage;
    const before = await changeLog.contentRevision();
    const broken = unitOfWork.run(async ({ manager, changed }) => {
      changed("case", "lost");
      await manager.query("SELECT 1");
      proxy.cut();
      await manager.query("SELECT 1");
    });
    await expect(broken).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    proxy.mend();
    await unitOfWork.run(({ changed }) => Promise.resolve(changed("case", "kept")));
    expect((await changeLog.changesAfter(before, 10)).map(({ rowId }) => rowId)).toEqual(["kept"]);
  });
});

const isServerSkipped = noServer !== null && !process.env["EXEMPLAR_TEST_REQUIRE_POSTGRES"];

describe.skipIf(isServerSkipped)(
  `a service whose server starts again${isServerSkipped ? ` (skipped: ${noServer})` : ""}`,
  () => {
    test("says that it is not ready, and recovers by itself", async () => {
      const folder = newTemporaryFolder();
      chmodSync(folder, 0o711);
      for (const name of ["server", "data"]) mkdirSync(join(folder, name));
      const server = await startPostgres(join(folder, "server"));
      const { url } = await createDatabase(server.url);
      const config = loadConfig({
        DATABASE_URL: url,
        EXEMPLAR_DATA_DIR: join(folder, "data"),
        EXEMPLAR_CASE_CACHE_BYTES: "1",
      });
      const storage = await openStorage({ database: config.database, clock: fixedClock });
      await seed(storage.unitOfWork, allRecords(contentOf(cases)));
      await storage.close();
      const app = await openApp({ config, ...settings });
      const readiness = async () => (await app.http.inject("/readyz")).statusCode;
      expect(await readiness()).toBe(200);

      await server.crash();
      expect(await readiness()).toBe(503);
      const refused = await ask(app.http, titles);
      expect([refused.statusCode, firstError(refused)]).toEqual([503, unavailable]);

      await server.start();
      expect(await readiness()).toBe(200);
      const answer = await ask(app.http, titles);
      expect(answer.json()).not.toHaveProperty("errors");

      await close(app);
      await stopServerIn(join(folder, "server"));
      rmSync(folder, { recursive: true, force: true });
    }, 120_000);
  },
);
