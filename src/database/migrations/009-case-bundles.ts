import type { MigrationInterface, QueryRunner } from "typeorm";
import { writeBundles } from "../record-bundles.js";
import { createTables, dropTables, key, table, text } from "./tables.js";

/**
 * Cases as readers take them. A later migration that changes a table of cases writes all bundles anew, as this one does,
 * and takes the writing away here: bundles are made of the tables of today. A program from before this one that still
 * writes would leave bundles as they were.
 */
export class CaseBundles1764000000009 implements MigrationInterface {
  name = "CaseBundles1764000000009";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    const cases = (await runner.query("SELECT id FROM case_record")) as { readonly id: string }[];
    await writeBundles(
      runner.manager,
      "case",
      cases.map(({ id }) => id),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table("case_bundle", [key("case_id"), text("card", "texts", "rest")], {
    references: { case_id: "case_record" },
  }),
];
