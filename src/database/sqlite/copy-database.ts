import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { BackupError } from "./backup-error.js";
import { assertSound, type SoundDatabase } from "./sound-database.js";

export interface DatabaseCopy extends SoundDatabase {
  readonly file: string;
}

/**
 * Copies a database that may be in use: one moment of it, whole. The copy is one file, checked, and has its name only
 * when it is complete and on the disk.
 * @throws {BackupError} when the source cannot be read, the copy cannot be written, or the name is taken.
 */
export async function copyDatabase(
  from: string,
  folder: string,
  nameOf: (copied: SoundDatabase) => string,
): Promise<DatabaseCopy> {
  const unfinished = join(folder, `unfinished-${process.pid}.sqlite`);
  try {
    await copyPages(from, unfinished);
    const copied = assertSound(unfinished);
    const file = join(folder, nameOf(copied));
    assertFree(file);
    flush(unfinished);
    renameSync(unfinished, file);
    flush(folder);
    return { ...copied, file };
  } catch (error) {
    if (!isExplained(error)) throw error;
    throw error instanceof BackupError ? error : new BackupError(`${from} was not copied: ${error.message}`);
  } finally {
    for (const rest of filesOf(unfinished)) rmSync(rest, { force: true });
  }
}

/** @throws {BackupError} when there is something of this name. */
export function assertFree(file: string): void {
  if (existsSync(file)) throw new BackupError(`there is already ${file}`);
}

/** A database and what SQLite may keep beside it. */
export const filesOf = (file: string): string[] => ["", "-wal", "-shm", "-journal"].map((end) => file + end);

/** All pages in one step: between two, a writer would make SQLite begin again, and writers may never rest. */
const ALL_PAGES = 0x7fffffff;

async function copyPages(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    // One file without companions; the service goes back to WAL when it opens it.
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** SQLite, or the file system, said what is wrong. */
function isExplained(error: unknown): error is Error {
  if (error instanceof BackupError || error instanceof Database.SqliteError) return true;
  return error instanceof Error && ("syscall" in error || /directory does not exist/.test(error.message));
}
