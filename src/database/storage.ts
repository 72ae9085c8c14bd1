import type { ChangeFeed } from "./change-feed.js";
import type { ChangeLog } from "./change-log.js";
import { migrationNames } from "./migrations/migration-names.js";
import type { Reader } from "./reader.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** The record, open: its tables are there, and writing and reading go by connections of their own. */
export interface Storage {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  readonly changeLog: ChangeLog;
  readonly changeFeed: ChangeFeed;
  /** Whether every migration of this version has run. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
}

/** Whether the database that a reader reads has every migration of this version; it may have later ones. */
export async function hasAllMigrations(reader: Reader): Promise<boolean> {
  const [rows = []] = await reader.snapshot([{ text: "SELECT name FROM migrations" }]);
  const applied = new Set(rows.map((row) => row.name));
  return migrationNames.every((name) => applied.has(name));
}
