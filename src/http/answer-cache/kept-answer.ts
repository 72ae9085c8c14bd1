import { createHash } from "node:crypto";
import { compress, type Encoding } from "../encodings.js";

/** A finished answer: its bytes and the headers that belong to them, made once. */
export interface KeptAnswer {
  readonly headers: HeaderList;
  /** Of a 304. */
  readonly headersWhenUnchanged: HeaderList;
  /** Its operation's name, for those who watch; null: it has none, or nobody watches. */
  readonly operationName: string | null;
  readonly body: Buffer;
  /** Each encoding has a tag of its own, as it has bytes of its own. */
  readonly etags: Readonly<Record<Encoding, string>>;
  /** Compressed when somebody first asks for it, and kept. */
  readonly encoded: Map<"br" | "gzip", Promise<Buffer>>;
}

/** Name, value, name, value: as they are written, without a look at whether one comes twice. */
export type HeaderList = readonly string[];

/** What a client that has the answer updates of it (RFC 9110, 15.4.5), and what lets scripts of other sites have it. */
const OF_UNCHANGED = /^(cache-control|vary|access-control-allow-origin)$/;

/** Below so many bytes compressing saves no packet. */
const COMPRESS_FROM_BYTES = 1_000;

export function keptAnswer(
  text: string,
  headers: Readonly<Record<string, string>>,
  operationName: string | null = null,
): KeptAnswer {
  const body = Buffer.from(text);
  const fingerprint = createHash("sha256").update(body).digest("base64url").slice(0, 20);
  const entries = Object.entries(headers);
  return {
    headers: entries.flat(),
    headersWhenUnchanged: entries.filter(([name]) => OF_UNCHANGED.test(name)).flat(),
    etags: { identity: `"${fingerprint}"`, br: `"${fingerprint}-br"`, gzip: `"${fingerprint}-gzip"` },
    ...{ operationName, body, encoded: new Map() },
  };
}

/** What of an answer goes out in which encoding. */
export function encodingFor({ body }: KeptAnswer, wanted: Encoding): Encoding {
  return body.length < COMPRESS_FROM_BYTES ? "identity" : wanted;
}

/** The bytes in an encoding. */
export function bytesOf(answer: KeptAnswer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (encoding === "identity") return answer.body;
  const known = answer.encoded.get(encoding);
  if (known) return known;
  const ready = compress(answer.body, encoding);
  answer.encoded.set(encoding, ready);
  ready.catch(() => answer.encoded.delete(encoding));
  return ready;
}

/** Of memory: the text, and as much again for its compressed forms and its keys. */
export function weightOf({ body }: KeptAnswer): number {
  return 2 * body.length + 2_000;
}
