import type { ChangeKind } from "../database/change-log.js";
import { removeRecord, replaceRecord, type RecordKind } from "../database/records.js";
import { loadSeededRecords, noteSeededRecord, type SeededRecord } from "../database/seeded-records.js";
import { casesShowing } from "../database/shown-by.js";
import type { Transaction, UnitOfWork } from "../database/unit-of-work.js";
import { publishCase, withdrawCase, type Publication } from "./publish.js";
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
 */
export function seed(unitOfWork: UnitOfWork, wanted: readonly SeedRecord[]): Promise<SeedDifference> {
  return unitOfWork.run(async (transaction) => {
    const stored = await loadSeededRecords(transaction.manager);
    const difference = seedDifference(wanted, stored);
    for (const record of difference.changed) {
      const revision = (stored.get(record.id)?.revision ?? 0) + 1;
      await write(transaction, record, { revision, isUpdate: stored.size > 0 });
    }
    for (const record of difference.gone) await withdraw(transaction, record);
    return difference;
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

async function write(transaction: Transaction, record: SeedRecord, publication: Publication): Promise<void> {
  const { kind, id, name, fingerprint } = record;
  if (kind === "case") {
    await publishCase(transaction, record, publication);
  } else {
    await replaceRecord(transaction.manager, kind, id, record.tables);
    await markChanged(transaction, record);
  }
  await noteSeededRecord(transaction.manager, {
    ...{ id, kind, name, fingerprint, revision: publication.revision },
  });
  transaction.audit({ actor: "seed", action: "write", recordKind: kind, recordId: id });
}

async function withdraw(transaction: Transaction, record: SeededRecord): Promise<void> {
  const { kind, id, revision } = record;
  if (kind === "case") {
    await withdrawCase(transaction, id);
  } else {
    await markChanged(transaction, record);
    await removeRecord(transaction.manager, kind, id);
  }
  await noteSeededRecord(transaction.manager, { ...record, fingerprint: null, revision: revision + 1 });
  transaction.audit({ actor: "seed", action: "withdraw", recordKind: kind, recordId: id });
}

/** A change in a vocabulary is a change of the cases that show it. */
async function markChanged(
  transaction: Transaction,
  { kind, id }: Pick<SeedRecord, "kind" | "id">,
): Promise<void> {
  const changeKind = changeKindOf[kind];
  if (changeKind !== null) transaction.changed(changeKind, id);
  for (const caseId of await casesShowing(transaction.manager, kind, id)) transaction.changed("case", caseId);
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
