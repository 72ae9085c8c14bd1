import type { ChangeKind } from "../database/change-log.js";
import { loadContentOrigin, noteContentOrigin } from "../database/content-origin.js";
import { insertRecord, removeRecord, replaceRecord, type RecordKind } from "../database/records.js";
import { loadSeededRecords, noteSeededRecords, type SeededRecord } from "../database/seeded-records.js";
import { casesShowing } from "../database/shown-by.js";
import type { Transaction, UnitOfWork } from "../database/unit-of-work.js";
import { SyntheticContentError } from "./content-errors.js";
import { publishCase, publishNewCases, withdrawCase } from "./publish.js";
import type { SeedRecord } from "./records/record.js";

/** What differs between the seed files and the database. */
export interface SeedDifference {
  readonly changed: readonly SeedRecord[];
  /** In the database, but in no file any more. */
  readonly gone: readonly SeededRecord[];
}

/**
 * Brings the database to what the files say, in one transaction: all of it or nothing. The same files
 * again change nothing and raise no revision; a case whose file has gone is withdrawn, and has the same id
 * and a later revision should it come back.
 * An empty database takes the dates of the files, so that two installations agree. Into a filled one cases come
 * as updated now, or who asks what is new since a visit would miss them.
 * `digest` is that of the files; it is kept beside what they say.
 * @throws {SyntheticContentError} when the database has generated content: the two are never mixed.
 */
export function seed(
  unitOfWork: UnitOfWork,
  wanted: readonly SeedRecord[],
  digest: string | null = null,
): Promise<SeedDifference> {
  return unitOfWork.run(async (transaction) => {
    const origin = await loadContentOrigin(transaction.manager);
    if (origin?.kind === "SYNTHETIC") throw new SyntheticContentError();
    const stored = await loadSeededRecords(transaction.manager);
    const difference = seedDifference(wanted, stored);
    const noted: SeededRecord[] = [];
    for (const record of difference.changed) {
      const before = stored.get(record.id);
      noted.push(await write(transaction, record, { before, isUpdate: stored.size > 0 }));
    }
    for (const record of difference.gone) noted.push(await withdraw(transaction, record));
    await noteSeededRecords(transaction.manager, noted);
    await noteContentOrigin(transaction.manager, { kind: "FILES", digest });
    return difference;
  });
}

/**
 * Adds records that are not there yet, a part of a set that is too large for one transaction; what is there already is
 * left as it is. Returns how many were added.
 */
export function addRecords(unitOfWork: UnitOfWork, records: readonly SeedRecord[]): Promise<number> {
  return unitOfWork.run(async (transaction) => {
    const ids = records.map(({ id }) => id);
    const stored = await loadSeededRecords(transaction.manager, ids);
    const missing = records.filter(({ id }) => !stored.has(id));
    const publications = missing.filter(({ kind }) => kind === "case");
    const others = missing.filter(({ kind }) => kind !== "case");
    await insertRecord(
      transaction.manager,
      others.flatMap(({ tables }) => tables),
    );
    for (const record of others) noteChange(transaction, record);
    await publishNewCases(transaction, publications, { isUpdate: false });
    for (const { kind, id } of missing) {
      transaction.audit({ actor: "seed", action: "write", recordKind: kind, recordId: id });
    }
    await noteSeededRecords(
      transaction.manager,
      missing.map(({ kind, id, name, fingerprint }) => ({ kind, id, name, fingerprint, revision: 1 })),
    );
    return missing.length;
  });
}

export function seedDifference(
  wanted: readonly SeedRecord[],
  stored: ReadonlyMap<string, SeededRecord>,
): SeedDifference {
  const ids = new Set(wanted.map(({ id }) => id));
  return {
    changed: wanted.filter(({ id, fingerprint }) => stored.get(id)?.fingerprint !== fingerprint),
    gone: [...stored.values()].filter(({ id, fingerprint }) => !ids.has(id) && fingerprint !== null),
  };
}

async function write(
  transaction: Transaction,
  record: SeedRecord,
  { before, isUpdate }: { readonly before: SeededRecord | undefined; readonly isUpdate: boolean },
): Promise<SeededRecord> {
  const { kind, id, name, fingerprint } = record;
  const revision = (before?.revision ?? 0) + 1;
  if (kind === "case") {
    await publishCase(transaction, record, { revision, isUpdate });
  } else if (before) {
    await replaceRecord(transaction.manager, kind, id, record.tables);
    await markChanged(transaction, record);
  } else {
    // What is new, no case can have shown.
    await insertRecord(transaction.manager, record.tables);
    noteChange(transaction, record);
  }
  transaction.audit({ actor: "seed", action: "write", recordKind: kind, recordId: id });
  return { id, kind, name, fingerprint, revision };
}

async function withdraw(transaction: Transaction, record: SeededRecord): Promise<SeededRecord> {
  const { kind, id, revision } = record;
  if (kind === "case") {
    await withdrawCase(transaction, id);
  } else {
    await markChanged(transaction, record);
    await removeRecord(transaction.manager, kind, id);
  }
  transaction.audit({ actor: "seed", action: "withdraw", recordKind: kind, recordId: id });
  return { ...record, fingerprint: null, revision: revision + 1 };
}

/** A change in a vocabulary is a change of the cases that show it. */
async function markChanged(
  transaction: Transaction,
  { kind, id }: Pick<SeedRecord, "kind" | "id">,
): Promise<void> {
  noteChange(transaction, { kind, id });
  for (const caseId of await casesShowing(transaction.manager, kind, id)) transaction.changed("case", caseId);
}

function noteChange(transaction: Transaction, { kind, id }: Pick<SeedRecord, "kind" | "id">): void {
  const changeKind = changeKindOf[kind];
  if (changeKind !== null) transaction.changed(changeKind, id);
}

/** What the outbox calls a change of each kind of record; a town shows in its cases only. */
const changeKindOf: Record<RecordKind, ChangeKind | null> = {
  source: "vocabulary",
  category: "vocabulary",
  region: "vocabulary",
  industry: "vocabulary",
  tag: "vocabulary",
  problem: "vocabulary",
  glossaryTerm: "vocabulary",
  unit: "vocabulary",
  measure: "vocabulary",
  practice: "vocabulary",
  theme: "programme",
  mechanism: "programme",
  document: "programme",
  event: "programme",
  correction: "programme",
  statistic: "programme",
  praisedProvince: "programme",
  town: null,
  case: null,
};
