import "reflect-metadata";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.js";
import { fieldsReadAsProperties, skippedChecks } from "../support/skipped-checks.js";

/**
 * A field that is read as a property runs no code: TypeGraphQL says nothing when it has a role or a middleware, and
 * leaves both out.
 */
test("no field of the schema has a role or a middleware that is skipped", () => {
  const unused = () => Promise.reject(new Error("no operation is executed"));
  const schema = createSchema({
    ...{ version: "1.0.0", publicUrl: null, searchCases: unused, searchState: unused },
  });
  expect(fieldsReadAsProperties(schema).length).toBeGreaterThan(200);
  expect(skippedChecks(schema)).toEqual([]);
});

test("a role and a middleware on fields that are read as properties would be seen, and those that run are not", async () => {
  const [script = "", tsconfig] = ["../support/planted-checks-process.ts", "../tsconfig.json"].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
  });
  expect(JSON.parse(stdout)).toEqual(["Planted.guarded", "Planted.secret"]);
});
