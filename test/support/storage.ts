import { onTestFinished } from "vitest";
import { openCatalogue, type Catalogue } from "../../src/catalogue/catalogue.js";
import { allRecords } from "../../src/content/records/all-records.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { seed, type SeedDifference } from "../../src/content/seed.js";
import { openStorage } from "../../src/database/open-database.js";
import type { Storage } from "../../src/database/storage.js";
import { newTestDatabase, type DatabaseKind } from "./databases.js";
import { temporaryFolder } from "./temporary-folder.js";

export const fixedClock = { now: () => new Date("2026-11-24T08:00:00Z") };

export interface TestStorage extends Storage {
  readonly folder: string;
  seed(files: SeedFiles): Promise<SeedDifference>;
  openCatalogue(): Promise<Catalogue>;
}

/** A real database of the test's own, with these contents. */
export async function openTestStorage(files?: SeedFiles, kind?: DatabaseKind): Promise<TestStorage> {
  const folder = temporaryFolder();
  const { config: database, remove } = await newTestDatabase(folder, kind);
  const storage = await openStorage({ database, clock: fixedClock });
  onTestFinished(async () => {
    await storage.close();
    await remove();
  });
  const test: TestStorage = {
    ...storage,
    folder,
    seed: (some) => seed(storage.unitOfWork, allRecords(some)),
    openCatalogue: () =>
      openCatalogue({ reader: storage.reader, changeLog: storage.changeLog, cacheBytes: 16 * 2 ** 20 }),
  };
  if (files) await test.seed(files);
  return test;
}
