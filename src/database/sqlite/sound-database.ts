import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { contentRevisionOf, contentRevisionQuery } from "../outbox.js";
import type { Row } from "../reader.js";
import { BackupError } from "./backup-error.js";

/** What a sound database says of itself. */
export interface SoundDatabase {
  readonly contentRevision: number;
}

/**
 * Reads the whole file and changes nothing.
 * @throws {BackupError} when the file is missing, damaged, or no database of ours.
 */
export function assertSound(file: string): SoundDatabase {
  if (!existsSync(file)) throw new BackupError(`there is no file ${file}`);
  try {
    const database = new Database(file, { readonly: true });
    try {
      return soundDatabase(database, file);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new BackupError(`${file} is damaged: ${error.message}`);
    throw error;
  }
}

function soundDatabase(database: Database.Database, file: string): SoundDatabase {
  const problem = String(database.pragma("integrity_check(1)", { simple: true }));
  if (problem !== "ok") throw new BackupError(`${file} is damaged: ${problem}`);
  const dangling = database.pragma("foreign_key_check") as readonly unknown[];
  if (dangling.length > 0) throw new BackupError(`${file} has ${dangling.length} references to nothing`);
  const ours = database
    .prepare("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('content_state', 'migrations')")
    .pluck()
    .get();
  if (ours !== 2) throw new BackupError(`${file} is no database of Exemplar`);
  const state = database.prepare<[], Row>(contentRevisionQuery.text).all();
  return { contentRevision: contentRevisionOf(state) };
}
