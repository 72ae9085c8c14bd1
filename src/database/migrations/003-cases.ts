import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import {
  createTables,
  dropTables,
  flag,
  integer,
  key,
  label,
  optional,
  real,
  table,
  text,
} from "./tables.js";

/** Towns, and cases with what is told of them. */
export class Cases1764000000003 implements MigrationInterface {
  name = "Cases1764000000003";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table(
    "town",
    [
      key("id"),
      text("slug", "kind"),
      label("name"),
      text("region_id"),
      optional(real("latitude", "longitude")),
      optional(label("location_basis")),
    ],
    {
      unique: [["slug"]],
      indices: ["region_id"],
      checks: [oneOf("kind", ["CHARACTERISTIC_TOWN", "STATUTORY_TOWN", "PROJECT", "UNSTATED"])],
      references: { region_id: "region" },
    },
  ),
  table(
    "town_former_name",
    [key("town_id"), key("position", "integer"), label("name"), optional(text("until")), text("source_id")],
    { indices: ["source_id"], references: { town_id: "town", source_id: "source" } },
  ),
  table("town_industry", [key("town_id"), key("position", "integer"), text("industry_id")], {
    indices: ["industry_id"],
    references: { town_id: "town", industry_id: "industry" },
  }),
  table(
    "town_status",
    [
      key("town_id"),
      key("position", "integer"),
      text("kind"),
      optional(text("date")),
      optional(integer("round")),
      optional(label("authority", "list", "note")),
      flag("is_disputed"),
    ],
    {
      checks: [
        oneOf("kind", [
          "LISTED",
          "NAMED",
          "CITED",
          "RENAMED",
          "WARNED",
          "UNDER_CORRECTION",
          "DEMOTED",
          "REMOVED",
          "CLOSED",
        ]),
      ],
      references: { town_id: "town" },
    },
  ),
  table(
    "town_status_source",
    [key("town_id"), key("status_position", "integer"), key("position", "integer"), text("source_id")],
    { indices: ["source_id"], references: { town_id: "town", source_id: "source" } },
  ),
  table(
    "case_record",
    [
      key("id"),
      text("slug", "kind", "status"),
      label("title", "summary"),
      optional(label("notice")),
      text("town_id"),
      optional(text("category_id", "category_basis")),
      optional(label("category_reason")),
      optional(text("theme_id", "theme_basis")),
      optional(integer("round")),
      integer("revision"),
      text("published_at", "updated_at"),
      optional(text("last_verified_on")),
    ],
    {
      unique: [["slug"]],
      indices: ["town_id", "category_id", "theme_id"],
      checks: [
        `("category_id" IS NULL) = ("category_basis" IS NULL)`,
        oneOf("theme_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("category_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("status", ["draft", "published"]),
        oneOf("kind", ["EXEMPLARY", "CAUTIONARY"]),
      ],
      references: { town_id: "town", category_id: "category", theme_id: "theme" },
    },
  ),
  table("case_former_slug", [key("case_id"), key("position", "integer"), text("slug")], {
    unique: [["slug"]],
    references: { case_id: "case_record" },
  }),
  table("case_theme_source", [key("case_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { case_id: "case_record", source_id: "source" },
  }),
  table("case_tag", [key("case_id"), key("position", "integer"), text("tag_id")], {
    indices: ["tag_id"],
    references: { case_id: "case_record", tag_id: "tag" },
  }),
  table("case_document", [key("case_id"), key("position", "integer"), text("document_id")], {
    indices: ["document_id"],
    references: { case_id: "case_record", document_id: "policy_document" },
  }),
  table("case_practice", [key("case_id"), key("position", "integer"), text("practice_id"), label("reason")], {
    unique: [["case_id", "practice_id"]],
    indices: ["practice_id"],
    references: { case_id: "case_record", practice_id: "practice" },
  }),
  table("open_question", [key("case_id"), key("position", "integer"), label("text")], {
    references: { case_id: "case_record" },
  }),
  table(
    "section",
    [key("id"), text("case_id"), integer("position"), text("anchor", "kind", "basis"), label("heading")],
    {
      unique: [["case_id", "anchor"]],
      indices: ["case_id"],
      checks: [
        oneOf("basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("kind", ["BACKGROUND", "PROBLEM", "PRACTICE", "MECHANISM", "RESULT", "SETBACK", "LESSON"]),
      ],
      references: { case_id: "case_record" },
    },
  ),
  table(
    "narrative",
    [key("section_id"), key("locale"), text("case_id", "translation_status"), flag("is_stale"), text("text")],
    {
      indices: ["case_id"],
      checks: [
        oneOf("translation_status", ["ORIGINAL", "TRANSLATED", "MACHINE_TRANSLATED"]),
        oneOf("locale", ["ZH", "EN"]),
      ],
      references: { section_id: "section", case_id: "case_record" },
    },
  ),
];
