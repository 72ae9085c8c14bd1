import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Lock } from "../lock.js";
import { connectionTo } from "./connection.js";

/**
 * Runs the work while no other process that uses this database holds the lock of this key; waits its turn.
 * The lock belongs to a connection of its own: when the holder is killed, the server lets it go.
 */
export async function withAdvisoryLock<T>(url: string, key: number, work: () => Promise<T>): Promise<T> {
  const client = lockClient(url);
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock($1)", [key]);
    return await work();
  } finally {
    await client.end();
  }
}

/** A lock of this name, for all processes that use this database. */
export function advisoryLock(url: string, name: string): Lock {
  const key = createHash("sha256").update(`exemplar ${name}`).digest().readInt32BE();
  return {
    run: (work) => withAdvisoryLock(url, key, work),
    async runIfFree(work) {
      const client = lockClient(url);
      try {
        await client.connect();
        const { rows } = await client.query<{ isFree: boolean }>(
          'SELECT pg_try_advisory_lock($1) AS "isFree"',
          [key],
        );
        return rows[0]?.isFree ? await work() : null;
      } finally {
        await client.end();
      }
    },
  };
}

function lockClient(url: string): Client {
  const client = new Client(connectionTo(url, "lock", { statement_timeout: 0, lock_timeout: 0 }));
  client.on("error", () => undefined);
  return client;
}
