import type { Meilisearch } from "meilisearch";
import { connect } from "./client.js";
import type { Keys } from "./keys.js";

export interface ConnectionsOptions {
  readonly url: string;
  readonly keys: Keys;
  /** Until a request of a search is given up. */
  readonly timeoutMs: number;
}

/** Clients of one server, each with a key for what it does. */
export interface Connections {
  /** May search. */
  readonly reader: Meilisearch;
  /** May write our indexes. */
  readonly indexer: Meilisearch;
  /** May ask the server about itself, where there is a key for that. */
  readonly server: Meilisearch;
  close(): void;
}

/** Until a request of the indexer is given up; its tasks are waited for longer. */
const INDEXER_TIMEOUT_MS = 30_000;

/** Nothing is sent before the first request. */
export function openConnections({ url, keys, timeoutMs }: ConnectionsOptions): Connections {
  const onKeyRefused = (): void => keys.forget();
  const reader = connect(url, { timeoutMs, key: keys.search, onKeyRefused });
  const indexer = connect(url, { timeoutMs: INDEXER_TIMEOUT_MS, key: keys.index, onKeyRefused });
  const server = connect(url, {
    timeoutMs: INDEXER_TIMEOUT_MS,
    key: keys.server,
    onKeyRefused: () => undefined,
  });
  return {
    ...{ reader: reader.client, indexer: indexer.client, server: server.client },
    close: () => [reader, indexer, server].forEach((one) => one.close()),
  };
}
