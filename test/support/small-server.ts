import { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { buildSchema, GraphQLError, printSchema } from "graphql";
import { setTimeout as sleep } from "node:timers/promises";
import { loadConfig, type HttpConfig } from "../../src/config.js";
import type { LogLevel } from "../../src/variables.js";
import { AppError } from "../../src/errors.js";
import type { RequestFacts } from "../../src/graphql/answer-plugin.js";
import { apolloSettings } from "../../src/graphql/apollo-settings.js";
import { limits } from "../../src/graphql/limits.js";
import type { Checks } from "../../src/http/health.js";
import { createLogger } from "../../src/http/logger.js";
import { createHttpServer } from "../../src/http/server.js";
import type { Export, OpenExport } from "../../src/outlets/exports.js";

/** The HTTP floor and all limits around a toy schema. */
export interface SmallServer {
  readonly app: FastifyInstance;
  readonly apollo: ApolloServer<RequestFacts>;
  /** What was logged so far, one object a line. */
  readonly log: readonly Record<string, unknown>[];
  readonly close: () => Promise<void>;
}

export interface SmallServerOptions {
  readonly config?: Partial<HttpConfig>;
  readonly logLevel?: LogLevel;
  readonly checks?: () => Promise<Checks>;
  readonly exports?: Readonly<Record<string, OpenExport>>;
  readonly stallMs?: number;
}

/** A small server that is ready for `app.inject` and for `app.listen`. */
export async function startSmallServer(options: SmallServerOptions = {}): Promise<SmallServer> {
  const log: Record<string, unknown>[] = [];
  const apollo = new ApolloServer<RequestFacts>({
    schema: smallSchema,
    rootValue: smallResolvers,
    ...apolloSettings({ ...limits, maxCost: 1000 }),
  });
  await apollo.start();
  const app = createHttpServer({
    config: { ...loadConfig({}).http, port: 0, rateLimit: null, ...options.config },
    log: createLogger(options.logLevel ?? "info", {
      write: (line) => log.push(JSON.parse(line) as Record<string, unknown>),
    }),
    apollo,
    createContext: (facts) => facts,
    exports: new Map(Object.entries(options.exports ?? { "toys.csv": () => Promise.resolve(toys) })),
    ...(options.stallMs !== undefined && { stallMs: options.stallMs }),
    answersDependOn: () => "",
    checks:
      options.checks ?? (() => Promise.resolve({ database: "up", migrations: "applied", search: "up" })),
    pages: { sdl: printSchema(smallSchema), operations: smallOperations, examples: smallOperations },
  });
  await app.ready();
  return {
    app,
    apollo,
    log,
    async close() {
      await app.close();
      await apollo.stop();
    },
  };
}

/** An export of two lines. */
export const toys: Export = {
  fileName: "toys-r1.csv",
  contentType: "text/csv; charset=utf-8",
  contentRevision: 1,
  rowCount: 1,
  fingerprint: "toys",
  async *chunks() {
    yield "name\r\n";
    yield await Promise.resolve("ball\r\n");
  },
};

const smallOperations = [
  { title: "Say hello & goodbye", query: "query Hello { hello }", variables: {} },
  {
    title: "The first towns",
    query: "query Towns($first: Int) { towns(first: $first) { nodes { name } } }",
    variables: { first: 2 },
  },
  { title: "回声", query: 'query Echo { echo(text: "<b>诸暨</b>") }', variables: {} },
];

const smallSchema = buildSchema(/* GraphQL */ `
  interface Node {
    id: ID!
  }
  type Town implements Node {
    id: ID!
    name: String!
    sister: Town
    towns(first: Int): TownConnection!
  }
  type TownEdge {
    node: Town!
    cursor: String!
  }
  type PageInfo {
    hasNextPage: Boolean!
  }
  type TownConnection {
    edges: [TownEdge!]!
    nodes: [Town!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Query {
    hello: String
    echo(text: String!, times: Int! = 1): String
    towns(first: Int, last: Int): TownConnection!
    nodes(ids: [ID!]!): [Node]!
    slow(ms: Int!): String
    "Lets nobody else in meanwhile."
    busy(ms: Int!): String
    "Throws what callers may see."
    refused: String
    refusedWithoutData: String!
    "Throws what they may not see."
    broken: String
    brokenWithoutData: String!
    brokenInGraphQL: String
  }
  type Mutation {
    touch: Boolean
  }
`);

const smallResolvers = {
  hello: "hello",
  echo: ({ text, times }: { text: string; times: number }) => text.repeat(times),
  towns: () => ({ edges: [], nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 }),
  nodes: () => [],
  slow: async ({ ms }: { ms: number }) => {
    await sleep(ms);
    return "done";
  },
  busy: ({ ms }: { ms: number }) => {
    for (const begun = performance.now(); performance.now() - begun < ms;);
    return "done";
  },
  refused: refuse,
  refusedWithoutData: refuse,
  broken: breakDown,
  brokenWithoutData: breakDown,
  brokenInGraphQL: () => {
    throw new GraphQLError("secret in GraphQL", { extensions: { code: "BAD_USER_INPUT" } });
  },
  touch: true,
};

function refuse(): never {
  throw new AppError(
    "SEARCH_UNAVAILABLE",
    { en: "The search cannot answer now.", zh: "搜索暂时不可用。" },
    { engine: "toy" },
  );
}

function breakDown(): never {
  throw new Error("secret of the database", { cause: new Error("secret cause") });
}
