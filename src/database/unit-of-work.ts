import type { DataSource, EntityManager } from "typeorm";
import type { Clock } from "../clock.js";
import type { ChangeKind } from "./change-log.js";
import { AuditEntryRow, ContentStateRow, OutboxRow } from "./rows/log-rows.js";

/** What a piece of work may do inside its transaction. */
export interface Transaction {
  readonly manager: EntityManager;
  /** When it began; its log entries bear the same moment. */
  readonly at: Date;
  /** Notes that something the API shows has changed; written to the outbox when the work is done. */
  changed(kind: ChangeKind, rowId: string): void;
  /** Notes who did what to which record, for people. */
  audit(entry: {
    readonly actor: string;
    readonly action: string;
    readonly recordKind: string;
    readonly recordId: string;
  }): void;
}

/** The only way to write: one transaction, its changes and their outbox entries are one. */
export interface UnitOfWork {
  /** Runs the work alone and in turn; never nested, no network inside. */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/**
 * One better-sqlite3 connection serves everybody: a second write inside an open transaction would join it,
 * and vanish with its rollback. So the work queues.
 */
export function createUnitOfWork(dataSource: DataSource, clock: Clock): UnitOfWork {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const next = last.then(() => dataSource.transaction((manager) => runOne(manager, clock, work)));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function runOne<T>(
  manager: EntityManager,
  clock: Clock,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const changes = new Map<string, { kind: ChangeKind; rowId: string }>();
  const audits: Parameters<Transaction["audit"]>[0][] = [];
  const at = clock.now();
  const result = await work({
    ...{ manager, at },
    changed: (kind, rowId) => changes.set(`${kind} ${rowId}`, { kind, rowId }),
    audit: (entry) => audits.push(entry),
  });
  if (changes.size > 0 || audits.length > 0)
    await log(manager, at.toISOString(), [...changes.values()], audits);
  return result;
}

/** Raises the content revision by one when the API shows something new, and writes both logs. */
async function log(
  manager: EntityManager,
  at: string,
  changes: readonly { kind: ChangeKind; rowId: string }[],
  audits: readonly Parameters<Transaction["audit"]>[0][],
): Promise<void> {
  const state = await manager.findOneByOrFail(ContentStateRow, { id: 1 });
  const contentRevision = state.contentRevision + (changes.length > 0 ? 1 : 0);
  let seq = state.nextSeq;
  const outbox = changes.map((change) => ({ seq: seq++, contentRevision, ...change, at }));
  const audit = audits.map((entry) => ({ seq: seq++, contentRevision, ...entry, at }));
  for (const entry of outbox) await manager.insert(OutboxRow, entry);
  for (const entry of audit) await manager.insert(AuditEntryRow, entry);
  await manager.update(ContentStateRow, { id: 1 }, { contentRevision, nextSeq: seq });
}
