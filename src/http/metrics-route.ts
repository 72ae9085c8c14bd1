import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { AppError } from "../errors.js";
import { metricsType, type MetricsText } from "../telemetry/metrics-text.js";

export interface MetricsRoute {
  readonly text: MetricsText;
  /** Who asks must have it; null: anybody may ask. */
  readonly token: string | null;
}

/** `GET /metrics`, for Prometheus. */
export function serveMetrics(app: FastifyInstance, { text, token }: MetricsRoute): void {
  app.get("/metrics", async (request, reply) => {
    if (token !== null && !isBearerOf(token, request.headers.authorization)) {
      void reply.header("www-authenticate", 'Bearer realm="metrics"');
      throw new AppError("UNAUTHENTICATED", {
        en: "Send the token of the metrics: Authorization: Bearer ….",
        zh: "请提供指标令牌：Authorization: Bearer …。",
      });
    }
    return reply
      .header("content-type", metricsType)
      .header("cache-control", "no-store")
      .send(await text());
  });
}

/** Compared in a time that says nothing of the token. */
function isBearerOf(token: string, authorization = ""): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
  return timingSafeEqual(digest(sent), digest(token));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
