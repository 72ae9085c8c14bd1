import type { EntityManager } from "typeorm";
import type { RecordKind } from "./records.js";
import { runStatement } from "./statement.js";

/**
 * The row ids of the cases that show a record: when the record changes, they have changed too.
 * Town, source and measure names stand inside cases; of the programme, documents, themes and
 * correction figures do.
 */
export async function casesShowing(manager: EntityManager, kind: RecordKind, id: string): Promise<string[]> {
  const query = queries[kind];
  if (query === undefined) return [];
  const parameters = Array.from({ length: query.split("?").length - 1 }, () => id);
  const rows = (await runStatement(manager, query, parameters)) as readonly { readonly case_id: string }[];
  return rows.map((row) => row.case_id);
}

const casesIn = (towns: string): string =>
  `SELECT id AS case_id FROM case_record WHERE town_id IN (${towns})`;

/** `?` is the row id of the record, wherever it stands. */
const queries: Partial<Record<RecordKind, string>> = {
  town: casesIn("?"),
  region: casesIn(`
    WITH RECURSIVE below(id) AS (
      SELECT id FROM region WHERE id = ?
      UNION ALL SELECT region.id FROM region JOIN below ON region.parent_id = below.id
    ) SELECT id FROM town WHERE region_id IN (SELECT id FROM below)`),
  industry: casesIn("SELECT town_id FROM town_industry WHERE industry_id = ?"),
  category: "SELECT id AS case_id FROM case_record WHERE category_id = ?",
  theme: "SELECT id AS case_id FROM case_record WHERE theme_id = ?",
  tag: "SELECT case_id FROM case_tag WHERE tag_id = ?",
  practice: `
    SELECT case_id FROM case_practice WHERE practice_id = ?
    UNION SELECT case_id FROM case_contradiction WHERE practice_id = ?`,
  problem: "SELECT case_id FROM case_problem WHERE problem_id = ?",
  correction: "SELECT case_id FROM case_warning WHERE stands_for_id = ?",
  document: "SELECT case_id FROM case_document WHERE document_id = ?",
  measure: "SELECT DISTINCT case_id FROM indicator WHERE measure_id = ?",
  unit: `
    SELECT DISTINCT case_id FROM indicator
    WHERE measure_id IN (SELECT id FROM measure WHERE unit_id = ?)`,
  source: `
    SELECT case_id FROM evidence WHERE source_id = ?
    UNION SELECT case_id FROM evidence_report WHERE source_id = ?
    UNION SELECT case_id FROM case_theme_source WHERE source_id = ?
    UNION SELECT id FROM case_record
      WHERE theme_id IN (SELECT theme_id FROM theme_source WHERE source_id = ?)
    UNION SELECT case_id FROM case_warning_source WHERE source_id = ?
    UNION ${casesIn(`
      SELECT town_id FROM town_status_source WHERE source_id = ?
      UNION SELECT town_id FROM town_former_name WHERE source_id = ?`)}`,
};
