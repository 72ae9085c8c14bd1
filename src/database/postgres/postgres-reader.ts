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

  const withinMs = statementTimeoutMs + SILENCE_MS;
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    let failure: unknown;
    try {
      return await work(client);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      // After a failure nobody knows how the connection is: the pool makes another.
      client.release(failure !== undefined);
    }
  };

  const attempt = (queries: readonly Query[]): Promise<readonly (readonly Row[])[]> =>
    withClient((client) => {
      count += queries.length;
      return rowsOfAll(client, queries, statements, withinMs);
    });
  /** Runs the work in one transaction; it is told how to ask inside of it. */
  const attemptSession = <T>(work: (ask: Reader["snapshot"]) => Promise<T>): Promise<T> =>
    withClient((client) =>
      inOneMoment(client, withinMs, () =>
        work((queries) => {
          count += queries.length;
          return rowsInTurn(client, queries, statements, withinMs);
        }),
      ),
    );
  const again = async <T>(attemptOnce: () => Promise<T>): Promise<T> => {
    for (let attempts = 1; ; attempts++) {
      try {
        return await attemptOnce();
      } catch (error) {
        if (isStalePlan(error)) statements.renew();
        if (attempts === ATTEMPTS || !isWorthAnotherTry(error)) throw translated(error);
      }
    }
  };

  return {
    snapshot: (queries) => again(() => attempt(queries)),
    session: (work) => again(() => attemptSession(work)),
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

function rowsOfAll(
  client: PoolClient,
  queries: readonly Query[],
  statements: Statements,
  withinMs: number,
): Promise<readonly (readonly Row[])[]> {
  const ask = () => rowsInTurn(client, queries, statements, withinMs);
  return queries.length === 1 ? ask() : inOneMoment(client, withinMs, ask);
}

async function rowsInTurn(
  client: PoolClient,
  queries: readonly Query[],
  statements: Statements,
  withinMs: number,
): Promise<readonly (readonly Row[])[]> {
  const answers: (readonly Row[])[] = [];
  for (const query of queries) {
    answers.push((await inTime(client.query<Row>(statements.prepared(query)), withinMs)).rows);
  }
  return answers;
}

async function inOneMoment<T>(client: PoolClient, withinMs: number, work: () => Promise<T>): Promise<T> {
  await inTime(client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), withinMs);
  const answer = await work();
  await inTime(client.query("COMMIT"), withinMs);
  return answer;
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
