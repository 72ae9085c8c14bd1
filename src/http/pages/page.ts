import type { FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { bestEncoding, compress, type Encoding } from "../encodings.js";
import { isKnown } from "../if-none-match.js";
import { securityHeaders } from "./security-headers.js";

/** A text that stays the same until the server starts again, compressed once. */
export interface Page {
  readonly type: string;
  readonly policy: string;
  readonly fingerprint: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

export async function createPage(text: string, type: string, policy: string): Promise<Page> {
  const identity = Buffer.from(text);
  const [br, gz] = await Promise.all([compress(identity, "br"), compress(identity, "gzip")]);
  const fingerprint = createHash("sha256").update(identity).digest("base64url").slice(0, 20);
  return { type, policy, fingerprint, bodies: { br, gzip: gz, identity } };
}

/** Sends a page in the best encoding the client takes; 304 when it has that already. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const encoding = bestEncoding(request.headers["accept-encoding"]);
  const etag = `"${page.fingerprint}-${encoding}"`;
  void reply.headers({
    ...securityHeaders(page.policy),
    etag,
    vary: "Accept-Encoding",
    "cache-control": "public, max-age=300",
  });
  if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  if (encoding !== "identity") void reply.header("content-encoding", encoding);
  return reply.type(page.type).send(page.bodies[encoding]);
}
