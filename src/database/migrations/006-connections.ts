import type { MigrationInterface, QueryRunner } from "typeorm";
import { oneOf } from "../rows/columns.js";
import { createTables, dropTables, integer, key, label, optional, table, text } from "./tables.js";

/** What connects cases: problems, actors, warnings; and the glossary. */
export class Connections1764000000006 implements MigrationInterface {
  name = "Connections1764000000006";

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    // Not `addColumn`: it makes a table of SQLite anew, and others refer to this one.
    await runner.query("ALTER TABLE industry ADD COLUMN is_traditional boolean");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE industry DROP COLUMN is_traditional");
    await dropTables(runner, tables);
  }
}

const tables = [
  table("problem", [key("id"), text("key"), integer("position"), label("name")], { unique: [["key"]] }),
  table("glossary_term", [key("id"), integer("position"), optional(label("note"))]),
  table("glossary_wording", [key("term_id"), key("locale"), key("position", "integer"), text("text")], {
    checks: [oneOf("locale", ["ZH", "EN"])],
    references: { term_id: "glossary_term" },
  }),
  table("case_problem", [key("case_id"), key("position", "integer"), text("problem_id")], {
    unique: [["case_id", "problem_id"]],
    indices: ["problem_id"],
    references: { case_id: "case_record", problem_id: "problem" },
  }),
  table("case_actor", [key("case_id"), key("position", "integer"), text("role", "kind"), label("name")], {
    checks: [
      oneOf("kind", [
        "GOVERNMENT",
        "ENTERPRISE",
        "JOINT_COMPANY",
        "ASSOCIATION",
        "SCHOOL",
        "HOUSEHOLDS",
        "OTHER",
      ]),
      oneOf("role", ["PAID", "BUILT", "OPERATED", "REGULATED", "ADVISED", "BOUGHT"]),
    ],
    references: { case_id: "case_record" },
  }),
  table(
    "case_contradiction",
    [key("case_id"), key("position", "integer"), text("practice_id"), label("reason")],
    {
      unique: [["case_id", "practice_id"]],
      indices: ["practice_id"],
      references: { case_id: "case_record", practice_id: "practice" },
    },
  ),
  table(
    "case_connection_evidence",
    [
      key("case_id"),
      key("connection"),
      key("connection_position", "integer"),
      key("position", "integer"),
      text("evidence_id"),
    ],
    {
      indices: ["evidence_id"],
      checks: [oneOf("connection", ["problem", "actor", "contradiction"])],
      references: { case_id: "case_record", evidence_id: "evidence" },
    },
  ),
  table(
    "case_warning",
    [
      key("case_id"),
      text("kind"),
      label("problem", "correction"),
      optional(label("ordered_by")),
      optional(text("stands_for_id")),
    ],
    {
      indices: ["stands_for_id"],
      checks: [
        oneOf("kind", ["FALSE_TOWN", "VIRTUAL_TOWN", "FALSE_OR_VIRTUAL_TOWN", "RED_LINE", "QUALITY_WARNING"]),
      ],
      references: { case_id: "case_record", stands_for_id: "correction_statistic" },
    },
  ),
  table("case_warning_source", [key("case_id"), key("position", "integer"), text("source_id")], {
    indices: ["source_id"],
    references: { case_id: "case_record", source_id: "source" },
  }),
];
