import type { FastifyInstance, FastifyReply } from "fastify";
import { Readable } from "node:stream";
import { isKnown } from "../if-none-match.js";
import type { ToldOperations } from "../told-operations.js";
import type { Front } from "./front.js";
import { etagOf, keptAnswer, type KeptAnswer } from "./kept-answer.js";

/** Makes the routes of this scope read the bodies that the front has read, and hand it what may be kept. */
export function keepAnswers(scope: FastifyInstance, front: Front, told: ToldOperations | null): void {
  scope.addHook("preParsing", (request, _reply, payload, done) => {
    const body = front.bodyOf(request.raw);
    done(null, body ? Readable.from([body], { objectMode: false }) : payload);
  });
  scope.addHook("onSend", (request, reply, payload, done) => {
    if (!front.isWaitedFor(request.raw)) {
      done(null, payload);
      return;
    }
    const kept =
      isPublic(reply) && typeof payload === "string"
        ? keptAnswer(payload, headersOf(reply), told?.of(request.raw)?.name)
        : null;
    front.answered(request.raw, kept);
    done(
      null,
      kept && request.method === "GET" ? tagged(kept, request.headers["if-none-match"], reply) : payload,
    );
  });
}

function isPublic(reply: FastifyReply): boolean {
  return reply.statusCode === 200 && String(reply.getHeader("cache-control")).startsWith("public");
}

/** Those that belong to one request alone stay with it. */
function headersOf(reply: FastifyReply): KeptAnswer["headers"] {
  const own = /^(x-request-id|x-ratelimit-.*|retry-after|content-length|connection)$/;
  const entries = Object.entries(reply.getHeaders()).filter(([name]) => !own.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** The first to ask gets the tag too, by which later ones need not be sent the same again. */
function tagged(kept: KeptAnswer, ifNoneMatch: string | undefined, reply: FastifyReply): Buffer | null {
  const etag = etagOf(kept, "identity");
  void reply.header("etag", etag);
  if (!isKnown(ifNoneMatch, etag)) return kept.body;
  void reply.code(304).removeHeader("content-length");
  return null;
}
