import type { Row } from "./reader.js";

/**
 * A case as readers take it: all its rows in one row, as three texts. Twenty cases out of their tables are hundreds of
 * places in a large file; as bundles they are twenty.
 */
export const bundleParts = {
  /** What lists show. */
  card: ["case_record", "case_warning", "indicator", "case_tag", "case_practice", "case_problem"],
  /** What a search looks in besides. */
  texts: ["section", "narrative", "evidence"],
  rest: [
    ...["case_former_slug", "case_theme_source", "case_document", "open_question", "case_actor"],
    ...["case_contradiction", "case_connection_evidence", "case_warning_source", "case_practice_evidence"],
    ...["evidence_report", "evidence_conflict", "evidence_other_town", "narrative_citation"],
  ],
} as const;

export type BundlePart = keyof typeof bundleParts;
export type BundleTable<Part extends BundlePart = BundlePart> = (typeof bundleParts)[Part][number];

/** The rows of one case, by table; nothing that is not there takes any room. */
export function bundleText(part: BundlePart, rowsOf: (table: BundleTable) => readonly Row[]): string {
  const tables = bundleParts[part].map((table) => [table, inOrder(table, rowsOf)] as const);
  return JSON.stringify(
    Object.fromEntries(tables.filter(([, rows]) => rows.length > 0)),
    (column, value: unknown) => (value === null || column === "case_id" ? undefined : value),
  );
}

/** What parts of one bundle hold together: `null` columns are missing, and so are tables without rows. */
export function bundledRows<Part extends BundlePart>(
  texts: readonly string[],
): Readonly<Partial<Record<BundleTable<Part>, readonly Row[]>>> {
  return Object.assign({}, ...texts.map((text) => JSON.parse(text) as object)) as Partial<
    Record<BundleTable<Part>, readonly Row[]>
  >;
}

/** As readers want them: by place; figures in the order of their evidence, Chinese texts before English ones. */
function inOrder(table: BundleTable, rowsOf: (table: BundleTable) => readonly Row[]): readonly Row[] {
  const rows = rowsOf(table);
  if (table === "narrative")
    return rows.toSorted((a, b) => Number(a.locale === "EN") - Number(b.locale === "EN"));
  const byPlace = rows.toSorted((a, b) => Number(a.position) - Number(b.position));
  if (table !== "indicator") return byPlace;
  const placeOf = new Map(rowsOf("evidence").map(({ id, position }) => [id, Number(position)]));
  return byPlace.toSorted((a, b) => (placeOf.get(a.evidence_id) ?? 0) - (placeOf.get(b.evidence_id) ?? 0));
}
