import type { Row } from "../database/reader.js";
import { rowsBy } from "../database/row-values.js";
import { groupBy } from "../group-by.js";

/** The rows of one case, taken apart by what they are. */
export interface RowsOfCase {
  readonly record: Row;
  /** One row a section and language. */
  readonly sections: readonly Row[];
  readonly evidence: readonly Row[];
  readonly indicators: ReadonlyMap<string, readonly Row[]>;
  /** Links of a kind, in order; of one owner where the kind has owners. */
  readonly links: (kind: string, owner?: string) => readonly Row[];
}

/** The answers to `caseQueries`: case by case, and those about their towns. */
export function rowsOfCases(answers: readonly (readonly Row[])[]): {
  readonly cases: readonly RowsOfCase[];
  readonly ofTowns: readonly (readonly Row[])[];
} {
  const [records = [], sections = [], evidence = [], indicators = [], links = [], ...ofTowns] = answers;
  const sectionsOf = rowsBy(sections, "case_id");
  const evidenceOf = rowsBy(evidence, "case_id");
  const indicatorsOf = rowsBy(indicators, "case_id");
  const linksOf = rowsBy(links, "case_id");
  const cases = records.map((record): RowsOfCase => {
    const id = String(record.id);
    const linked = groupBy(linksOf.get(id) ?? [], ({ kind, owner }) => linkKey(kind, owner));
    return {
      record,
      sections: sectionsOf.get(id) ?? [],
      evidence: evidenceOf.get(id) ?? [],
      indicators: rowsBy(indicatorsOf.get(id) ?? [], "evidence_id"),
      links: (kind, owner) => linked.get(linkKey(kind, owner)) ?? [],
    };
  });
  return { cases, ofTowns };
}

const linkKey = (kind: unknown, owner: unknown): string => `${String(kind)} ${String(owner ?? "")}`;
