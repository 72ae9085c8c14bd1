import { CaseRow, NarrativeRow } from "../database/rows/case-rows.js";
import { insertRecord, removeRecord, replaceRecord } from "../database/records.js";
import { type TableRows } from "../database/table-rows.js";
import type { Transaction } from "../database/unit-of-work.js";
import type { SeedRecord } from "./records/record.js";

/** What one state of a case has beside its file. */
export interface Publication {
  readonly revision: number;
  /** Readers may have been here before: then it is as new as this publication, whatever its file says. */
  readonly isUpdate: boolean;
}

/** Writes one state of a case; readers see it when the transaction has been committed. */
export async function publishCase(
  transaction: Transaction,
  record: SeedRecord,
  { revision, isUpdate }: Publication,
): Promise<void> {
  if (revision === 1) return publishNewCases(transaction, [record], { isUpdate });
  const { manager } = transaction;
  const before = await manager.findOneBy(CaseRow, { id: record.id });
  const narratives = await manager.findBy(NarrativeRow, { caseId: record.id });
  const facts = factsOf(transaction, { revision, isUpdate });
  const tables = record.tables.map((rows) => asRevision(rows, facts, narratives));
  await replaceRecord(manager, "case", record.id, tables);
  const after = rowsOf(tables, CaseRow)[0];
  if (before?.status === "published" || after?.status === "published") transaction.changed("case", record.id);
}

/** Writes cases that were never there, table by table. */
export async function publishNewCases(
  transaction: Transaction,
  records: readonly SeedRecord[],
  { isUpdate }: Pick<Publication, "isUpdate">,
): Promise<void> {
  const facts = factsOf(transaction, { revision: 1, isUpdate });
  const tables = records.map((record) => record.tables.map((rows) => asRevision(rows, facts, [])));
  await insertRecord(transaction.manager, tables.flat());
  records.forEach(({ id }, place) => {
    if (rowsOf(tables[place] ?? [], CaseRow)[0]?.status === "published") transaction.changed("case", id);
  });
}

/** Takes a case out of every answer. */
export async function withdrawCase(transaction: Transaction, id: string): Promise<void> {
  const before = await transaction.manager.findOneBy(CaseRow, { id });
  await removeRecord(transaction.manager, "case", id);
  if (before?.status === "published") transaction.changed("case", id);
}

/** Without a date of its own a publication leaves the case that of its file. */
function factsOf({ at }: Transaction, { revision, isUpdate }: Publication) {
  return { revision, updatedAt: isUpdate ? at.toISOString() : "" };
}

function asRevision(
  tables: TableRows,
  { revision, updatedAt }: Pick<CaseRow, "revision" | "updatedAt">,
  narratives: readonly NarrativeRow[],
): TableRows {
  if (tables.table === CaseRow) {
    const rows = rowsOf([tables], CaseRow);
    return {
      ...tables,
      rows: rows.map((row) => ({ ...row, revision, updatedAt: later(row.updatedAt, updatedAt) })),
    };
  }
  if (tables.table !== NarrativeRow) return tables;
  const next = rowsOf([tables], NarrativeRow);
  return { ...tables, rows: next.map((row) => ({ ...row, isStale: isStale(row, next, narratives) })) };
}

/**
 * A text is stale when the other language has changed since it was last written itself. A stale text that
 * follows the other does not make that one stale in turn.
 */
export function isStale(
  text: NarrativeRow,
  next: readonly NarrativeRow[],
  before: readonly NarrativeRow[],
): boolean {
  const same = before.find((row) => row.sectionId === text.sectionId && row.locale === text.locale);
  if (same?.text !== text.text) return false;
  const otherBefore = before.find((row) => row.sectionId === text.sectionId && row.locale !== text.locale);
  const other = next.find((row) => row.sectionId === text.sectionId && row.locale !== text.locale);
  const isAhead = otherBefore?.isStale === false && otherBefore.text !== other?.text;
  return same.isStale || isAhead;
}

/** Of two moments as ISO 8601 has them. */
const later = (a: string, b: string): string => (a < b ? b : a);

function rowsOf<Row extends object>(tables: readonly TableRows[], table: new () => Row): readonly Row[] {
  return tables.flatMap((one) => (one.table === table ? (one.rows as readonly Row[]) : []));
}
