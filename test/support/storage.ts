import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openCatalogue, type Catalogue } from "../../src/catalogue/catalogue.js";
import { allRecords } from "../../src/content/records/all-records.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { seed, type SeedDifference } from "../../src/content/seed.js";
import { openStorage, type Storage } from "../../src/database/open-database.js";
import { temporaryFolder } from "./temporary-folder.js";

export const fixedClock = { now: () => new Date("2026-11-24T08:00:00Z") };

export interface TestStorage extends Storage {
  readonly folder: string;
  readonly file: string;
  seed(files: SeedFiles): Promise<SeedDifference>;
  openCatalogue(): Promise<Catalogue>;
}

/** A real database file in a folder of the test's own, with these contents. */
export async function openTestStorage(files?: SeedFiles): Promise<TestStorage> {
  const folder = temporaryFolder();
  const file = join(folder, "exemplar.sqlite");
  const storage = await openStorage({ database: { file }, clock: fixedClock });
  onTestFinished(() => storage.close());
  const test: TestStorage = {
    ...storage,
    folder,
    file,
    seed: (some) => seed(storage.unitOfWork, allRecords(some)),
    openCatalogue: () =>
      openCatalogue({ reader: storage.reader, changeLog: storage.changeLog, cacheBytes: 16 * 2 ** 20 }),
  };
  if (files) await test.seed(files);
  return test;
}
