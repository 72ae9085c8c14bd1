import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Spans } from "../spans.js";
import type { ExecutorKind } from "../variables.js";
import { apolloSettings } from "./apollo-settings.js";
import { compiler, interpreter } from "./compiled-documents.js";
import type { RequestContext } from "./context.js";
import { gatewayTo } from "./gateway.js";
import { limits } from "./limits.js";
import { listSizes } from "./list-sizes.js";
import { stringifyAnswer } from "./ready-text.js";
import { sharingPlugin } from "./sharing-plugin.js";

export interface ApolloOptions {
  readonly executor: ExecutorKind;
  readonly maxAgeSeconds: number;
  /** Null: operations are not traced. */
  readonly spans?: Spans | null;
}

/** Apollo over our schema; not yet started. */
export function createApolloServer(
  schema: GraphQLSchema,
  { executor, maxAgeSeconds, spans = null }: ApolloOptions,
): ApolloServer<RequestContext> {
  const interpret = interpreter(schema, limits.maxCoercionErrors);
  const { plugins, ...settings } = apolloSettings(limits, listSizes);
  return new ApolloServer<RequestContext>({
    ...settings,
    plugins: [...plugins, sharingPlugin(maxAgeSeconds)],
    gateway: gatewayTo(schema, executor === "jit" ? compiler(schema, interpret) : interpret, spans),
    stringifyResult: stringifyAnswer,
  });
}
