import type { DatabaseConfig } from "../config-database.js";
import type { Lock } from "./lock.js";
import { fileLock } from "./sqlite/file-lock.js";

/** A lock of this name for all processes that share a database: on one machine, or on many over PostgreSQL. */
export async function openLock(database: DatabaseConfig, folder: string, name: string): Promise<Lock> {
  if (database.kind === "sqlite") return fileLock(folder, name);
  const { advisoryLock } = await import("./postgres/advisory-lock.js");
  return advisoryLock(database.url, name);
}
