import { isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

/** Coordinates of fields whose role or middleware nothing runs. */
export function skippedChecks(some: GraphQLSchema): string[] {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const checked = new Set(
    [...objectTypes, ...interfaceTypes].flatMap(({ name, fields = [] }) =>
      fields
        .filter(({ roles, middlewares = [] }) => roles !== undefined || middlewares.length > 0)
        .flatMap(({ schemaName }) => typesOf(some, name).map((type) => `${type}.${schemaName}`)),
    ),
  );
  return fieldsReadAsProperties(some).filter((coordinate) => checked.has(coordinate));
}

/** The type itself, or those that have an interface. */
function typesOf(some: GraphQLSchema, name: string): readonly string[] {
  const type = some.getType(name);
  return isInterfaceType(type) ? some.getPossibleTypes(type).map((one) => one.name) : [name];
}

export function fieldsReadAsProperties(some: GraphQLSchema): string[] {
  return Object.values(some.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ resolve }) => resolve === undefined || resolve.name === "defaultFieldResolver")
        .map(({ name }) => `${type.name}.${name}`),
    )
    .filter((coordinate) => !coordinate.startsWith("__"))
    .sort();
}
