import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeSchema } from "../graphql/describe-schema.js";
import { schemaFolder } from "../project-folders.js";
import { runCommand } from "./command.js";

/** `npm run schema:write`: writes the schema as the code has it; a test compares. */
await runCommand("schema:write", () => {
  const file = join(schemaFolder, "schema.graphql");
  const sdl = describeSchema();
  writeFileSync(file, sdl);
  return Promise.resolve(`${sdl.split("\n").length} lines to schema/schema.graphql`);
});
