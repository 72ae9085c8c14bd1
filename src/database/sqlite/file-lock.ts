import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import type { Lock } from "../lock.js";

const RETRY_MS = 50;

/**
 * A lock of this name in this folder, for the processes of one machine. It is SQLite's own on a small file, so the
 * system lets it go when a process is killed.
 */
export function fileLock(folder: string, name: string): Lock {
  return {
    async run(work) {
      const lock = openLock(folder, name);
      try {
        while (!acquire(lock)) await wait(RETRY_MS);
        return await work();
      } finally {
        lock.close();
      }
    },
    async runIfFree(work) {
      const lock = openLock(folder, name);
      try {
        return acquire(lock) ? await work() : null;
      } finally {
        lock.close();
      }
    },
  };
}

/** Free while nobody is present in this folder. */
export const presenceLock = (folder: string): Lock => fileLock(folder, PRESENCE);

const PRESENCE = "open";

/** Says that somebody uses this folder, one of any number; waits while it is being restored. */
export async function bePresent(folder: string): Promise<{ leave(): void }> {
  const lock = openLock(folder, PRESENCE);
  while (!acquire(lock, "BEGIN; SELECT COUNT(*) FROM sqlite_master")) await wait(RETRY_MS);
  return {
    leave() {
      lock.close();
    },
  };
}

function openLock(folder: string, name: string): Database.Database {
  mkdirSync(folder, { recursive: true });
  return new Database(join(folder, `${name}.lock`), { timeout: 0 });
}

function acquire(lock: Database.Database, statement = "BEGIN EXCLUSIVE"): boolean {
  try {
    lock.exec(statement);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      if (lock.inTransaction) lock.exec("ROLLBACK");
      return false;
    }
    throw error;
  }
}
