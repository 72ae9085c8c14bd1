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

/** The programme around the cases: documents, events, statistics. */
export class Programme1764000000002 implements MigrationInterface {
  name = "Programme1764000000002";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}

const tables = [
  table("mechanism", [key("id"), text("key"), integer("position"), label("name", "description")], {
    unique: [["key"]],
  }),
  table("mechanism_source", [key("mechanism_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { mechanism_id: "mechanism", source_id: "source" },
  }),
  table(
    "policy_document",
    [
      key("id"),
      text("key"),
      integer("position"),
      label("title"),
      optional(text("number")),
      optional(label("number_note")),
      label("issuer"),
      text("issued"),
      optional(label("issued_note")),
      optional(text("published")),
      label("summary"),
      optional(text("url", "replaced_by_id", "succession")),
      optional(label("succession_note")),
    ],
    {
      unique: [["key"]],
      indices: ["replaced_by_id"],
      checks: [oneOf("succession", ["REPEALED", "CARRIED_FORWARD", "LISTS_RENAMED"])],
      references: { replaced_by_id: "policy_document" },
    },
  ),
  table("policy_instruction", [key("document_id"), key("position", "integer"), label("text")], {
    references: { document_id: "policy_document" },
  }),
  table("policy_document_source", [key("document_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { document_id: "policy_document", source_id: "source" },
  }),
  table(
    "programme_event",
    [
      key("id"),
      text("key"),
      integer("position"),
      text("date"),
      label("title", "detail"),
      optional(label("note")),
    ],
    { unique: [["key"]] },
  ),
  table("programme_event_source", [key("event_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { event_id: "programme_event", source_id: "source" },
  }),
  table(
    "correction_statistic",
    [
      key("id"),
      text("key"),
      integer("position"),
      label("scope"),
      optional(integer("listed", "renamed", "eliminated_or_rectified", "retained")),
      text("qualifier", "derived_figures"),
      optional(label("outcome")),
      text("as_of", "as_of_basis"),
      optional(label("note")),
    ],
    {
      unique: [["key"]],
      checks: [
        oneOf("as_of_basis", ["SOURCE", "EDITORIAL", "INFERRED"]),
        oneOf("qualifier", ["EXACT", "ABOUT", "NEARLY", "MORE_THAN", "AT_LEAST", "AT_MOST", "RANGE"]),
      ],
    },
  ),
  table(
    "correction_part",
    [
      key("statistic_id"),
      key("position", "integer"),
      label("scope"),
      integer("eliminated_or_rectified"),
      optional(integer("retained")),
      flag("is_on_government_list"),
    ],
    { references: { statistic_id: "correction_statistic" } },
  ),
  table("correction_reading", [key("statistic_id"), key("position", "integer"), text("other_id")], {
    indices: ["other_id"],
    references: { statistic_id: "correction_statistic", other_id: "correction_statistic" },
  }),
  table("correction_source", [key("statistic_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { statistic_id: "correction_statistic", source_id: "source" },
  }),
  table(
    "programme_statistic",
    [key("id"), text("key"), integer("position"), label("scope"), text("as_of"), optional(label("note"))],
    { unique: [["key"]] },
  ),
  table(
    "programme_figure",
    [
      key("statistic_id"),
      key("position", "integer"),
      label("name"),
      real("value"),
      text("qualifier", "unit_id"),
    ],
    {
      indices: ["unit_id"],
      checks: [oneOf("qualifier", ["EXACT", "ABOUT", "NEARLY", "MORE_THAN", "AT_LEAST", "AT_MOST", "RANGE"])],
      references: { statistic_id: "programme_statistic", unit_id: "unit" },
    },
  ),
  table("programme_statistic_source", [key("statistic_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { statistic_id: "programme_statistic", source_id: "source" },
  }),
  table("theme", [key("id"), integer("position"), label("name")]),
  table("praised_province", [key("id"), integer("position"), text("region_id")], {
    indices: ["region_id"],
    references: { region_id: "region" },
  }),
  table(
    "praised_province_source",
    [key("praised_province_id"), key("position", "integer"), text("source_id")],
    { indices: ["source_id"], references: { praised_province_id: "praised_province", source_id: "source" } },
  ),
];
