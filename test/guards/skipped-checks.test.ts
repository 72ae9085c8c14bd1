import "reflect-metadata";
import { isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import {
  Authorized,
  buildSchemaSync,
  Field,
  getMetadataStorage,
  ObjectType,
  Query,
  Resolver,
  UseMiddleware,
} from "type-graphql";
import { beforeAll, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.js";

/**
 * A field that is read as a property runs no code: TypeGraphQL says nothing when it has a role or a middleware, and
 * leaves both out.
 */
let schema: GraphQLSchema;

beforeAll(() => {
  const unused = () => Promise.reject(new Error("no operation is executed"));
  schema = createSchema({ version: "1.0.0", publicUrl: null, searchCases: unused, searchState: unused });
});

test("no field of the schema has a role or a middleware that is skipped", () => {
  expect(fieldsReadAsProperties(schema).length).toBeGreaterThan(200);
  expect(skippedChecks(schema)).toEqual([]);
});

test("a role and a middleware on fields that are read as properties would be seen, and those that run are not", () => {
  expect(skippedChecks(schemaWithChecks())).toEqual(["Planted.guarded", "Planted.secret"]);
});

/** Coordinates of fields whose role or middleware nothing runs. */
function skippedChecks(some: GraphQLSchema): string[] {
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

function fieldsReadAsProperties(some: GraphQLSchema): string[] {
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

/** Two fields that skip their checks, and two that do not. */
function schemaWithChecks(): GraphQLSchema {
  @ObjectType({ simpleResolvers: true })
  class Planted {
    @Field(() => String)
    open!: string;

    @Authorized("EDITOR")
    @Field(() => String)
    secret!: string;

    @UseMiddleware((_, next) => next())
    @Field(() => String)
    guarded!: string;

    @Authorized("EDITOR")
    @Field(() => String, { simple: false })
    asked!: string;
  }

  @Resolver()
  class PlantedResolver {
    @Query(() => Planted)
    planted(): Partial<Planted> {
      return {};
    }
  }
  return buildSchemaSync({ resolvers: [PlantedResolver], validate: false, authChecker: () => false });
}
