import { coerceInputValue, isInputType, type GraphQLError, type GraphQLSchema } from "graphql";
import type { EvidenceFilterInput } from "../catalogue/evidence-filter.js";
import type { CaseFilterInput } from "../catalogue/parse-filter.js";
import { AppError } from "../errors.js";

/** Reads filters that do not come in a GraphQL document, by the same rules as those that do. */
export interface FilterReaders {
  /** @throws {AppError} BAD_USER_INPUT, as `coerceInput` does. */
  readonly caseFilter: (value: unknown) => CaseFilterInput | null;
  /** @throws {AppError} BAD_USER_INPUT, as `coerceInput` does. */
  readonly evidenceFilter: (value: unknown) => EvidenceFilterInput | null;
}

/** Readers for the filters of this schema; null stands for no filter, as in an operation. */
export function createFilterReaders(schema: GraphQLSchema): FilterReaders {
  const read = (typeName: string, value: unknown) =>
    value === null ? null : coerceInput(schema, typeName, "filter", value);
  return {
    caseFilter: (value) => read("CaseFilter", value) as CaseFilterInput | null,
    evidenceFilter: (value) => read("EvidenceFilter", value) as EvidenceFilterInput | null,
  };
}

/**
 * A JSON value as GraphQL hands it to a resolver when it comes as a variable of this input type: keys and types
 * checked, enums known, scalars parsed, defaults filled in.
 * @throws {AppError} BAD_USER_INPUT for the first thing wrong, by its path below `argument`, in GraphQL's words.
 */
export function coerceInput(
  schema: GraphQLSchema,
  typeName: string,
  argument: string,
  value: unknown,
): unknown {
  const type = schema.getType(typeName);
  if (!isInputType(type)) throw new Error(`The schema has no input type ${typeName}`);
  return coerceInputValue(value, type, (path, found, error) => {
    throw badValue(argument + pathOf(path), found, error);
  });
}

function badValue(argument: string, value: unknown, { message }: GraphQLError): AppError {
  return new AppError(
    "BAD_USER_INPUT",
    { zh: `${argument} 无法使用：${message}`, en: `\`${argument}\`: ${message}` },
    { argument, value },
  );
}

/** `.kinds[0]` */
export const pathOf = (path: readonly (string | number)[]): string =>
  path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
