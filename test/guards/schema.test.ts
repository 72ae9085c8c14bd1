import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from "graphql";
import { expect, test } from "vitest";
import { schemaFolder } from "../../src/project-folders.js";

const committed = readFileSync(join(schemaFolder, "schema.graphql"), "utf8");
const schema = buildSchema(committed);
const changelog = readFileSync(join(schemaFolder, "../CHANGELOG.md"), "utf8");

/** Coordinates (`Type`, `Type.field`, `Type.field(argument:)`) without a description. */
function undescribed(some: GraphQLSchema): string[] {
  return Object.values(some.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      const parts: { name: string; description?: string | null | undefined }[] = [type];
      if (isEnumType(type)) {
        parts.push(
          ...type.getValues().map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
        );
      }
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          const name = `${type.name}.${field.name}`;
          parts.push({ name, description: field.description });
          parts.push(
            ...field.args.map((one) => ({ name: `${name}(${one.name}:)`, description: one.description })),
          );
        }
      }
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          parts.push({ name: `${type.name}.${field.name}`, description: field.description });
        }
      }
      return parts.filter(({ description }) => !description?.trim()).map(({ name }) => name);
    });
}

/** Breaking changes that no line under **Breaking** of the changelog names. */
function unannounced(before: GraphQLSchema, after: GraphQLSchema, log: string): string[] {
  const announced = log.split("\n").filter((line) => line.includes("**Breaking**"));
  return findBreakingChanges(before, after)
    .map(({ description }) => description)
    .filter((description) => {
      const coordinate = /\b[A-Z]\w*(?:\.\w+)?/.exec(description.replaceAll("`", ""))?.[0] ?? "";
      return !announced.some((line) => line.includes(`\`${coordinate}\``));
    });
}

/**
 * In a process of its own: once a resolver has run, TypeGraphQL has sorted its arguments in place, and a schema that
 * is made after that has them in another order. Other tests may have run resolvers here.
 */
async function madeSchema(): Promise<string> {
  const script = fileURLToPath(new URL("../support/describe-schema-process.ts", import.meta.url));
  const { stdout } = await run(process.execPath, ["--import", "tsx", script], { maxBuffer: 2 ** 24 });
  return stdout;
}
const run = promisify(execFile);

test("the committed schema is what the code makes (npm run schema:write)", async () => {
  expect(await madeSchema()).toBe(committed);
});

test("every type, field, argument and enum value is described", () => {
  expect(undescribed(schema)).toEqual([]);
});

test("a missing description is found", () => {
  expect(undescribed(buildSchema('"All." type Query { "How many." a(b: Int): Int }'))).toEqual([
    "Query.a(b:)",
  ]);
});

test("a breaking change against the last release is named in the changelog", () => {
  const released = buildSchema(readFileSync(join(schemaFolder, "released.graphql"), "utf8"));
  expect(unannounced(released, schema, changelog)).toEqual([]);
});

test("a breaking change that nobody announced is found, and an announced one passes", () => {
  const before = buildSchema("type Query { a: Int b: Int }");
  const after = buildSchema("type Query { a: Int }");
  expect(unannounced(before, after, "")).toHaveLength(1);
  expect(unannounced(before, after, "- **Breaking** `Query.b` is gone.")).toEqual([]);
});

test("names are written as the field writes them", () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    expect(type.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    if (isEnumType(type)) for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      expect(field.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      if (String(field.type) === "Boolean!") expect(field.name).toMatch(/^(is|has|titleIs)[A-Z]/);
    }
  }
});
