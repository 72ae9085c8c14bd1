import { Client } from "pg";
import { connectionTo } from "./connection.js";

/**
 * Runs the work while no other process that uses this database holds the lock of this key; waits its turn.
 * The lock belongs to a connection of its own: when the holder is killed, the server lets it go.
 */
export async function withAdvisoryLock<T>(url: string, key: number, work: () => Promise<T>): Promise<T> {
  const client = new Client(connectionTo(url, "lock", { statement_timeout: 0, lock_timeout: 0 }));
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock($1)", [key]);
    return await work();
  } finally {
    await client.end();
  }
}
