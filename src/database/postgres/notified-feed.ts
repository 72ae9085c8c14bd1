import { Client } from "pg";
import { pollingFeed, type ChangeFeed } from "../change-feed.js";
import { connectionTo } from "./connection.js";

/** Writers notify here, inside their transactions: listeners hear of it when it has been committed. */
export const CHANNEL = "exemplar_content";

export interface NotifiedFeed extends ChangeFeed {
  close(): Promise<void>;
}

/** Pauses before the connection is made again, in milliseconds; the last one again and again. */
const RECONNECT_PAUSES = [100, 500, 2_000] as const;

/** A feed that wakes as soon as a writer has committed; while its connection is broken, when the time is up. */
export function listenForChanges(url: string): NotifiedFeed {
  const waiting = new Set<() => void>();
  const closing = new AbortController();
  const wakeAll = (): void => {
    for (const wake of waiting) wake();
  };
  const ended = keepListening(url, wakeAll, closing.signal);

  return {
    next: (withinMs, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs).unref();
        waiting.add(wake);
        signal.addEventListener("abort", wake);
        if (signal.aborted) wake();
      }),
    close() {
      closing.abort();
      return ended;
    },
  };
}

async function keepListening(url: string, onNews: () => void, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const hasListened = await listenOnce(url, onNews, signal);
    if (hasListened) failures = 0;
    await pollingFeed.next(RECONNECT_PAUSES[failures] ?? RECONNECT_PAUSES[2], signal);
  }
}

/** Listens until the connection breaks or the signal comes. True when it could be made. */
async function listenOnce(url: string, onNews: () => void, signal: AbortSignal): Promise<boolean> {
  const client = new Client(connectionTo(url, "listening"));
  client.on("error", () => undefined);
  client.on("notification", onNews);
  const broken = new Promise<void>((resolve) => client.once("end", resolve));
  const stop = (): void => void client.end();
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch {
    await client.end().catch(() => undefined);
    return false;
  }
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  // What has been committed before, nobody has told us.
  onNews();
  await broken;
  signal.removeEventListener("abort", stop);
  return true;
}
