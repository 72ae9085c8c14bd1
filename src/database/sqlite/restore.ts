import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { BackupError } from "./backup-error.js";
import { copyDatabase, filesOf, type DatabaseCopy } from "./copy-database.js";
import { presenceLock } from "./file-lock.js";
import { assertSound } from "./sound-database.js";

export interface Restoration {
  readonly from: string;
  /** Where the database belongs. */
  readonly database: string;
  /** What is made of the database, and would tell of another one. */
  readonly derived: readonly string[];
}

/**
 * Brings a copy back where no database is. Nothing is touched unless the copy is sound.
 * @throws {BackupError} when the copy is not sound, the place is taken, or a process has the folder in use.
 */
export async function restoreDatabase({ from, database, derived }: Restoration): Promise<DatabaseCopy> {
  assertSound(from);
  const folder = dirname(database);
  mkdirSync(folder, { recursive: true });
  const copy = await presenceLock(folder).runIfFree(() => {
    const taken = [database, ...derived].flatMap(filesOf).filter((file) => existsSync(file));
    if (taken.length > 0) throw new BackupError(`move away what is there first: ${taken.join(", ")}`);
    return copyDatabase(from, folder, () => basename(database));
  });
  if (!copy) throw new BackupError(`a running service, or a command, has ${folder} in use: stop it first`);
  return copy;
}
