import type { Row } from "./reader.js";

/**
 * Records as readers take them: all rows of one in one row, as texts. Twenty cases out of their tables are hundreds of
 * places in a large file; as bundles they are twenty.
 */
export const bundles = {
  case: {
    table: "case_bundle",
    owner: "case_id",
    parts: {
      /** What lists show. */
      card: ["case_record", "case_warning", "indicator", "case_tag", "case_practice", "case_problem"],
      /** What a search looks in besides. */
      texts: ["section", "narrative", "evidence"],
      rest: [
        ...["case_former_slug", "case_theme_source", "case_document", "open_question", "case_actor"],
        ...[
          "case_contradiction",
          "case_connection_evidence",
          "case_warning_source",
          "case_practice_evidence",
        ],
        ...["evidence_report", "evidence_conflict", "evidence_other_town", "narrative_citation"],
      ],
    },
  },
  town: {
    table: "town_bundle",
    owner: "town_id",
    parts: {
      whole: ["town", "town_former_name", "town_industry", "town_status", "town_status_source"],
    },
  },
} as const;

export type BundledKind = keyof typeof bundles;

export type CasePart = keyof typeof bundles.case.parts;
export type CaseTable<Part extends CasePart = CasePart> = (typeof bundles.case.parts)[Part][number];
export type TownTable = (typeof bundles.town.parts.whole)[number];

/** The tables that bundles of this kind are made of, the record's own first. */
export const tablesIn = (kind: BundledKind): readonly string[] =>
  Object.values<readonly string[]>(bundles[kind].parts).flat();

/** The rows of one record, by table; nothing that is not there takes any room. */
export function bundleText(
  kind: BundledKind,
  tables: readonly string[],
  rowsOf: (table: string) => readonly Row[],
): string {
  const { owner } = bundles[kind];
  const filled = tables.map((table) => [table, inOrder(table, rowsOf)] as const);
  return JSON.stringify(
    Object.fromEntries(filled.filter(([, rows]) => rows.length > 0)),
    (column, value: unknown) => {
      if (value === null || column === owner) return undefined;
      return typeof value === "boolean" ? Number(value) : value;
    },
  );
}

/** What parts of one bundle hold together; what is missing is null, or a table without rows. True is 1, as in SQLite. */
export function bundledRows<Table extends string>(
  bundle: Row,
): Readonly<Partial<Record<Table, readonly Row[]>>> {
  const parts = Object.values(bundle).map((text) => JSON.parse(String(text)) as object);
  return Object.assign({}, ...parts) as Partial<Record<Table, readonly Row[]>>;
}

/** As readers want them: by place; figures in the order of their evidence, Chinese texts before English ones. */
function inOrder(table: string, rowsOf: (table: string) => readonly Row[]): readonly Row[] {
  const rows = rowsOf(table);
  if (table === "narrative")
    return rows.toSorted((a, b) => Number(a.locale === "EN") - Number(b.locale === "EN"));
  const byPlace = rows.toSorted((a, b) => Number(a.position) - Number(b.position));
  if (table !== "indicator") return byPlace;
  const placeOf = new Map(rowsOf("evidence").map(({ id, position }) => [id, Number(position)]));
  return byPlace.toSorted((a, b) => (placeOf.get(a.evidence_id) ?? 0) - (placeOf.get(b.evidence_id) ?? 0));
}
