import type { Row } from "../database/reader.js";
import { rowsBy } from "../database/row-values.js";

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

/** The first five answers to `caseQueries`, case by case. */
export function rowsOfCases(answers: readonly (readonly Row[])[]): RowsOfCase[] {
  const [records = [], sections = [], evidence = [], indicators = [], links = []] = answers;
  const sectionsOf = rowsBy(sections, "case_id");
  const evidenceOf = rowsBy(evidence, "case_id");
  const indicatorsOf = rowsBy(indicators, "case_id");
  const linksOf = rowsBy(links, "case_id");
  return records.map((record) => {
    const id = String(record.id);
    const byKindAndOwner = new Map<string, Row[]>();
    for (const link of linksOf.get(id) ?? []) {
      const key = linkKey(link.kind, link.owner);
      const some = byKindAndOwner.get(key);
      if (some) some.push(link);
      else byKindAndOwner.set(key, [link]);
    }
    return {
      record,
      sections: sectionsOf.get(id) ?? [],
      evidence: evidenceOf.get(id) ?? [],
      indicators: rowsBy(indicatorsOf.get(id) ?? [], "evidence_id"),
      links: (kind, owner) => byKindAndOwner.get(linkKey(kind, owner)) ?? [],
    };
  });
}

const linkKey = (kind: unknown, owner: unknown): string => `${String(kind)} ${String(owner ?? "")}`;
