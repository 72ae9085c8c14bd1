import type { Query } from "../database/reader.js";

/**
 * What hangs on cases by reference, in one statement and one shape: kind, case, owner, position, target and two words
 * more. `wanted` selects the row ids of the cases.
 */
export function linkQuery(
  kinds: readonly LinkKind[],
  wanted: string,
  parameters: NonNullable<Query["parameters"]>,
): Query {
  const selects = kinds.map((kind) => `${selectOf(kind, linkKinds[kind])} WHERE case_id IN (${wanted})`);
  return {
    text: `${selects.join(" UNION ALL ")} ORDER BY case_id, kind, owner, position`,
    parameters: kinds.flatMap(() => parameters),
  };
}

/** Where links of a kind stand, and what of a row is what. */
interface LinkColumns {
  readonly table: string;
  /** Where a row tells the kind itself. */
  readonly kind?: string;
  /** What of the case it hangs on. */
  readonly owner?: string;
  readonly target?: string;
  readonly first?: string;
  readonly second?: string;
}

function selectOf(name: string, { table, kind = `'${name}'`, ...columns }: LinkColumns): string {
  const { owner = "NULL", target = "NULL", first = "NULL", second = "NULL" } = columns;
  return `SELECT ${kind} AS kind, case_id, ${owner} AS owner, position, ${target} AS target, ${first} AS first, ${second} AS second FROM ${table}`;
}

const linkKinds = {
  tag: { table: "case_tag", target: "tag_id" },
  document: { table: "case_document", target: "document_id" },
  formerSlug: { table: "case_former_slug", target: "slug" },
  themeSource: { table: "case_theme_source", target: "source_id" },
  practice: { table: "case_practice", target: "practice_id", first: "reason_zh", second: "reason_en" },
  practiceEvidence: {
    ...{ table: "case_practice_evidence", owner: "CAST(practice_position AS TEXT)", target: "evidence_id" },
  },
  problem: { table: "case_problem", target: "problem_id" },
  actor: { table: "case_actor", target: "role || ' ' || kind", first: "name_zh", second: "name_en" },
  contradiction: {
    ...{ table: "case_contradiction", target: "practice_id", first: "reason_zh", second: "reason_en" },
  },
  connectionEvidence: {
    ...{ table: "case_connection_evidence", kind: "connection || 'Evidence'" },
    ...{ owner: "CAST(connection_position AS TEXT)", target: "evidence_id" },
  },
  warningSource: { table: "case_warning_source", target: "source_id" },
  openQuestion: { table: "open_question", first: "text_zh", second: "text_en" },
  report: { table: "evidence_report", owner: "evidence_id", target: "source_id" },
  conflict: { table: "evidence_conflict", owner: "evidence_id", target: "other_id" },
  otherTown: {
    ...{ table: "evidence_other_town", owner: "evidence_id" },
    target: "(SELECT slug FROM town WHERE town.id = town_id)",
  },
  citation: {
    ...{ table: "narrative_citation", owner: "section_id || ' ' || locale", target: "evidence_id" },
    ...{ first: "CAST(start_offset AS TEXT)", second: "CAST(end_offset AS TEXT)" },
  },
} as const satisfies Readonly<Record<string, LinkColumns>>;

export type LinkKind = keyof typeof linkKinds;
export const allLinkKinds = Object.keys(linkKinds) as LinkKind[];
