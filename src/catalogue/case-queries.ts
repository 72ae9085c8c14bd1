import { inList, type Query } from "../database/reader.js";
import { townQueries } from "./town-queries.js";

/**
 * Eight statements for any number of published cases (up to what one list takes), all of one moment.
 * A draft has no way out of here: every statement asks for published cases only.
 */
export function caseQueries(rowIds: readonly string[]): Query[] {
  const list = inList(rowIds);
  const wanted = `SELECT id FROM case_record WHERE status = 'published' AND id IN ${list.text}`;
  const { parameters } = list;
  const repeated = Array.from({ length: linkKinds.length }, () => parameters).flat();
  return [
    {
      text: `
        SELECT case_record.*, case_warning.kind AS warning_kind, problem_zh, problem_en, correction_zh,
               correction_en, ordered_by_zh, ordered_by_en, stands_for_id
        FROM case_record LEFT JOIN case_warning ON case_warning.case_id = case_record.id
        WHERE case_record.id IN (${wanted})`,
      parameters,
    },
    {
      text: `
        SELECT section.*, narrative.locale, narrative.translation_status, narrative.is_stale, narrative.text
        FROM section LEFT JOIN narrative ON narrative.section_id = section.id
        WHERE section.case_id IN (${wanted})
        ORDER BY section.case_id, section.position, CASE narrative.locale WHEN 'ZH' THEN 0 ELSE 1 END`,
      parameters,
    },
    { text: `SELECT * FROM evidence WHERE case_id IN (${wanted}) ORDER BY case_id, position`, parameters },
    {
      text: `SELECT * FROM indicator WHERE case_id IN (${wanted}) ORDER BY evidence_id, position`,
      parameters,
    },
    {
      text: `${linkKinds.map((select) => `${select} IN (${wanted})`).join(" UNION ALL ")}
        ORDER BY case_id, kind, owner, position`,
      parameters: repeated,
    },
    ...townQueries(`SELECT town_id FROM case_record WHERE id IN (${wanted})`, parameters),
  ];
}

/** All that hangs on a case by reference, in one shape: kind, owner, position, target and two words more. */
const linkKinds = [
  `SELECT 'tag' AS kind, case_id, NULL AS owner, position, tag_id AS target, NULL AS first, NULL AS second
   FROM case_tag WHERE case_id`,
  `SELECT 'document', case_id, NULL, position, document_id, NULL, NULL FROM case_document WHERE case_id`,
  `SELECT 'formerSlug', case_id, NULL, position, slug, NULL, NULL FROM case_former_slug WHERE case_id`,
  `SELECT 'themeSource', case_id, NULL, position, source_id, NULL, NULL FROM case_theme_source WHERE case_id`,
  `SELECT 'practice', case_id, NULL, position, practice_id, reason_zh, reason_en
   FROM case_practice WHERE case_id`,
  `SELECT 'practiceEvidence', case_id, CAST(practice_position AS TEXT), position, evidence_id, NULL, NULL
   FROM case_practice_evidence WHERE case_id`,
  `SELECT 'problem', case_id, NULL, position, problem_id, NULL, NULL FROM case_problem WHERE case_id`,
  `SELECT 'actor', case_id, NULL, position, role || ' ' || kind, name_zh, name_en
   FROM case_actor WHERE case_id`,
  `SELECT 'contradiction', case_id, NULL, position, practice_id, reason_zh, reason_en
   FROM case_contradiction WHERE case_id`,
  `SELECT connection || 'Evidence', case_id, CAST(connection_position AS TEXT), position, evidence_id, NULL, NULL
   FROM case_connection_evidence WHERE case_id`,
  `SELECT 'warningSource', case_id, NULL, position, source_id, NULL, NULL
   FROM case_warning_source WHERE case_id`,
  `SELECT 'openQuestion', case_id, NULL, position, NULL, text_zh, text_en FROM open_question WHERE case_id`,
  `SELECT 'report', case_id, evidence_id, position, source_id, NULL, NULL FROM evidence_report WHERE case_id`,
  `SELECT 'conflict', case_id, evidence_id, position, other_id, NULL, NULL
   FROM evidence_conflict WHERE case_id`,
  `SELECT 'otherTown', case_id, evidence_id, position,
          (SELECT slug FROM town WHERE town.id = town_id), NULL, NULL
   FROM evidence_other_town WHERE case_id`,
  `SELECT 'citation', case_id, section_id || ' ' || locale, position, evidence_id,
          CAST(start_offset AS TEXT), CAST(end_offset AS TEXT)
   FROM narrative_citation WHERE case_id`,
] as const;
