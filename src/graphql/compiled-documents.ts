import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";

/** What an executor needs of a request, parsed and validated. */
export interface Operation {
  readonly document: DocumentNode;
  /** Null: the document has only one operation. */
  readonly name: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: object;
}

export type Execute = (operation: Operation) => Promise<ExecutionResult>;

/** By graphql-js, which has the last word on every answer. */
export function interpreter(schema: GraphQLSchema, maxCoercionErrors: number): Execute {
  return async ({ document, name, variables, context }) =>
    execute({
      ...{ schema, document, operationName: name, variableValues: variables, contextValue: context },
      options: { maxCoercionErrors },
    });
}

/** Compiling costs as much as some fifteen executions: documents that come once or twice are not worth it. */
const COMPILE_FROM_USE = 3;

/**
 * As code that graphql-jit makes of a document that is used again and again. It answers nothing with errors:
 * those are asked of the interpreter, whose words, places and order they have. Operations only read, so
 * that doing one twice does no harm.
 *
 * Apollo keeps parsed documents; one that it drops takes its compiled form along.
 */
export function compiler(
  schema: GraphQLSchema,
  interpret: Execute,
  compileFromUse = COMPILE_FROM_USE,
): Execute {
  const uses = new WeakMap<DocumentNode, DocumentUse>();

  return async (operation) => {
    const use = uses.get(operation.document) ?? { count: 0, compiled: new Map() };
    uses.set(operation.document, use);
    use.count += 1;
    const query = use.count < compileFromUse ? null : compiledOnce(schema, use, operation);
    if (query === null) return interpret(operation);
    const result = (await query({}, operation.context, { ...operation.variables })) as ExecutionResult;
    return result.errors || result.data === undefined ? interpret(operation) : result;
  };
}

interface DocumentUse {
  count: number;
  /** By the name of the operation; null: cannot be compiled. */
  readonly compiled: Map<string | null, CompiledQuery["query"] | null>;
}

function compiledOnce(schema: GraphQLSchema, { compiled }: DocumentUse, { document, name }: Operation) {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const query = compile(schema, document, name);
  compiled.set(name, query);
  return query;
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null,
): CompiledQuery["query"] | null {
  const made = compileQuery(schema, document, name ?? undefined);
  return isCompiledQuery(made) ? made.query.bind(made) : null;
}
