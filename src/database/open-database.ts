import { dirname } from "node:path";
import type { DataSource } from "typeorm";
import type { Clock } from "../clock.js";
import type { ChangeLog } from "./change-log.js";
import { createDataSource } from "./data-source.js";
import { createChangeLog } from "./outbox.js";
import type { Reader } from "./reader.js";
import { withFileLock } from "./sqlite/file-lock.js";
import { createSqliteReader } from "./sqlite/sqlite-reader.js";
import { createUnitOfWork, type UnitOfWork } from "./unit-of-work.js";

/** The record, open: one connection that writes in turn, one that only reads. */
export interface Storage {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  readonly changeLog: ChangeLog;
  /** Whether every migration of this version has run. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly database: { readonly file: string };
  readonly clock: Clock;
}

/** Opens the database, brings its tables up to date, and waits its turn for that. */
export async function openStorage({ database, clock }: StorageOptions): Promise<Storage> {
  const dataSource = createDataSource(database);
  const lockFolder = dirname(database.file);
  await withFileLock(lockFolder, "write", () => migrate(dataSource));
  const reader = createSqliteReader(database.file);
  const inTurn = createUnitOfWork(dataSource, clock);
  return {
    unitOfWork: { run: (work) => withFileLock(lockFolder, "write", () => inTurn.run(work)) },
    reader,
    changeLog: createChangeLog(reader),
    isMigrated: async () => !(await dataSource.showMigrations()),
    async close() {
      await reader.close();
      await dataSource.destroy();
    },
  };
}

async function migrate(dataSource: DataSource): Promise<void> {
  await dataSource.initialize();
  await dataSource.runMigrations();
}
