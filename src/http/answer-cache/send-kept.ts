import type { IncomingMessage, ServerResponse } from "node:http";
import { bestEncoding } from "../encodings.js";
import { isKnown } from "../if-none-match.js";
import { bytesOf, encodingFor, type KeptAnswer } from "./kept-answer.js";

/**
 * Sends a kept answer in the encoding the client takes, at once unless it has to be compressed first; 304 to a `GET` that
 * has it already. Gives the status.
 */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  requestId: string,
): SentStatus | Promise<SentStatus> {
  const encoding = encodingFor(kept, bestEncoding(request.headers["accept-encoding"]));
  const etag = kept.etags[encoding];
  const own = ["etag", etag, "x-request-id", requestId, "cache-status", "exemplar; hit"];
  if (request.method === "GET" && isKnown(request.headers["if-none-match"], etag)) {
    response.writeHead(304, [...kept.headersWhenUnchanged, ...own]).end();
    return 304;
  }
  if (encoding !== "identity") own.push("content-encoding", encoding);
  const send = (bytes: Buffer): SentStatus => {
    response.writeHead(200, [...kept.headers, ...own, "content-length", String(bytes.length)]).end(bytes);
    return 200;
  };
  const bytes = bytesOf(kept, encoding);
  return bytes instanceof Promise ? bytes.then(send) : send(bytes);
}

export type SentStatus = 200 | 304;
