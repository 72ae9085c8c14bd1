import { inList, type Query } from "../database/reader.js";
import { allLinkKinds, linkQuery } from "./link-query.js";
import { townQueries } from "./town-queries.js";

/**
 * Eight statements for any number of published cases (up to what one list takes), all of one moment.
 * A draft has no way out of here: every statement asks for published cases only.
 */
export function caseQueries(rowIds: readonly string[]): Query[] {
  const { wanted, parameters } = publishedAmong(rowIds);
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
    linkQuery(allLinkKinds, wanted, parameters),
    ...townQueries(`SELECT town_id FROM case_record WHERE id IN (${wanted})`, parameters),
  ];
}

/** Three statements for the cards of any number of published cases; those of their towns are asked for beside them. */
export function cardQueries(rowIds: readonly string[]): Query[] {
  const { wanted, parameters } = publishedAmong(rowIds);
  return [
    {
      text: `
        SELECT case_record.*, case_warning.kind AS warning_kind
        FROM case_record LEFT JOIN case_warning ON case_warning.case_id = case_record.id
        WHERE case_record.id IN (${wanted})`,
      parameters,
    },
    {
      text: `
        SELECT indicator.* FROM indicator JOIN evidence ON evidence.id = indicator.evidence_id
        WHERE indicator.case_id IN (${wanted})
        ORDER BY indicator.case_id, evidence.position, indicator.position`,
      parameters,
    },
    linkQuery(["tag", "practice", "problem"], wanted, parameters),
  ];
}

/** Two more for what a search looks in besides. */
export function textQueries(rowIds: readonly string[]): Query[] {
  const { wanted, parameters } = publishedAmong(rowIds);
  return [
    {
      text: `
        SELECT section.case_id, section.id, section.kind, section.anchor, narrative.locale, narrative.text
        FROM section LEFT JOIN narrative ON narrative.section_id = section.id
        WHERE section.case_id IN (${wanted})
        ORDER BY section.case_id, section.position, CASE narrative.locale WHEN 'ZH' THEN 0 ELSE 1 END`,
      parameters,
    },
    {
      text: `
        SELECT case_id, anchor, section_id, statement_zh, statement_en
        FROM evidence WHERE case_id IN (${wanted}) ORDER BY case_id, position`,
      parameters,
    },
  ];
}

/** A subselect of the published ones among these, at most as many as one list takes. */
export function publishedAmong(rowIds: readonly string[]) {
  const { text, parameters } = inList(rowIds);
  return { wanted: `SELECT id FROM case_record WHERE status = 'published' AND id IN ${text}`, parameters };
}
