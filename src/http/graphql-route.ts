import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../errors.js";
import type { ToldOperation } from "../told-operation.js";
import type { RequestFacts } from "../graphql/answer-plugin.js";
import { limits } from "../graphql/limits.js";
import type { ToldOperations } from "./told-operations.js";
import { assertFewTokens } from "../graphql/tokens.js";

export interface GraphQLRoute<Context extends BaseContext> {
  /** Started. */
  readonly apollo: ApolloServer<Context>;
  readonly createContext: (facts: RequestFacts) => Context;
  readonly operationTimeoutMs: number;
  /** Null: nobody watches. */
  readonly told: ToldOperations | null;
}

/** `GET` and `POST /graphql`. What Apollo answers is Apollo's; too many tokens are refused before it parses. */
export function serveGraphQL<Context extends BaseContext>(
  scope: FastifyInstance,
  { apollo, createContext, operationTimeoutMs, told }: GraphQLRoute<Context>,
): void {
  const answer = fastifyApolloHandler(apollo, {
    context({ id, log, signal, raw }) {
      const tell = told && { tell: (operation: ToldOperation) => told.note(raw, operation) };
      return Promise.resolve(createContext({ requestId: id, log, signal, ...tell }));
    },
  });
  scope.route<{ Reply: string }>({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    handlerTimeout: operationTimeoutMs,
    preHandler: (request, _reply, done) => {
      assertReadableAddress(request);
      const document = documentOf(request.method === "GET" ? request.query : request.body);
      if (document !== null) assertFewTokens(document, limits);
      done();
    },
    async handler(request, reply) {
      const body = await answer.call(this, request, reply);
      // Too late: the caller has been told that the time was up.
      return reply.sent ? undefined : body;
    },
  });
}

/** The adapter makes a URL of Host and path, and the Host header is anybody's text. */
function assertReadableAddress({ url, protocol, hostname }: FastifyRequest): void {
  if (URL.canParse(url, `${protocol}://${hostname}/`)) return;
  throw new AppError("BAD_REQUEST", { en: "The Host header names no host.", zh: "Host 请求头无效。" });
}

function documentOf(parameters: unknown): string | null {
  if (typeof parameters !== "object" || parameters === null || !("query" in parameters)) return null;
  return typeof parameters.query === "string" ? parameters.query : null;
}
