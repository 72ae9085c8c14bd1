import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DataSource } from "typeorm";
import type { Clock } from "../../clock.js";
import { sharedOptions } from "../data-source.js";
import { inTurn } from "../in-turn.js";
import type { Lock } from "../lock.js";
import { createUnitOfWork, type UnitOfWork } from "../unit-of-work.js";

export interface SqliteWriter {
  readonly unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

/** Opens the file for writing, in turn with all other processes, and brings its tables up to date. */
export async function openSqliteWriter(file: string, lock: Lock, clock: Clock): Promise<SqliteWriter> {
  const dataSource = createSqliteDataSource(file);
  try {
    await lock.run(async () => {
      await dataSource.initialize();
      await dataSource.runMigrations();
    });
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
  // One better-sqlite3 connection serves everybody: a second write inside an open transaction would join it,
  // and vanish with its rollback.
  const transact = inTurn((work) => dataSource.transaction(work));
  return {
    unitOfWork: createUnitOfWork((work) => lock.run(() => transact(work)), clock),
    close: () => dataSource.destroy(),
  };
}

/** The connection that writes. */
export function createSqliteDataSource(file: string): DataSource {
  mkdirSync(dirname(file), { recursive: true });
  return new DataSource({
    ...sharedOptions,
    type: "better-sqlite3",
    database: file,
    enableWAL: true,
    // The driver waits with the whole event loop; who waits longer waits in `file-lock.ts`.
    timeout: 100,
    prepareDatabase: (db: { pragma(text: string): unknown }) => {
      db.pragma("synchronous = NORMAL");
      // Rows come in the order of no index, because their keys are UUIDs.
      db.pragma("cache_size = -65536");
    },
  });
}
