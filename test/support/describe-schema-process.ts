import { describeSchema } from "../../src/graphql/describe-schema.js";

/** Writes the schema as text, from a process that has answered nothing yet. */
process.stdout.write(describeSchema());
