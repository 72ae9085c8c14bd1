import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import { createTables, dropTables, integer, key, label, optional, real, table, text } from "./tables.js";

/** What the cases rest on: sourced statements and their figures. */
export class Evidence1764000000004 implements MigrationInterface {
  name = "Evidence1764000000004";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table(
    "evidence",
    [
      key("id"),
      text("case_id"),
      integer("position"),
      text("anchor"),
      optional(text("section_id")),
      text("kind"),
      label("statement"),
      optional(label("attributed_to")),
      optional(text("period_from", "period_to")),
      optional(label("period_label")),
      optional(text("period_basis")),
      text("scope"),
      optional(label("scope_area")),
      text("source_id"),
      optional(label("conflict_note")),
    ],
    {
      unique: [["case_id", "anchor"]],
      indices: ["case_id", "section_id", "source_id"],
      checks: [
        oneOf("period_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("scope", ["TOWN", "PART_OF_TOWN", "ONE_ORGANISATION", "WIDER_AREA", "UNCLEAR"]),
        oneOf("kind", ["RECOGNITION", "BACKGROUND", "PRACTICE", "MECHANISM", "OUTCOME", "CHALLENGE"]),
      ],
      references: { case_id: "case_record", section_id: "section", source_id: "source" },
    },
  ),
  table("evidence_report", [key("evidence_id"), key("position", "integer"), text("case_id", "source_id")], {
    indices: ["case_id", "source_id"],
    references: { evidence_id: "evidence", case_id: "case_record", source_id: "source" },
  }),
  table("evidence_conflict", [key("evidence_id"), key("position", "integer"), text("case_id", "other_id")], {
    indices: ["case_id", "other_id"],
    checks: [`"evidence_id" <> "other_id"`],
    references: { evidence_id: "evidence", case_id: "case_record", other_id: "evidence" },
  }),
  table("evidence_other_town", [key("evidence_id"), key("position", "integer"), text("case_id", "town_id")], {
    indices: ["case_id", "town_id"],
    references: { evidence_id: "evidence", case_id: "case_record", town_id: "town" },
  }),
  table(
    "indicator",
    [
      key("evidence_id"),
      key("position", "integer"),
      text("case_id", "measure_id"),
      real("value"),
      optional(real("value_max")),
      text("qualifier", "nature", "time_basis"),
      optional(text("period_from", "period_to")),
      optional(label("period_label")),
      optional(text("period_basis", "as_of", "as_of_basis")),
      label("value_text"),
      optional(text("value_as_published")),
      text("scope"),
      optional(label("scope_area")),
    ],
    {
      indices: ["case_id", "measure_id"],
      checks: [
        `("qualifier" = 'RANGE') = ("value_max" IS NOT NULL)`,
        oneOf("as_of_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("period_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("scope", ["TOWN", "PART_OF_TOWN", "ONE_ORGANISATION", "WIDER_AREA", "UNCLEAR"]),
        oneOf("time_basis", ["POINT", "PERIOD", "CUMULATIVE", "RECURRING"]),
        oneOf("nature", ["ACTUAL", "PLANNED", "TARGET", "FORECAST"]),
        oneOf("qualifier", ["EXACT", "ABOUT", "NEARLY", "MORE_THAN", "AT_LEAST", "AT_MOST", "RANGE"]),
      ],
      references: { evidence_id: "evidence", case_id: "case_record", measure_id: "measure" },
    },
  ),
  table(
    "case_practice_evidence",
    [key("case_id"), key("practice_position", "integer"), key("position", "integer"), text("evidence_id")],
    { indices: ["evidence_id"], references: { case_id: "case_record", evidence_id: "evidence" } },
  ),
  table(
    "narrative_citation",
    [
      key("section_id"),
      key("locale"),
      key("position", "integer"),
      text("case_id", "evidence_id"),
      integer("start_offset", "end_offset"),
    ],
    {
      indices: ["case_id", "evidence_id"],
      checks: [`"start_offset" < "end_offset"`],
      references: { section_id: "section", case_id: "case_record", evidence_id: "evidence" },
    },
  ),
];
