import type { FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isKnown } from "../if-none-match.js";
import { securityHeaders } from "./security-headers.js";

/** A text that stays the same until the server starts again, compressed once. */
export interface Page {
  readonly type: string;
  readonly policy: string;
  readonly fingerprint: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

type Encoding = "br" | "gzip" | "identity";

/** Compresses off the main thread, and not too hard: nine megabytes take a quarter of a second. */
export async function createPage(text: string, type: string, policy: string): Promise<Page> {
  const identity = Buffer.from(text);
  const [br, gz] = await Promise.all([
    compressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    compressGzip(identity, { level: 4 }),
  ]);
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

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

function bestEncoding(header: string | string[] | undefined): Encoding {
  const accepted = new Set(
    String(header ?? "")
      .toLowerCase()
      .split(",")
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(";")[0]?.trim()),
  );
  return (["br", "gzip"] as const).find((encoding) => accepted.has(encoding)) ?? "identity";
}
