import { In, type EntityManager } from "typeorm";
import { inChunks } from "../in-chunks.js";
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

export function hasSeededRecords(manager: EntityManager): Promise<boolean> {
  return manager.exists(SeededRecordRow);
}

/** All of them, or those among these row ids, by row id. */
export async function loadSeededRecords(
  manager: EntityManager,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, SeededRecord>> {
  const rows: SeededRecordRow[] = [];
  if (ids === undefined) rows.push(...(await manager.find(SeededRecordRow)));
  else {
    for (const some of inChunks(ids, 500))
      rows.push(...(await manager.findBy(SeededRecordRow, { id: In(some) })));
  }
  return new Map(rows.map((row) => [row.id, { ...row, kind: kindOf(row) }]));
}

/** Notes what the files say of these records now. */
export async function noteSeededRecords(
  manager: EntityManager,
  records: readonly SeededRecord[],
): Promise<void> {
  const rows = records.map(({ id, kind, name, fingerprint, revision }) => ({
    ...{ id, kind, name, fingerprint, revision },
  }));
  for (const some of inChunks(rows, 100)) await manager.upsert(SeededRecordRow, some, ["id"]);
}

function kindOf(row: SeededRecordRow): RecordKind {
  const kind = recordKinds.find((one) => one === row.kind);
  if (!kind) throw new Error(`The seeded record ${row.name} is of no known kind`);
  return kind;
}
