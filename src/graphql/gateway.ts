import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { Execute } from "./compiled-documents.js";
import { ReadyText } from "./ready-text.js";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

/**
 * Lets Apollo execute by this. A gateway is Apollo's only public place for an executor; there are no other
 * services behind it.
 */
export function gatewayTo(schema: GraphQLSchema, execute: Execute): Gateway {
  return {
    onSchemaLoadOrUpdate(onSchema) {
      onSchema({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        async executor({ document, request, context }) {
          const [name, variables] = [request.operationName ?? null, request.variables ?? {}];
          return withReadyText(await execute({ document, name, variables, context }));
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function withReadyText(result: ExecutionResult): ExecutionResult<ReadyData> {
  if (result.errors || !result.data) return result;
  return { ...result, data: new ReadyText(JSON.stringify(result.data)) as unknown as ReadyData };
}

type ReadyData = Record<string, unknown>;
