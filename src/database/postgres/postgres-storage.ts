import { DataSource, QueryFailedError, QueryRunnerAlreadyReleasedError } from "typeorm";
import type { Clock } from "../../clock.js";
import type { PostgresConfig } from "../../config-database.js";
import type { ChangeLog } from "../change-log.js";
import { sharedOptions } from "../data-source.js";
import { inTurn } from "../in-turn.js";
import { createChangeLog } from "../outbox.js";
import type { Reader } from "../reader.js";
import { hasAllMigrations, type Storage } from "../storage.js";
import { createUnitOfWork, type Transact } from "../unit-of-work.js";
import { withAdvisoryLock } from "./advisory-lock.js";
import { connectionTo } from "./connection.js";
import { translated, unavailable } from "./errors.js";
import { CHANNEL, listenForChanges } from "./notified-feed.js";
import { createPostgresReader } from "./postgres-reader.js";
import { createReplicaReader } from "./replica-reader.js";

/** Any number that nobody else takes for a lock in this database. */
const MIGRATING = 0x6578_656d;

/**
 * Opens the database and brings its tables up to date; of several processes that start together, one does.
 * @throws {AppError} DATABASE_UNAVAILABLE when the server cannot be reached.
 */
export async function openPostgresStorage(config: PostgresConfig, clock: Clock): Promise<Storage> {
  const dataSource = createPostgresDataSource(config.url);
  await migrate(dataSource, config.url);
  const primary = createPostgresReader(config);
  const { reader, changeLog } = readingFrom(primary, config);
  const changeFeed = listenForChanges(config.url);
  return {
    unitOfWork: createUnitOfWork(inTurn(transactionsOf(dataSource)), clock),
    reader,
    changeLog,
    changeFeed,
    isMigrated: () => hasAllMigrations(primary),
    async close() {
      await changeFeed.close();
      await reader.close();
      await dataSource.destroy();
    },
  };
}

/** The connection that writes and migrates. Statements may take their time; a transaction that does nothing may not. */
export function createPostgresDataSource(url: string): DataSource {
  return new DataSource({
    ...sharedOptions,
    type: "postgres",
    poolSize: 2,
    extra: connectionTo(url, "writing", {
      statement_timeout: 0,
      lock_timeout: 0,
      idle_in_transaction_session_timeout: MOST_IDLE_MS,
    }),
    poolErrorHandler: () => undefined,
  });
}

/** A writer that hangs would hold up all others; after this time the server ends its transaction. */
const MOST_IDLE_MS = 60_000;

async function migrate(dataSource: DataSource, url: string): Promise<void> {
  try {
    await withAdvisoryLock(url, MIGRATING, async () => {
      await dataSource.initialize();
      await dataSource.runMigrations();
    });
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw translated(error instanceof QueryFailedError ? error.driverError : error);
  }
}

/**
 * The primary says which revision there is; a replica, where there is one, is read as long as it has that
 * revision too.
 */
function readingFrom(
  primary: Reader,
  { readUrl, poolSize, statementTimeoutMs }: PostgresConfig,
): { readonly reader: Reader; readonly changeLog: ChangeLog } {
  const changeLog = createChangeLog(primary);
  if (readUrl === null) return { reader: primary, changeLog };
  let announced = 0;
  const replica = createPostgresReader({ url: readUrl, poolSize, statementTimeoutMs });
  return {
    reader: createReplicaReader({ replica, primary, announced: () => announced }),
    changeLog: {
      ...changeLog,
      async contentRevision() {
        announced = await changeLog.contentRevision();
        return announced;
      },
    },
  };
}

/**
 * The one row of `content_state` is the lock of all writers, of whatever process: locked first of all, so that a
 * writer sees all that the one before it has done, and the outbox is numbered in the order of commits.
 */
function transactionsOf(dataSource: DataSource): Transact {
  return async (work) => {
    const progress = { hasBegun: false };
    try {
      return await dataSource.transaction(async (manager) => {
        await manager.query("SELECT id FROM content_state FOR UPDATE");
        progress.hasBegun = true;
        const result = await work(manager);
        await manager.query(`NOTIFY ${CHANNEL}`);
        return result;
      });
    } catch (error) {
      if (error instanceof QueryFailedError) {
        const known = translated(error.driverError);
        throw known === error.driverError ? error : known;
      }
      // TypeORM has noticed a broken connection between two statements.
      const isLost = error instanceof QueryRunnerAlreadyReleasedError;
      throw progress.hasBegun && !isLost ? error : unavailable(error);
    }
  };
}
