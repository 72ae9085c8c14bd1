import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";

const RETRY_MS = 50;

/**
 * Runs the work while no other process holds the lock of this name in this folder; waits its turn.
 * The lock is SQLite's own on a small file, so the system lets it go when a process is killed.
 */
export async function withFileLock<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(join(folder, `${name}.lock`), { timeout: 0 });
  try {
    await acquire(lock);
    return await work();
  } finally {
    lock.close();
  }
}

async function acquire(lock: Database.Database): Promise<void> {
  for (;;) {
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return;
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith("SQLITE_BUSY")) throw error;
      await wait(RETRY_MS);
    }
  }
}
