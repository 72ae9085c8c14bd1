import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "../../clock.js";
import { pollingFeed } from "../change-feed.js";
import type { Lock } from "../lock.js";
import { createChangeLog } from "../outbox.js";
import { hasAllMigrations, type Storage } from "../storage.js";
import { bePresent, fileLock } from "./file-lock.js";
import { createSqliteReader } from "./sqlite-reader.js";
import type { SqliteWriter } from "./sqlite-writer.js";

/**
 * Opens the file, brings its tables up to date, and waits its turn for that. A service seldom writes: where the tables
 * are up to date, the writer and TypeORM are loaded at the first transaction.
 */
export async function openSqliteStorage(file: string, clock: Clock): Promise<Storage> {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const presence = await bePresent(folder);
  const lock = fileLock(folder, "write");
  let opening: Promise<SqliteWriter> | null = null;
  const writer = (): Promise<SqliteWriter> => {
    opening ??= open(file, lock, clock).catch((error: unknown) => {
      // Whoever comes next tries again.
      opening = null;
      throw error;
    });
    return opening;
  };
  if (!(await isUpToDate(file))) await writer();
  const reader = createSqliteReader(file);
  return {
    unitOfWork: { run: async (work) => (await writer()).unitOfWork.run(work) },
    reader,
    changeLog: createChangeLog(reader),
    changeFeed: pollingFeed,
    isMigrated: () => hasAllMigrations(reader),
    async close() {
      await reader.close();
      // Also one that is just being opened.
      const opened = await opening?.catch(() => null);
      await opened?.close();
      presence.leave();
    },
  };
}

async function open(file: string, lock: Lock, clock: Clock): Promise<SqliteWriter> {
  const { openSqliteWriter } = await import("./sqlite-writer.js");
  return openSqliteWriter(file, lock, clock);
}

/** With all tables, and in WAL, which a restored file is not. What is wrong with a file, who opens it for writing says. */
async function isUpToDate(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  try {
    const reader = createSqliteReader(file);
    try {
      const [[mode] = []] = await reader.snapshot([{ text: "PRAGMA journal_mode" }]);
      return mode?.journal_mode === "wal" && (await hasAllMigrations(reader));
    } finally {
      await reader.close();
    }
  } catch {
    return false;
  }
}
