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

function openLock(folder: string, name: string): Database.Database {
  mkdirSync(folder, { recursive: true });
  return new Database(join(folder, `${name}.lock`), { timeout: 0 });
}

function acquire(lock: Database.Database): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
}
