import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import { createTables, dropTables, key, optional, table, text } from "./tables.js";

/** Where the content is from. */
export class ContentOrigin1764000000008 implements MigrationInterface {
  name = "ContentOrigin1764000000008";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table("content_origin", [key("id", "integer"), text("kind"), optional(text("digest"))], {
    checks: [`"id" = 1`, oneOf("kind", ["FILES", "SYNTHETIC"])],
  }),
];
