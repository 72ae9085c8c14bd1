import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { loadConfig } from "../../src/config.js";
import { openStorage } from "../../src/database/open-database.js";
import { fileLock } from "../../src/database/sqlite/file-lock.js";
import { noServer, startPostgres } from "./postgres-server.js";

/** A server that runs already; unset: the tests start one. */
const givenUrl = process.env["EXEMPLAR_TEST_DATABASE_URL"];

/** Why a test that needs PostgreSQL cannot run; null: it can. */
export const noPostgres = givenUrl ? null : noServer;

/** Without PostgreSQL: a skipped test, or a failure where EXEMPLAR_TEST_REQUIRE_POSTGRES is set. */
export const isPostgresSkipped = noPostgres !== null && !process.env["EXEMPLAR_TEST_REQUIRE_POSTGRES"];

/** For the name of what is skipped. */
export const skippedBecause = isPostgresSkipped ? ` (skipped: ${noPostgres})` : "";

export interface PostgresDatabase {
  readonly url: string;
  /** Asks as an administrator of this database. */
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/** A new, empty database on the server that all tests of a run share. */
export async function newPostgresDatabase(): Promise<PostgresDatabase> {
  return createDatabase(await sharedServerUrl());
}

/** The same with all tables, and nothing in them: a copy, because migrating takes a while. */
export async function newMigratedDatabase(): Promise<PostgresDatabase> {
  const serverUrl = await sharedServerUrl();
  const template = await madeOnce("template", async () => {
    const { url } = await createDatabase(serverUrl);
    const storage = await openStorage({
      database: loadConfig({ DATABASE_URL: url }).database,
      clock: { now: () => new Date() },
    });
    await storage.close();
    return url;
  });
  return createDatabase(serverUrl, `TEMPLATE ${nameIn(template)}`);
}

/** At the end of a run: what a server that goes on must not keep. */
export async function removeTemplate(folder: string): Promise<void> {
  const file = join(folder, "template");
  if (givenUrl && existsSync(file))
    await askPostgres(givenUrl, `DROP DATABASE ${nameIn(readFileSync(file, "utf8"))}`);
}

export async function createDatabase(serverUrl: string, more = ""): Promise<PostgresDatabase> {
  const url = new URL(serverUrl);
  url.pathname = `/exemplar_test_${randomBytes(6).toString("hex")}`;
  const name = nameIn(url.href);
  await askPostgres(serverUrl, `CREATE DATABASE ${name} ${more}`);
  return {
    url: url.href,
    query: (text) => askPostgres(url.href, text),
    async remove() {
      await askPostgres(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** Asks on a connection of its own, as an administrator. */
export async function askPostgres(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function sharedServerUrl(): Promise<string> {
  if (givenUrl) return givenUrl;
  if (noServer !== null) throw new Error(`PostgreSQL is required, but ${noServer}`);
  return madeOnce("url", async (folder) => {
    mkdirSync(join(folder, "server"));
    return (await startPostgres(join(folder, "server"))).url;
  });
}

/** The first test file that asks for it makes it; it lasts to the end of the run. */
async function madeOnce(name: string, make: (folder: string) => Promise<string>): Promise<string> {
  const folder = inject("postgresFolder");
  const file = join(folder, name);
  return fileLock(folder, name).run(async () => {
    if (!existsSync(file)) writeFileSync(file, await make(folder));
    return readFileSync(file, "utf8");
  });
}
