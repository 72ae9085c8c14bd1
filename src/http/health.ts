import type { FastifyInstance } from "fastify";

/** How the parts are. Search that is degraded or down still leaves a server that is ready. */
export interface Checks {
  readonly database: "up" | "down";
  readonly migrations: "applied" | "pending" | "unknown";
  readonly search: "up" | "degraded" | "down";
}

/** `/healthz`: the process answers. `/readyz`: it can answer operations. Both without GraphQL. */
export function serveHealth(app: FastifyInstance, checks: () => Promise<Checks>): void {
  app.get("/healthz", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "up" }));
  app.get("/readyz", async (request, reply) => {
    const found = await checks().catch((error: unknown): Checks => {
      request.log.error({ err: error }, "the checks failed");
      return { database: "down", migrations: "unknown", search: "down" };
    });
    const isReady = found.database === "up" && found.migrations === "applied";
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: isReady ? "ready" : "unready", checks: found });
  });
}
