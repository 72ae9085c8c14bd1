import type { DataSource } from "typeorm";
import { expect, onTestFinished, test } from "vitest";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { migrations } from "../../src/database/migrations/all-migrations.js";
import { migrationNames } from "../../src/database/migrations/migration-names.js";
import { createDataSource } from "../../src/database/create-data-source.js";
import { createUnitOfWork } from "../../src/database/unit-of-work.js";
import { aCase, contentOf } from "../support/content.js";
import { databaseKind, newEmptyDatabase } from "../support/databases.js";
import { fixedClock } from "../support/storage.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function emptyDatabase(): Promise<DataSource> {
  const { config, remove } = await newEmptyDatabase(temporaryFolder());
  const dataSource = createDataSource(config);
  await dataSource.initialize();
  onTestFinished(async () => {
    await dataSource.destroy();
    await remove();
  });
  return dataSource;
}

async function drift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const tables =
    databaseKind === "postgres"
      ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const rows: { name: string }[] = await dataSource.query(tables);
  return rows
    .map(({ name }) => name)
    .filter((name) => name !== "migrations")
    .sort();
}

test("who only reads knows every migration by name", () => {
  expect(migrations.map(({ name }) => name)).toEqual(migrationNames);
});

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

test("cases and towns that were there before the bundles have theirs after the migrations", async () => {
  const dataSource = await emptyDatabase();
  await dataSource.runMigrations();
  const unitOfWork = createUnitOfWork((work) => dataSource.transaction(work), fixedClock);
  await seed(unitOfWork, allRecords(contentOf([aCase({ slug: "one" }), aCase({ slug: "two" })])));
  const bundles = async (): Promise<unknown[]> => [
    ...(await dataSource.query<unknown[]>("SELECT case_id, card FROM case_bundle ORDER BY case_id")),
    ...(await dataSource.query<unknown[]>("SELECT town_id, whole FROM town_bundle ORDER BY town_id")),
  ];
  const before = await bundles();
  expect(before.length).toBeGreaterThan(2);
  await dataSource.undoLastMigration();
  await dataSource.undoLastMigration();
  await dataSource.runMigrations();
  expect(await bundles()).toEqual(before);
});

test("the database itself refuses a broken reference, a word of no closed set and a second slug", async () => {
  const dataSource = await emptyDatabase();
  await dataSource.runMigrations();
  const insert = (text: string) => dataSource.transaction((manager) => manager.query(text));
  await expect(
    insert("INSERT INTO case_tag (case_id, position, tag_id) VALUES ('a', 0, 'b')"),
  ).rejects.toThrow(/foreign key/i);
  await expect(
    insert(
      "INSERT INTO region (id, key, level, position, name_zh, name_en) VALUES ('a', 'a', 'PLANET', 0, '', '')",
    ),
  ).rejects.toThrow(/check/i);
  await insert("INSERT INTO tag (id, key, position, name_zh, name_en) VALUES ('a', 'craft', 0, '', '')");
  await expect(
    insert("INSERT INTO tag (id, key, position, name_zh, name_en) VALUES ('b', 'craft', 0, '', '')"),
  ).rejects.toThrow(/unique/i);
});
