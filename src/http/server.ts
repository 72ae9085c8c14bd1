import type { BaseContext } from "@apollo/server";
import cors from "@fastify/cors";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import type { HttpConfig } from "../config.js";
import { httpStatusByCode } from "../errors.js";
import type { TracedRequests } from "../telemetry/traced-requests.js";
import { createAnswerCache } from "./answer-cache/answer-cache.js";
import { createFront, type Front } from "./answer-cache/front.js";
import { keepAnswers } from "./answer-cache/keep-answers.js";
import { acceptOnlyUtf8 } from "./charset.js";
import { closeConnectionsWhenDrained } from "./drain.js";
import { answerClientError, answerErrorsLikeGraphQL, sendError } from "./errors.js";
import { exportHeaders, serveExports, type ExportRoutes } from "./export-routes.js";
import { serveGraphQL, type GraphQLRoute } from "./graphql-route.js";
import { serveHealth, type Checks } from "./health.js";
import { serveMetrics } from "./metrics-route.js";
import { methodsAt, tellMethods, usedMethods } from "./methods.js";
import { servePages, type Pages } from "./pages/pages.js";
import { securityHeaders } from "./pages/security-headers.js";
import { nodeServer } from "./node-server.js";
import { limitRate } from "./rate-limit.js";
import { requestIdOf } from "./request-id.js";
import { createToldOperations } from "./told-operations.js";
import { watchAnswers, type Watch } from "./watch-answers.js";

export interface HttpDeps<Context extends BaseContext>
  extends Pick<GraphQLRoute<Context>, "apollo" | "createContext">, ExportRoutes {
  readonly config: HttpConfig;
  readonly log: FastifyBaseLogger;
  readonly checks: () => Promise<Checks>;
  readonly pages: Pages;
  /** Names all that answers depend on besides the request. */
  readonly answersDependOn: () => string;
  /** Traces requests; without: nobody does. */
  readonly traced?: TracedRequests;
  /** Who watches from outside; without: nobody. */
  readonly watch?: Watch;
}

/** The whole HTTP floor: `/graphql`, the exports, the pages and the health checks. It listens when `listen` is called. */
export function createHttpServer<Context extends BaseContext>(deps: HttpDeps<Context>): FastifyInstance {
  const { config } = deps;
  const watch = deps.watch ?? null;
  const told = watch && createToldOperations();
  const front = frontOf(deps);
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: requestIdOf,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: config.maxBodyBytes,
    schemaController: { compilersFactory: withoutSchemas },
    serverFactory(handler) {
      const listener = front ? front.before(handler) : handler;
      const isRoute = (method: string, path: string) => methodsAt(app, path).includes(method);
      return nodeServer(deps.traced ? deps.traced(listener, isRoute) : listener);
    },
    // While it stops, what still arrives on an open connection is answered, and the connection closed.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      void reply.headers(headersOfAll(request.id));
      sendError(error, request, reply);
    },
    clientErrorHandler: (error, socket) => {
      const requestId = randomUUID();
      const headers = { ...headersOfAll(requestId), "access-control-allow-origin": ANY_SITE };
      const code = answerClientError(error, socket, headers);
      if (code !== null) deps.log.info({ requestId, code, status: httpStatusByCode[code] }, "refused");
    },
  });
  // Bodies are JSON or nothing.
  app.removeContentTypeParser("text/plain");
  answerErrorsLikeGraphQL(app);
  acceptOnlyUtf8(app);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(headersOfAll(request.id));
    done();
  });
  tellMethods(app);
  logAnswers(app);
  if (watch && told) watchAnswers(app, watch, told);
  closeConnectionsWhenDrained(app);
  void app.register(cors, {
    origin: ANY_SITE,
    methods: [...usedMethods],
    exposedHeaders: exposed,
    maxAge: 86_400,
    strictPreflight: false,
  });
  serveHealth(app, deps.checks);
  if (watch?.metrics) serveMetrics(app, watch.metrics);
  servePages(app, deps.pages, [...deps.exports.keys()]);
  void app.register(async (scope) => {
    await limitRate(scope, config.rateLimit);
    serveExports(scope, deps);
    await scope.register((graphql, _options, done) => {
      if (front) keepAnswers(graphql, front, told);
      serveGraphQL(graphql, { ...deps, told, operationTimeoutMs: config.operationTimeoutMs });
      done();
    });
  });
  return app;
}

/** No route here has a schema: the compilers for them, which take as long to load as all the rest, are left out. */
const withoutSchemas = { buildValidator: noCompiler, buildSerializer: noCompiler };

function noCompiler(): never {
  throw new Error("No route of this service has a schema.");
}

const ANY_SITE = "*";

const exposed = [
  "ETag",
  "Retry-After",
  "X-Request-Id",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  ...exportHeaders,
];

/** Null: no answers are kept. */
function frontOf({
  config,
  log,
  answersDependOn,
  watch,
}: Pick<HttpDeps<BaseContext>, "config" | "log" | "answersDependOn" | "watch">): Front | null {
  if (config.answerCacheBytes === 0) return null;
  const cache = createAnswerCache(config.answerCacheBytes, answersDependOn);
  const front = createFront({
    ...{ cache, maxBodyBytes: config.maxBodyBytes, log },
    watch: watch?.answered ?? null,
  });
  watch?.answerCache(front.reading);
  return front;
}

function headersOfAll(requestId: string): Record<string, string> {
  return { "x-request-id": requestId, ...securityHeaders("default-src 'none'; frame-ancestors 'none'") };
}

/** One line an answer: never the query string or the body, which may say what somebody looks for. */
function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    const line = {
      method: request.method,
      path: request.url.split("?")[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    request.log.info(line, "answered");
    done();
  });
}
