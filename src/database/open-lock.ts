import type { DatabaseConfig } from "../config-database.js";
import type { Lock } from "./lock.js";
import { advisoryLock } from "./postgres/advisory-lock.js";
import { fileLock } from "./sqlite/file-lock.js";

/** A lock of this name for all processes that share a database: on one machine, or on many over PostgreSQL. */
export function openLock(database: DatabaseConfig, folder: string, name: string): Lock {
  return database.kind === "postgres" ? advisoryLock(database.url, name) : fileLock(folder, name);
}
