import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { keepSeeded } from "../../src/content/keep-seeded.js";
import { allRecords } from "../../src/content/records/all-records.js";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { seedFromFiles } from "../../src/content/seed-from-files.js";
import type { SeedReport } from "../../src/content/seed-report.js";
import { digestOf, readSeedTexts } from "../../src/content/seed-texts.js";
import { seed } from "../../src/content/seed.js";
import { noteContentOrigin } from "../../src/database/content-origin.js";
import { SeededRecordRow } from "../../src/database/rows/log-rows.js";
import { aCase, contentOf } from "../support/content.js";
import { openTestStorage, type TestStorage } from "../support/storage.js";
import { temporaryFolder } from "../support/temporary-folder.js";

let folder: string;
let storage: TestStorage;
const start = (): Promise<SeedReport> => keepSeeded(storage, folder);
const seedFolder = () =>
  seed(storage.unitOfWork, allRecords(readSeedFiles(folder).files), digestOf(readSeedTexts(folder)));

/** Only who compares record by record can notice. */
const forgetOneRecord = () =>
  storage.unitOfWork.run(({ manager }) => manager.delete(SeededRecordRow, { name: "one" }));

beforeEach(async () => {
  folder = temporaryFolder();
  storage = await openTestStorage();
  const { lists, cases } = contentOf([aCase({ slug: "one" })]);
  const files = [...Object.entries(lists), ...cases.map(({ file, content }) => [file, content] as const)];
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  }
  await seedFolder();
});

const sources = (): string => join(folder, "sources.yaml");
const aCaseMissing = { kind: "different", changed: 1, gone: 0 };

test("files that the database was filled from are not compared at the next start", async () => {
  await forgetOneRecord();
  expect(await start()).toEqual({ kind: "same" });
});

test("files that say the same in other bytes are compared once", async () => {
  appendFileSync(sources(), "\n# a remark\n");
  expect(await start()).toEqual({ kind: "same" });
  await forgetOneRecord();
  expect(await start()).toEqual({ kind: "same" });
});

test("files that say something else are told of at every start, until they are seeded or put back", async () => {
  const before = readFileSync(sources(), "utf8");
  writeFileSync(sources(), before.replace('"publisher":"', '"publisher":"Another '));
  const different = { kind: "different", changed: 1, gone: 0 };
  expect([await start(), await start()]).toEqual([different, different]);
  await seedFolder();
  expect(await start()).toEqual({ kind: "same" });
  writeFileSync(sources(), before);
  expect(await start()).toEqual(different);
});

test("files with mistakes are told of, though the database has content", async () => {
  writeFileSync(sources(), "[");
  expect(await start()).toMatchObject({ kind: "unreadable" });
});

test("a database that does not know what it was filled from is compared", async () => {
  await storage.unitOfWork.run(({ manager }) => noteContentOrigin(manager, { kind: "FILES", digest: null }));
  await forgetOneRecord();
  expect(await start()).toEqual(aCaseMissing);
});

test("generated content is neither compared with files nor overwritten by them", async () => {
  await storage.unitOfWork.run(({ manager }) =>
    noteContentOrigin(manager, { kind: "SYNTHETIC", digest: "cases 30, seed 1" }),
  );
  expect(await start()).toEqual({ kind: "synthetic" });
  await expect(seedFolder()).rejects.toThrow("synthetic content");
  await expect(seedFromFiles(storage.unitOfWork, folder)).rejects.toThrow();
});
