import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { SpanAttributes, Spans } from "../spans.js";
import type { Execute } from "./compiled-documents.js";
import { ReadyText } from "./ready-text.js";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

/**
 * Lets Apollo execute by this. A gateway is Apollo's only public place for an executor; there are no other
 * services behind it.
 */
export function gatewayTo(schema: GraphQLSchema, execute: Execute, spans: Spans | null = null): Gateway {
  return {
    onSchemaLoadOrUpdate(onSchema) {
      onSchema({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        async executor({ document, request, context, operation, queryHash }) {
          const [name, variables] = [request.operationName ?? null, request.variables ?? {}];
          const run = () => execute({ document, name, variables, context });
          const result = spans ? spans.within(operation.operation, spanOf(operation, queryHash), run) : run();
          return withReadyText(await result);
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Its name and which document it is; never what is in it. */
function spanOf({ name, operation }: OperationDefinitionNode, hash: string): SpanAttributes {
  return {
    "graphql.operation.type": operation,
    "graphql.document.hash": hash,
    ...(name && { "graphql.operation.name": name.value.slice(0, MOST_OF_A_NAME) }),
  };
}

const MOST_OF_A_NAME = 100;

function withReadyText(result: ExecutionResult): ExecutionResult<ReadyData> {
  if (result.errors || !result.data) return result;
  return { ...result, data: new ReadyText(JSON.stringify(result.data)) as unknown as ReadyData };
}

type ReadyData = Record<string, unknown>;
