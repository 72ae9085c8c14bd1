import type { FastifyInstance } from "fastify";
import type { CacheReading } from "../cache-reading.js";
import type { Answered } from "../telemetry/answered.js";
import type { MetricsRoute } from "./metrics-route.js";
import type { ToldOperations } from "./told-operations.js";

/** Who watches the service from outside. */
export interface Watch {
  readonly answered: (answered: Answered) => void;
  /** Handed how the cache of answers is read; not called where there is none. */
  readonly answerCache: (read: () => CacheReading) => void;
  /** Null: `/metrics` is not on the service's port. */
  readonly metrics: MetricsRoute | null;
}

/** Tells of each answer that goes by way of the framework; the front tells of those that it keeps. */
export function watchAnswers(app: FastifyInstance, watch: Watch, told: ToldOperations): void {
  app.addHook("onResponse", (request, reply, done) => {
    watch.answered({
      method: request.method,
      route: routeOf(request.routeOptions.url),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
      operation: told.of(request.raw) ?? null,
      isKept: false,
    });
    done();
  });
}

/** Preflights of all addresses have one route, which is none of ours. */
const routeOf = (url: string | undefined): string | null => (url === undefined || url === "*" ? null : url);
