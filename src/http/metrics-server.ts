import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { answerErrorsLikeGraphQL } from "./errors.js";
import { serveMetrics, type MetricsRoute } from "./metrics-route.js";
import { requestIdOf } from "./request-id.js";

/** `/metrics` on a port of its own, for networks where the service's port is open to all; not yet listening. */
export function createMetricsServer(route: MetricsRoute, log: FastifyBaseLogger): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: requestIdOf,
    forceCloseConnections: true,
  });
  answerErrorsLikeGraphQL(app);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
  serveMetrics(app, route);
  return app;
}
