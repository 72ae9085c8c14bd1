import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import { createTables, dropTables, flag, integer, key, label, optional, table, text } from "./tables.js";

/** The vocabularies that cases are described with, and the list of sources. */
export class Vocabulary1764000000001 implements MigrationInterface {
  name = "Vocabulary1764000000001";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table(
    "source",
    [
      key("id"),
      text("key", "title"),
      flag("title_is_ours"),
      text("publisher"),
      optional(text("published")),
      text("language"),
      optional(text("url")),
      flag("is_repost"),
      optional(label("note")),
    ],
    { unique: [["key"]] },
  ),
  table("category", [key("id"), text("key"), integer("position"), label("name", "definition")], {
    unique: [["key"]],
    checks: [
      oneOf("key", [
        "NEW_INDUSTRY_CLUSTER",
        "TRADITIONAL_INDUSTRY_UPGRADING",
        "POPULATION_TRANSFER",
        "URBAN_RURAL_INTEGRATION",
        "CULTURAL_HERITAGE",
      ]),
    ],
  }),
  table(
    "category_wording",
    [key("category_id"), key("position", "integer"), text("text", "language", "source_id")],
    { indices: ["source_id"], references: { category_id: "category", source_id: "source" } },
  ),
  table(
    "region",
    [
      key("id"),
      text("key"),
      optional(text("code")),
      text("level"),
      optional(text("parent_id")),
      integer("position"),
      label("name"),
    ],
    {
      unique: [["key"], ["code"]],
      indices: ["parent_id"],
      checks: [oneOf("level", ["PROVINCE", "PREFECTURE", "COUNTY", "FUNCTIONAL_ZONE"])],
      references: { parent_id: "region" },
    },
  ),
  table("industry", [key("id"), text("key"), integer("position"), label("name")], { unique: [["key"]] }),
  table("tag", [key("id"), text("key"), integer("position"), label("name")], { unique: [["key"]] }),
  table("unit", [key("id"), text("code"), label("name")], { unique: [["code"]] }),
  table("measure", [key("id"), text("key", "unit_id"), integer("position"), label("name")], {
    unique: [["key"]],
    indices: ["unit_id"],
    references: { unit_id: "unit" },
  }),
  table("practice", [key("id"), text("slug"), integer("position"), label("name", "description")], {
    unique: [["slug"]],
  }),
  table("practice_condition", [key("practice_id"), key("position", "integer"), label("text")], {
    references: { practice_id: "practice" },
  }),
];
