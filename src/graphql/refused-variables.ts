import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { pathOf } from "./coerce-input.js";

type Variables = Readonly<Record<string, unknown>>;

/**
 * GraphQL's errors about variables with `argument` and `value`, as our own errors have them: the path of what is wrong
 * below the variable's name, and what was sent there; a value that is missing or long is left out.
 */
export function withRefusedVariables(
  errors: readonly GraphQLFormattedError[],
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLFormattedError[] {
  if (!errors.some(isAboutVariable)) return errors;
  const faults = faultsOf(schema, operation, variables, errors.length);
  return errors.map((error, index) => {
    const fault = faults[index];
    // The faults are found a second time, by GraphQL's own function: its words say that they are the same.
    if (!fault || !isAboutVariable(error) || !error.message.endsWith(fault.message)) return error;
    const { argument, value } = fault;
    const isShown = value !== undefined && JSON.stringify(value).length <= MAX_SHOWN_LENGTH;
    return { ...error, extensions: { ...error.extensions, argument, ...(isShown && { value }) } };
  });
}

const MAX_SHOWN_LENGTH = 1_000;

const isAboutVariable = ({ message, path }: GraphQLFormattedError): boolean =>
  path === undefined && message.startsWith('Variable "$');

interface Fault {
  readonly argument: string;
  /** Undefined: it was not there. */
  readonly value: unknown;
  /** How GraphQL's message ends. */
  readonly message: string;
}

/** In the order in which GraphQL tells them; no more than these. */
function faultsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
  most: number,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) continue;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined || value === null) {
      const isWanted = isNonNullType(type) && (value === null || defaultValue === undefined);
      if (isWanted)
        faults.push({
          argument: name,
          value,
          message: value === null ? "must not be null." : "was not provided.",
        });
      continue;
    }
    try {
      coerceInputValue(value, type, (path, found, { message }) => {
        if (faults.length >= most) throw new EnoughFaults();
        faults.push({ argument: name + pathOf(path), value: found, message });
      });
    } catch (error) {
      if (!(error instanceof EnoughFaults)) throw error;
      break;
    }
  }
  return faults;
}

class EnoughFaults extends Error {}
