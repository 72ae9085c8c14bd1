import { Meilisearch } from "meilisearch";
import { createHttpClient, type HttpClientOptions } from "./http-client.js";

export interface Connection {
  readonly client: Meilisearch;
  close(): void;
}

/** A client of the server at this URL. Nothing is sent before the first request. */
export function connect(url: string, options: HttpClientOptions): Connection {
  const { send, close } = createHttpClient(options);
  // Marked as deprecated with nothing in its place; 0.62 still has it.
  const config = { host: url, httpClient: send };
  return { client: new Meilisearch(config), close };
}
