import type { CasePart } from "../database/bundle.js";
import { inList, type Query } from "../database/reader.js";
import { townQuery } from "./town-queries.js";

/**
 * Three statements for any number of published cases (up to what one list takes), all of one moment.
 * A draft has no way out of here: every statement asks for published cases only.
 */
export function caseQueries(rowIds: readonly string[]): Query[] {
  const { wanted, parameters } = publishedAmong(rowIds);
  return [
    bundleQuery(rowIds, ["card", "texts", "rest"]),
    {
      text: `
        SELECT id, slug FROM town
        WHERE id IN (SELECT town_id FROM evidence_other_town WHERE case_id IN (${wanted}))`,
      parameters,
    },
    townQuery(`(SELECT town_id FROM case_record WHERE id IN (${wanted}))`, parameters),
  ];
}

/** Parts of the bundles of published cases; what is to be known of their towns is asked for beside it. */
export function bundleQuery(rowIds: readonly string[], parts: readonly CasePart[]): Query {
  const { wanted, parameters } = publishedAmong(rowIds);
  return { text: `SELECT ${parts.join(", ")} FROM case_bundle WHERE case_id IN (${wanted})`, parameters };
}

/** A subselect of the published ones among these, at most as many as one list takes. */
export function publishedAmong(rowIds: readonly string[]) {
  const { text, parameters } = inList(rowIds);
  return { wanted: `SELECT id FROM case_record WHERE status = 'published' AND id IN ${text}`, parameters };
}
