import { join } from "node:path";
import type { DataSource } from "typeorm";
import { expect, onTestFinished, test } from "vitest";
import { createDataSource } from "../../src/database/data-source.js";
import { migrations } from "../../src/database/migrations/all-migrations.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function emptyDatabase(): Promise<DataSource> {
  const dataSource = createDataSource({ file: join(temporaryFolder(), "exemplar.sqlite") });
  await dataSource.initialize();
  onTestFinished(() => dataSource.destroy());
  return dataSource;
}

async function drift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations' ORDER BY name",
  );
  return rows.map(({ name }) => name);
}

test("the migrations make exactly the tables that the rows describe", async () => {
  const dataSource = await emptyDatabase();
  expect((await drift(dataSource)).length).toBeGreaterThan(0);
  await dataSource.runMigrations();
  expect(await drift(dataSource)).toEqual([]);
});

test("the migrations go up, all the way down and up again", async () => {
  const dataSource = await emptyDatabase();
  await dataSource.runMigrations();
  const tables = await tablesOf(dataSource);
  for (let step = 0; step < migrations.length; step++) await dataSource.undoLastMigration();
  expect(await tablesOf(dataSource)).toEqual([]);
  await dataSource.runMigrations();
  expect(await tablesOf(dataSource)).toEqual(tables);
  expect(await drift(dataSource)).toEqual([]);
});

test("the database itself refuses a broken reference, a word of no closed set and a second slug", async () => {
  const dataSource = await emptyDatabase();
  await dataSource.runMigrations();
  const insert = (text: string) => dataSource.transaction((manager) => manager.query(text));
  await expect(
    insert("INSERT INTO case_tag (case_id, position, tag_id) VALUES ('a', 0, 'b')"),
  ).rejects.toThrow("FOREIGN KEY");
  await expect(
    insert(
      "INSERT INTO region (id, key, level, position, name_zh, name_en) VALUES ('a', 'a', 'PLANET', 0, '', '')",
    ),
  ).rejects.toThrow("CHECK");
  await insert("INSERT INTO tag (id, key, position, name_zh, name_en) VALUES ('a', 'craft', 0, '', '')");
  await expect(
    insert("INSERT INTO tag (id, key, position, name_zh, name_en) VALUES ('b', 'craft', 0, '', '')"),
  ).rejects.toThrow("UNIQUE");
});
