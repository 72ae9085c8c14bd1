import { cpSync, rmSync } from "node:fs";
import { onTestFinished } from "vitest";
import { openApp, type App } from "../../src/app.js";
import { loadConfig } from "../../src/config.js";
import { allRecords } from "../../src/content/records/all-records.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { seed } from "../../src/content/seed.js";
import { openStorage } from "../../src/database/open-database.js";
import { createLogger } from "../../src/http/logger.js";
import { databaseKind, newTestDatabase } from "./databases.js";
import { seededFolder } from "./seeded-folder.js";
import { fixedClock } from "./storage.js";
import { newTemporaryFolder } from "./temporary-folder.js";

/** Cases in the real seed files: thirty-six towns of the two rounds, seventeen warnings. */
export const PUBLISHED_CASES = 53;

export interface TestApp extends App {
  readonly folder: string;
  /** Asks for data; fails when there are errors. */
  data<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Data>;
  /** Asks, and gives the whole answer. */
  ask(query: string, variables?: object): Promise<Answer>;
  /** Seeds other content and waits until it can be found. */
  seed(files: SeedFiles): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/**
 * The whole service on a database of its own: with content of the test's, or with the real seed files. Those are seeded
 * and indexed once a run, and copied; PostgreSQL is seeded each time. More variables may be given.
 */
export async function openTestApp(
  files?: SeedFiles,
  env: Record<string, string> = {},
  kind = databaseKind,
): Promise<TestApp> {
  const folder = newTemporaryFolder();
  const isCopy = !files && kind === "sqlite";
  if (isCopy) cpSync(await seededFolder(seedForReal), folder, { recursive: true });
  const database = await newTestDatabase(folder, kind);
  const config = configOf(folder, { DATABASE_URL: database.url, ...env });
  if (files) await fill(config, files);
  const app = await openApp({ ...settings, config, ...((files || isCopy) && { seeds: null }) });
  const ask: TestApp["ask"] = async (query, variables = {}) => {
    const response = await app.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query, variables },
    });
    return { status: response.statusCode, ...response.json<Omit<Answer, "status">>() };
  };
  return {
    ...app,
    folder,
    ask,
    async data<Data>(query: string, variables?: object) {
      const { errors, data } = await ask(query, variables);
      if (errors) throw new Error(JSON.stringify(errors, null, 2));
      return data as Data;
    },
    async seed(some) {
      await seed(app.storage.unitOfWork, allRecords(some));
      await app.catchUp();
    },
    async close() {
      for (const step of app.closing) await step.close();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same, closed when the test is over. */
export async function testApp(files?: SeedFiles, env?: Record<string, string>): Promise<TestApp> {
  const app = await openTestApp(files, env);
  onTestFinished(() => app.close());
  return app;
}

const settings = { log: createLogger("silent"), clock: fixedClock, followMs: null };

const configOf = (folder: string, env: Record<string, string> = {}) =>
  loadConfig({ EXEMPLAR_DATA_DIR: folder, LOG_LEVEL: "silent", EXEMPLAR_RATE_LIMIT: "off", ...env });

/** As the service does it on an empty folder. */
async function seedForReal(folder: string): Promise<void> {
  const app = await openApp({ ...settings, config: configOf(folder) });
  for (const step of app.closing) await step.close();
}

async function fill(config: ReturnType<typeof configOf>, files: SeedFiles): Promise<void> {
  const storage = await openStorage({ database: config.database, clock: fixedClock });
  await seed(storage.unitOfWork, allRecords(files));
  await storage.close();
}
