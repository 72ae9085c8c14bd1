import type { MigrationInterface, QueryRunner } from "typeorm";
import { createTables, dropTables, key, table, text } from "./tables.js";

/** Who says that a theme is one of the second round. */
export class ThemeSources1764000000007 implements MigrationInterface {
  name = "ThemeSources1764000000007";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table("theme_source", [key("theme_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { theme_id: "theme", source_id: "source" },
  }),
];
