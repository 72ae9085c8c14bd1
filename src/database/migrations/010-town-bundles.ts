import type { MigrationInterface, QueryRunner } from "typeorm";
import { writeBundles } from "../record-bundles.js";
import { createTables, dropTables, key, table, text } from "./tables.js";

/** Towns as readers take them; what `009-case-bundles.ts` says of bundles holds for these too. */
export class TownBundles1764000000010 implements MigrationInterface {
  name = "TownBundles1764000000010";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    const towns = (await runner.query("SELECT id FROM town")) as { readonly id: string }[];
    await writeBundles(
      runner.manager,
      "town",
      towns.map(({ id }) => id),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [table("town_bundle", [key("town_id"), text("whole")], { references: { town_id: "town" } })];
