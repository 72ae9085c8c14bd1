import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config.js";
import { openStorage } from "../../src/database/open-database.js";
import type { Storage } from "../../src/database/storage.js";
import { fixedClock } from "../support/storage.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const open = (file: string): Promise<Storage> =>
  openStorage({ database: loadConfig({ DATABASE_URL: file }).database, clock: fixedClock });

/** A database with its tables, closed. */
async function newDatabase(): Promise<string> {
  const file = join(temporaryFolder(), "exemplar.sqlite");
  await (await open(file)).close();
  return file;
}

test("a database whose journal is no WAL, as a restored one's, has a WAL again when it is open", async () => {
  const file = await newDatabase();
  const journalOf = (pragma: string): unknown => {
    const database = new Database(file);
    const mode = database.pragma(pragma, { simple: true });
    database.close();
    return mode;
  };
  expect(journalOf("journal_mode = DELETE")).toBe("delete");
  await (await open(file)).close();
  expect(journalOf("journal_mode")).toBe("wal");
});

test("a transaction that could not begin does not spoil the next one", async () => {
  const file = await newDatabase();
  const storage = await open(file);
  const write = () =>
    storage.unitOfWork.run(({ manager }) => manager.query("UPDATE content_state SET next_seq = next_seq"));
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  await expect(write()).rejects.toThrow();
  other.exec("ROLLBACK");
  other.close();
  await write();
  await storage.close();
});
