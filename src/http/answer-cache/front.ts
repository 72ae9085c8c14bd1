import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import type { CacheReading } from "../../cache-reading.js";
import type { Answered } from "../../telemetry/answered.js";
import { requestIdOf } from "../request-id.js";
import { isAnonymousQuery, readBody } from "./anonymous-query.js";
import type { AnswerCache, Flight } from "./answer-cache.js";
import type { KeptAnswer } from "./kept-answer.js";
import { createKnownTags } from "./known-tags.js";
import { requestKeys, type RequestKeys } from "./request-keys.js";
import { sendKept, type SentStatus } from "./send-kept.js";

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

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Null: by `GET`. */
  readonly body: Buffer | null;
  readonly next: RequestListener;
  /** `performance.now()` when all of the request was here. */
  readonly begun: number;
}

/**
 * Answers what has been answered before without any framework. Only for requests of nobody in particular: the API is
 * public, but what names a person or a session passes by.
 */
export function createFront({ cache, maxBodyBytes, log, watch }: FrontOptions): Front {
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  const tags = createKnownTags();
  let hits = 0;
  let misses = 0;
  const landings = new WeakMap<IncomingMessage, (answer: KeptAnswer | null) => void>();

  /** At once where the very bytes are known: a promise would cost more than all the rest. */
  function answer(exchange: Exchange): void | Promise<void> {
    const { request, body } = exchange;
    const tagged = body === null ? tags.keyFor(request) : undefined;
    const again = tagged === undefined ? undefined : cache.get(tagged);
    if (again) return send(exchange, again);
    const keys = requestKeys(request, body);
    const known = cache.get(keys.exact);
    if (!known) return answerByMeaning(exchange, keys);
    if (body === null) tags.remember(known, request, keys.exact);
    return send(exchange, known);
  }

  async function answerByMeaning(exchange: Exchange, keys: RequestKeys): Promise<void> {
    const { request, response, body, next } = exchange;
    const meaning = keys.meaning();
    const found = cache.get(meaning) ?? (await landedFor(cache.flight(meaning), request, response));
    if (!found) {
      misses += 1;
      if (body) bodies.set(request, body);
      next(request, response);
      return;
    }
    if (keys.exact !== meaning) cache.alias(keys.exact, meaning);
    await send(exchange, found);
  }

  function send({ request, response, begun }: Exchange, kept: KeptAnswer): void | Promise<void> {
    const requestId = requestIdOf(request);
    const tell = (status: SentStatus): void => {
      const took = performance.now() - begun;
      hits += 1;
      watch?.({
        ...{ method: request.method ?? "", route: "/graphql", status, seconds: took / 1000, isKept: true },
        operation: { name: kept.operationName, outcome: "ok" },
      });
      const ms = Math.round(took * 10) / 10;
      log.info({ requestId, method: request.method, path: "/graphql", status, ms, isKept: true }, "answered");
    };
    const status = sendKept(request, response, kept, requestId);
    return typeof status === "number" ? tell(status) : status.then(tell);
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
      const breakOff = (error: unknown): void => {
        log.error({ err: error }, "a kept answer could not be sent");
        response.destroy();
      };
      const answerOrBreak = (body: Buffer | null): void => {
        try {
          answer({ request, response, body, next, begun: performance.now() })?.catch(breakOff);
        } catch (error) {
          breakOff(error);
        }
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
