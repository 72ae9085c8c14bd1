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
  const lock = openLock(folder, name);
  try {
    while (!acquire(lock)) await wait(RETRY_MS);
    return await work();
  } finally {
    lock.close();
  }
}

/** The same, but null at once when another process holds the lock. */
export async function tryFileLock<T>(
  folder: string,
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const lock = openLock(folder, name);
  try {
    return acquire(lock) ? await work() : null;
  } finally {
    lock.close();
  }
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
