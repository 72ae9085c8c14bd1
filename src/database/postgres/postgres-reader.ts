import { Pool, type PoolClient } from "pg";
import type { Query, Reader, Row } from "../reader.js";
import { connectionTo } from "./connection.js";
import { isStalePlan, isWorthAnotherTry, translated, unavailable } from "./errors.js";
import { createStatements, type Statements } from "./statements.js";

export interface PostgresReaderOptions {
  readonly url: string;
  /** Connections, at most. */
  readonly poolSize: number;
  /** Of one statement. */
  readonly statementTimeoutMs: number;
}

/** Longer than the server's own limit: for a server, or a network, that does not say anything any more. */
const SILENCE_MS = 1_000;
const ATTEMPTS = 3;

/**
 * Reads a PostgreSQL database; a snapshot is one transaction. A connection that breaks is replaced unnoticed.
 * `snapshot` throws AppError DATABASE_UNAVAILABLE when the server cannot be reached or takes too long.
 */
export function createPostgresReader({ url, poolSize, statementTimeoutMs }: PostgresReaderOptions): Reader {
  const pool = createReadingPool(url, poolSize, statementTimeoutMs);
  const statements = createStatements();
  let count = 0;

  const attempt = async (queries: readonly Query[]): Promise<readonly (readonly Row[])[]> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    let failure: unknown;
    try {
      count += queries.length;
      return await rowsOfAll(client, queries, statements, statementTimeoutMs + SILENCE_MS);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      // After a failure nobody knows how the connection is: the pool makes another.
      client.release(failure !== undefined);
    }
  };

  return {
    async snapshot(queries) {
      for (let attempts = 1; ; attempts++) {
        try {
          return await attempt(queries);
        } catch (error) {
          if (isStalePlan(error)) statements.renew();
          if (attempts === ATTEMPTS || !isWorthAnotherTry(error)) throw translated(error);
        }
      }
    },
    statementCount: () => count,
    close: () => pool.end(),
  };
}

function createReadingPool(url: string, size: number, statementTimeoutMs: number): Pool {
  const settings = { default_transaction_read_only: "on", statement_timeout: statementTimeoutMs };
  const pool = new Pool({ ...connectionTo(url, "reading", settings), max: size });
  // A connection that breaks, in use or not, says so to whoever waits for it; the pool has dropped it.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function rowsOfAll(
  client: PoolClient,
  queries: readonly Query[],
  statements: Statements,
  withinMs: number,
): Promise<readonly (readonly Row[])[]> {
  const rowsOf = async (query: Query): Promise<readonly Row[]> =>
    (await inTime(client.query<Row>(statements.prepared(query)), withinMs)).rows;
  if (queries.length === 1) return Promise.all(queries.map(rowsOf));

  const answers: (readonly Row[])[] = [];
  await inTime(client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), withinMs);
  for (const query of queries) answers.push(await rowsOf(query));
  await inTime(client.query("COMMIT"), withinMs);
  return answers;
}

/** @throws {AppError} DATABASE_UNAVAILABLE when the answer takes longer. */
async function inTime<T>(answer: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(unavailable(new Error(`PostgreSQL has not answered within ${withinMs} ms`)));
    }, withinMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
