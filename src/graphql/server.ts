import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { apolloSettings } from "./apollo-settings.js";
import type { RequestContext } from "./context.js";
import { limits } from "./limits.js";
import { listSizes } from "./list-sizes.js";

/** Apollo over our schema; not yet started. */
export function createApolloServer(schema: GraphQLSchema): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({ schema, ...apolloSettings(limits, listSizes) });
}
