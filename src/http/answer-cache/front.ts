import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import type { CacheReading } from "../../cache-reading.js";
import type { Answered } from "../../telemetry/answered.js";
import { requestIdOf } from "../request-id.js";
import type { AnswerCache, Flight } from "./answer-cache.js";
import type { KeptAnswer } from "./kept-answer.js";
import { requestKeys } from "./request-keys.js";
import { sendKept } from "./send-kept.js";

export interface Front {
  /** Goes before the application: what is kept is answered here, all else is the application's. */
  before(next: RequestListener): RequestListener;
  /** The body of a request that was read here, and which nobody else can read. */
  bodyOf(request: IncomingMessage): Buffer | undefined;
  /** Whether the answer to a request is to be told to `answered`. */
  isWaitedFor(request: IncomingMessage): boolean;
  /** The application has answered; null: with nothing to keep. */
  answered(request: IncomingMessage, answer: KeptAnswer | null): void;
  reading(): CacheReading;
}

export interface FrontOptions {
  readonly cache: AnswerCache;
  /** Greater bodies are not read here. */
  readonly maxBodyBytes: number;
  readonly log: FastifyBaseLogger;
  /** Told of each kept answer that is out; null: nobody watches. */
  readonly watch: ((answered: Answered) => void) | null;
}

/**
 * Answers what has been answered before without any framework. Only for requests of nobody in particular: the API is
 * public, but what names a person or a session passes by.
 */
export function createFront({ cache, maxBodyBytes, log, watch }: FrontOptions): Front {
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  let hits = 0;
  let misses = 0;
  const landings = new WeakMap<IncomingMessage, (answer: KeptAnswer | null) => void>();

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer | null,
    next: RequestListener,
  ): Promise<void> {
    const begun = performance.now();
    const send = async (kept: KeptAnswer): Promise<void> => {
      const requestId = requestIdOf(request);
      const status = await sendKept(request, response, kept, requestId);
      const took = performance.now() - begun;
      const ms = Math.round(took * 10) / 10;
      hits += 1;
      watch?.({
        ...{ method: request.method ?? "", route: "/graphql", status, seconds: took / 1000, isKept: true },
        operation: { name: kept.operationName, outcome: "ok" },
      });
      log.info({ requestId, method: request.method, path: "/graphql", status, ms, isKept: true }, "answered");
    };
    const keys = requestKeys(request, body);
    const known = cache.get(keys.exact);
    if (known) return send(known);
    const meaning = keys.meaning();
    const found = cache.get(meaning) ?? (await landedFor(cache.flight(meaning), request, response));
    if (!found) {
      misses += 1;
      if (body) bodies.set(request, body);
      next(request, response);
      return;
    }
    if (keys.exact !== meaning) cache.alias(keys.exact, meaning);
    return send(found);
  }

  /** Null: this request makes the answer, or the one that was to make it has none to keep. */
  function landedFor(
    flight: Flight,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<KeptAnswer | null> {
    if (!flight.isFirst) return flight.landed;
    landings.set(request, flight.land);
    // However it ends, nobody waits for it any longer.
    response.once("close", () => {
      flight.land(null);
    });
    return Promise.resolve(null);
  }

  return {
    before: (next) => (request, response) => {
      if (!isAnonymousQuery(request, maxBodyBytes)) {
        next(request, response);
        return;
      }
      const answerOrBreak = (body: Buffer | null): void => {
        answer(request, response, body, next).catch((error: unknown) => {
          log.error({ err: error }, "a kept answer could not be sent");
          response.destroy();
        });
      };
      if (request.method === "GET") answerOrBreak(null);
      else readBody(request, answerOrBreak);
    },
    bodyOf: (request) => bodies.get(request),
    isWaitedFor: (request) => landings.has(request),
    answered(request, kept) {
      landings.get(request)?.(kept);
      landings.delete(request);
    },
    reading: () => ({ hits, misses, ...cache.size() }),
  };
}

/** `GET`, or `POST` of JSON of a known size, from nobody in particular. */
function isAnonymousQuery({ method, url, headers }: IncomingMessage, maxBodyBytes: number): boolean {
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
function readBody(request: IncomingMessage, whenRead: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.once("end", () => {
    whenRead(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
}
