import type { ChangeLog } from "../database/change-log.js";
import type { IndexedEdition } from "./published-documents.js";
import type { SearchEngine } from "./search-engine.js";
import { verifyIndex } from "./verify.js";

/** How a case stands in an index. NOT_PUBLISHED: it is there, but is to go. FAILED: the engine would not take it. */
export type CaseState =
  | { readonly kind: "NOT_PUBLISHED" }
  | { readonly kind: "QUEUED" }
  /** `at`: when the index last took changes in. */
  | { readonly kind: "INDEXED"; readonly at: Date }
  | { readonly kind: "FAILED"; readonly reason: string };

export interface IndexStatus {
  readonly generation: string;
  readonly engineVersion: string | null;
  /** Null: it was never filled. */
  readonly contentRevision: number | null;
  /** Content revisions that it has yet to take in. */
  readonly pendingChanges: number;
  /** Since the first of them was published. */
  readonly lagSeconds: number;
  /** Id → state, of all cases that are published or in the index. */
  readonly cases: ReadonlyMap<string, CaseState>;
}

/** How an index stands beside what is published, case by case. */
export async function indexStatus(
  engine: SearchEngine,
  edition: IndexedEdition,
  changeLog: ChangeLog,
  now: Date,
): Promise<IndexStatus> {
  const { generation, engineVersion, contentRevision, indexedAt } = await engine.state();
  const { differences, refused } = await verifyIndex(engine, edition);
  const [firstPending] = await changeLog.changesAfter(contentRevision ?? 0, 1);
  const at = indexedAt ?? new Date(0);
  const { columns } = edition;
  const cases = new Map<string, CaseState>(
    columns.idsOf(columns.all.ordinals()).map((id) => [id, { kind: "INDEXED", at }]),
  );
  for (const { id, kind } of differences) {
    cases.set(id, kind === "EXTRA" ? { kind: "NOT_PUBLISHED" } : { kind: "QUEUED" });
  }
  for (const { id, reason } of refused) cases.set(id, { kind: "FAILED", reason });
  return {
    ...{ generation, engineVersion: engineVersion ?? null, contentRevision, cases },
    pendingChanges: Math.max(0, edition.contentRevision - (contentRevision ?? 0)),
    lagSeconds: firstPending ? Math.max(0, (now.getTime() - firstPending.at.getTime()) / 1_000) : 0,
  };
}
