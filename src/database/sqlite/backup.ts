import { existsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Clock } from "../../clock.js";
import { BackupError } from "./backup-error.js";
import { assertFree, copyDatabase, type DatabaseCopy } from "./copy-database.js";
import type { SoundDatabase } from "./sound-database.js";

/**
 * Copies the database, in use or not, into a file or a folder; in a folder the copy is named for revision and time.
 * @throws {BackupError}
 */
export function backUp(database: string, target: string, clock: Clock): Promise<DatabaseCopy> {
  if (!existsSync(database)) throw new BackupError(`there is no database ${database}`);
  if (isFolder(target)) return copyDatabase(database, target, named(clock));
  if (!isFolder(dirname(target))) throw new BackupError(`there is no folder ${dirname(target)}`);
  assertFree(target);
  return copyDatabase(database, dirname(target), () => basename(target));
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const named =
  (clock: Clock) =>
  ({ contentRevision }: SoundDatabase): string => {
    const time = clock.now().toISOString().slice(0, 19).replace(/[-:]/g, "");
    return `exemplar-${time}Z-revision-${contentRevision}.sqlite`;
  };
