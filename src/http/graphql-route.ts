import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../errors.js";
import type { ToldOperation } from "../told-operation.js";
import type { RequestFacts } from "../graphql/answer-plugin.js";
import { limits } from "../graphql/limits.js";
import { withinTime } from "./time-limit.js";
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
    context({ id, log, raw }) {
      const tell = told && { tell: (operation: ToldOperation) => told.note(raw, operation) };
      return Promise.resolve(createContext({ requestId: id, log, ...tell }));
    },
  });
  scope.route<{ Reply: string }>({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    preHandler: (request, _reply, done) => {
      assertReadableAddress(request);
      const document = textIn(parametersOf(request), "query");
      if (document !== null) assertFewTokens(document, limits);
      done();
    },
    async handler(request, reply) {
      try {
        return await withinTime(Promise.resolve(answer.call(this, request, reply)), operationTimeoutMs);
      } catch (error) {
        // Apollo has not finished, and so told nobody.
        const name = textIn(parametersOf(request), "operationName");
        if (error instanceof AppError) told?.note(request.raw, { name, outcome: error.code });
        throw error;
      }
    },
  });
}

/** The adapter makes a URL of Host and path, and the Host header is anybody's text. */
function assertReadableAddress({ url, protocol, hostname }: FastifyRequest): void {
  if (URL.canParse(url, `${protocol}://${hostname}/`)) return;
  throw new AppError("BAD_REQUEST", { en: "The Host header names no host.", zh: "Host 请求头无效。" });
}

const parametersOf = ({ method, query, body }: FastifyRequest): unknown => (method === "GET" ? query : body);

function textIn(parameters: unknown, name: "query" | "operationName"): string | null {
  if (typeof parameters !== "object" || parameters === null) return null;
  const text: unknown = Reflect.get(parameters, name);
  return typeof text === "string" ? text : null;
}
