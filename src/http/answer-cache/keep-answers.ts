import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { bestEncoding } from "../encodings.js";
import { isKnown } from "../if-none-match.js";
import type { ToldOperations } from "../told-operations.js";
import type { Front } from "./front.js";
import { bytesOf, encodingFor, keptAnswer, type HeaderList, type KeptAnswer } from "./kept-answer.js";

/** Makes the routes of this scope read the bodies that the front has read, and hand it what may be kept. */
export function keepAnswers(scope: FastifyInstance, front: Front, told: ToldOperations | null): void {
  scope.addHook("preParsing", (request, _reply, payload, done) => {
    const body = front.bodyOf(request.raw);
    done(null, body ? Readable.from([body], { objectMode: false }) : payload);
  });
  scope.addHook("onSend", async (request, reply, payload) => {
    if (!front.isWaitedFor(request.raw)) return payload;
    const kept =
      isPublic(reply) && typeof payload === "string"
        ? keptAnswer(payload, headersOf(reply), told?.of(request.raw)?.name)
        : null;
    front.answered(request.raw, kept);
    return kept ? asKept(kept, request, reply) : payload;
  });
}

function isPublic(reply: FastifyReply): boolean {
  return reply.statusCode === 200 && String(reply.getHeader("cache-control")).startsWith("public");
}

/** Those that belong to one request alone stay with it. */
function headersOf(reply: FastifyReply): Readonly<Record<string, string>> {
  const own = /^(x-request-id|x-ratelimit-.*|retry-after|content-length|connection)$/;
  const entries = Object.entries(reply.getHeaders()).filter(([name]) => !own.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** The first to ask gets what later ones get: the encoding, the tag, and 304 when it has that. */
async function asKept(
  kept: KeptAnswer,
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<Buffer | null> {
  const encoding = encodingFor(kept, bestEncoding(headers["accept-encoding"]));
  const etag = kept.etags[encoding];
  void reply.header("etag", etag).removeHeader("content-length");
  if (method === "GET" && isKnown(headers["if-none-match"], etag)) {
    for (const name of namesIn(kept.headers)) {
      if (!kept.headersWhenUnchanged.includes(name)) void reply.removeHeader(name);
    }
    void reply.code(304);
    return null;
  }
  if (encoding !== "identity") void reply.header("content-encoding", encoding);
  return bytesOf(kept, encoding);
}

const namesIn = (headers: HeaderList): string[] => headers.filter((_, place) => place % 2 === 0);
