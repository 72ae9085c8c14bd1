import type { Row } from "../database/reader.js";
import { rowsBy } from "../database/row-values.js";
import { groupBy } from "../group-by.js";

/** The row of one case, and what hangs on it. */
export interface CaseHead {
  readonly record: Row;
  /** Links of a kind, in order; of one owner where the kind has owners. */
  readonly links: (kind: string, owner?: string) => readonly Row[];
}

export interface RowsOfCard extends CaseHead {
  /** In the order of the evidence. */
  readonly indicators: readonly Row[];
}

export interface RowsOfTexts {
  /** One row a section and language. */
  readonly sections: readonly Row[];
  readonly evidence: readonly Row[];
}

/** The rows of one case, taken apart by what they are. */
export interface RowsOfCase extends CaseHead, RowsOfTexts {
  readonly indicators: ReadonlyMap<string, readonly Row[]>;
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
  const headOf = headsIn(links);
  const cases = records.map((record): RowsOfCase => {
    const id = String(record.id);
    return {
      ...headOf(record),
      sections: sectionsOf.get(id) ?? [],
      evidence: evidenceOf.get(id) ?? [],
      indicators: rowsBy(indicatorsOf.get(id) ?? [], "evidence_id"),
    };
  });
  return { cases, ofTowns };
}

/** The answers to `cardQueries`, case by case. */
export function rowsOfCards([
  records = [],
  indicators = [],
  links = [],
]: readonly (readonly Row[])[]): RowsOfCard[] {
  const headOf = headsIn(links);
  const indicatorsOf = rowsBy(indicators, "case_id");
  return records.map((record) => ({
    ...headOf(record),
    indicators: indicatorsOf.get(String(record.id)) ?? [],
  }));
}

/** Those to `textQueries`, by case. */
export function rowsOfTexts([sections = [], evidence = []]: readonly (readonly Row[])[]): (
  caseRowId: string,
) => RowsOfTexts {
  const sectionsOf = rowsBy(sections, "case_id");
  const evidenceOf = rowsBy(evidence, "case_id");
  return (id) => ({ sections: sectionsOf.get(id) ?? [], evidence: evidenceOf.get(id) ?? [] });
}

function headsIn(links: readonly Row[]): (record: Row) => CaseHead {
  const linksOf = rowsBy(links, "case_id");
  return (record) => {
    const linked = groupBy(linksOf.get(String(record.id)) ?? [], ({ kind, owner }) => linkKey(kind, owner));
    return { record, links: (kind, owner) => linked.get(linkKey(kind, owner)) ?? [] };
  };
}

const linkKey = (kind: unknown, owner: unknown): string => `${String(kind)} ${String(owner ?? "")}`;
