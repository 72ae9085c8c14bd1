import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import type { AppError } from "../errors.js";
import { limitBreach, type BreakableLimit } from "./limit-breach.js";
import type { Limits } from "./limits.js";
import { createOperationMeasure, type OperationSize } from "./operation-size.js";

/** A validation rule for the limits that depend on the document alone: checked once, as Apollo keeps valid documents. */
export function documentLimitsRule(limits: Limits): ValidationRule {
  return (context) => ({
    Document(document) {
      for (const { error, operation } of documentBreaches(document, limits)) {
        const place = operation ? { nodes: [operation] } : {};
        context.reportError(new GraphQLError(error.message, { ...place, originalError: error }));
      }
    },
  });
}

interface DocumentBreach {
  readonly error: AppError;
  readonly operation: OperationDefinitionNode | null;
}

function documentBreaches(document: DocumentNode, limits: Limits): DocumentBreach[] {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.maxOperations) {
    return [
      { error: limitBreach("maxOperations", limits.maxOperations, operations.length), operation: null },
    ];
  }
  const measure = createOperationMeasure(document);
  return operations.flatMap((operation) => {
    const size = measure(operation.selectionSet);
    return limitedSizes
      .filter(([name, part]) => size[part] > limits[name])
      .map(([name, part]) => ({ error: limitBreach(name, limits[name], size[part]), operation }));
  });
}

const limitedSizes: readonly (readonly [BreakableLimit, keyof OperationSize])[] = [
  ["maxDepth", "depth"],
  ["maxAliases", "aliases"],
  ["maxRootFields", "rootFields"],
  ["maxDirectives", "directives"],
  ["maxIntrospectionDepth", "introspectionDepth"],
  ["maxIntrospectionRootFields", "introspectionRootFields"],
];
