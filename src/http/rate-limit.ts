import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { AppError } from "../errors.js";

const WINDOW_MS = 60_000;

/**
 * Limits requests per minute and client address, on the routes that are added to this scope afterwards.
 * An IPv6 client counts by its /64 network. The counts are of this process alone.
 */
export async function limitRate(scope: FastifyInstance, perMinute: number | null): Promise<void> {
  if (perMinute === null) return;
  await scope.register(rateLimit, {
    max: perMinute,
    timeWindow: WINDOW_MS,
    errorResponseBuilder: (_request, { max, ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      const label = {
        en: `The limit is ${max} requests a minute; try again in ${seconds} seconds.`,
        zh: `每分钟最多 ${max} 次请求；请在 ${seconds} 秒后重试。`,
      };
      return new AppError("RATE_LIMITED", label, { limit: max, retryAfterSeconds: seconds });
    },
  });
}
