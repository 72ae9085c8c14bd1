import { createHash } from "node:crypto";
import { compress, type Encoding } from "../encodings.js";

/** A finished answer: its bytes, made once, and the headers that belong to them. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Its operation's name, for those who watch; null: it has none, or nobody watches. */
  readonly operationName: string | null;
  readonly body: Buffer;
  /** Of these bytes, without the encoding. */
  readonly fingerprint: string;
  /** Compressed when somebody first asks for it, and kept. */
  readonly encoded: Map<"br" | "gzip", Promise<Buffer>>;
}

/** Below so many bytes compressing saves no packet. */
const COMPRESS_FROM_BYTES = 1_000;

export function keptAnswer(
  text: string,
  headers: KeptAnswer["headers"],
  operationName: string | null = null,
): KeptAnswer {
  const body = Buffer.from(text);
  const fingerprint = createHash("sha256").update(body).digest("base64url").slice(0, 20);
  return { headers, operationName, body, fingerprint, encoded: new Map() };
}

/** What of an answer goes out in which encoding. */
export function encodingFor({ body }: KeptAnswer, wanted: Encoding): Encoding {
  return body.length < COMPRESS_FROM_BYTES ? "identity" : wanted;
}

/** The bytes in an encoding. */
export function bytesOf(answer: KeptAnswer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (encoding === "identity") return answer.body;
  const ready = answer.encoded.get(encoding) ?? compress(answer.body, encoding);
  answer.encoded.set(encoding, ready);
  return ready;
}

/** Each encoding has a tag of its own, as it has bytes of its own. */
export function etagOf({ fingerprint }: KeptAnswer, encoding: Encoding): string {
  return encoding === "identity" ? `"${fingerprint}"` : `"${fingerprint}-${encoding}"`;
}

/** Of memory: the text, and as much again for its compressed forms and its keys. */
export function weightOf({ body }: KeptAnswer): number {
  return 2 * body.length + 2_000;
}
