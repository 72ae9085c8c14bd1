import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DataSource } from "typeorm";
import type { Clock } from "../../clock.js";
import { pollingFeed } from "../change-feed.js";
import { sharedOptions } from "../data-source.js";
import { inTurn } from "../in-turn.js";
import { createChangeLog } from "../outbox.js";
import { hasAllMigrations, type Storage } from "../storage.js";
import { createUnitOfWork } from "../unit-of-work.js";
import { bePresent, fileLock } from "./file-lock.js";
import { createSqliteReader } from "./sqlite-reader.js";

/** Opens the file, brings its tables up to date, and waits its turn for that. */
export async function openSqliteStorage(file: string, clock: Clock): Promise<Storage> {
  const dataSource = createSqliteDataSource(file);
  const presence = await bePresent(dirname(file));
  const lock = fileLock(dirname(file), "write");
  await lock.run(async () => {
    await dataSource.initialize();
    await dataSource.runMigrations();
  });
  const reader = createSqliteReader(file);
  // One better-sqlite3 connection serves everybody: a second write inside an open transaction would join it,
  // and vanish with its rollback.
  const transact = inTurn((work) => dataSource.transaction(work));
  return {
    unitOfWork: createUnitOfWork((work) => lock.run(() => transact(work)), clock),
    reader,
    changeLog: createChangeLog(reader),
    changeFeed: pollingFeed,
    isMigrated: () => hasAllMigrations(reader),
    async close() {
      await reader.close();
      await dataSource.destroy();
      presence.leave();
    },
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
