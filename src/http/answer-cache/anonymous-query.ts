import type { IncomingMessage } from "node:http";

/** `GET`, or `POST` of JSON of a known size, from nobody in particular. */
export function isAnonymousQuery({ method, url, headers }: IncomingMessage, maxBodyBytes: number): boolean {
  if (url !== "/graphql" && !url?.startsWith("/graphql?")) return false;
  if (headers.authorization !== undefined || headers.cookie !== undefined) return false;
  if (method === "GET")
    return headers["content-length"] === undefined && headers["transfer-encoding"] === undefined;
  if (method !== "POST" || headers["content-encoding"] !== undefined) return false;
  const bytes = Number(headers["content-length"] ?? NaN);
  return bytes > 0 && bytes <= maxBodyBytes && JSON_IN_UTF8.test(headers["content-type"] ?? "");
}

const JSON_IN_UTF8 = /^application\/json(?:\s*;\s*charset="?utf-?8"?)?\s*$/i;

/** A body that breaks off is never read to its end, and its connection is gone. */
export function readBody(request: IncomingMessage, whenRead: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.once("end", () => {
    whenRead(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
}
