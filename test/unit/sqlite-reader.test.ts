import Database from "better-sqlite3";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSqliteReader } from "../../src/database/sqlite/sqlite-reader.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("values keep their names when another version of the program has added a column meanwhile", async () => {
  const file = join(temporaryFolder(), "some.sqlite");
  const writer = new Database(file);
  writer.pragma("journal_mode = WAL");
  writer.exec(
    "CREATE TABLE a (id TEXT); CREATE TABLE b (name TEXT); INSERT INTO a VALUES ('1'); INSERT INTO b VALUES ('x')",
  );
  const reader = createSqliteReader(file);
  const rows = async () => (await reader.snapshot([{ text: "SELECT a.*, b.name FROM a, b" }]))[0];
  expect(await rows()).toEqual([{ id: "1", name: "x" }]);
  writer.exec("ALTER TABLE a ADD COLUMN more TEXT DEFAULT 'more'");
  expect(await rows()).toEqual([{ id: "1", more: "more", name: "x" }]);
  await reader.close();
  writer.close();
});
