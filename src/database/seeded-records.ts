import type { EntityManager } from "typeorm";
import { recordKinds, type RecordKind } from "./records.js";
import { SeededRecordRow } from "./rows/log-rows.js";

/** What the database knows of a record that came from a file. */
export interface SeededRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly name: string;
  /** Null: withdrawn. */
  readonly fingerprint: string | null;
  readonly revision: number;
}

/** All of them, by row id. */
export async function loadSeededRecords(manager: EntityManager): Promise<ReadonlyMap<string, SeededRecord>> {
  const rows = await manager.find(SeededRecordRow);
  return new Map(rows.map((row) => [row.id, { ...row, kind: kindOf(row) }]));
}

export async function noteSeededRecord(manager: EntityManager, record: SeededRecord): Promise<void> {
  const { id, kind, name, fingerprint, revision } = record;
  await manager.upsert(SeededRecordRow, { id, kind, name, fingerprint, revision }, ["id"]);
}

function kindOf(row: SeededRecordRow): RecordKind {
  const kind = recordKinds.find((one) => one === row.kind);
  if (!kind) throw new Error(`The seeded record ${row.name} is of no known kind`);
  return kind;
}
