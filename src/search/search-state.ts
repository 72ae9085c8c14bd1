import type { Clock } from "../clock.js";
import type { ChangeLog } from "../database/change-log.js";
import type { DegradedReason, SearchEngineKind } from "../terms.js";
import type { SearchReader } from "./failover.js";

/** How the index stands, as callers are told. */
export interface SearchState {
  readonly engine: SearchEngineKind;
  /** Of a search server; null: the engine is part of the service. */
  readonly engineVersion: string | null;
  /** Why another engine answers than the one that is wanted; null: none does. */
  readonly degradedBecause: DegradedReason | null;
  readonly isDegraded: boolean;
  readonly indexGeneration: string;
  /** The epoch where the index was never filled. */
  readonly indexedAt: Date;
  /** Content revisions that the index has yet to take in. */
  readonly pendingChanges: number;
  /** Since the first of them was published; 0: there are none. */
  readonly lagSeconds: number;
}

export interface StandingIndexes {
  readonly reader: SearchReader;
  degradedBecause(): DegradedReason | null;
}

/** The state of the index that searches are answered from, beside what is published now. */
export async function searchStateOf(
  { reader, degradedBecause }: StandingIndexes,
  changeLog: ChangeLog,
  clock: Clock,
): Promise<SearchState> {
  const state = await reader.state();
  const reason = degradedBecause();
  const [firstPending] = await changeLog.changesAfter(state.contentRevision ?? 0, 1);
  const lagMs = firstPending ? clock.now().getTime() - firstPending.at.getTime() : 0;
  return {
    engine: state.engine,
    engineVersion: state.engineVersion ?? null,
    degradedBecause: reason,
    isDegraded: reason !== null,
    indexGeneration: state.generation,
    indexedAt: state.indexedAt ?? new Date(0),
    pendingChanges: pendingChanges(state.contentRevision, await changeLog.contentRevision()),
    lagSeconds: Math.max(0, lagMs / 1_000),
  };
}

/** Content revisions between an index and what is published; an index may also be ahead, by a moment. */
export function pendingChanges(indexed: number | null, published: number): number {
  return Math.max(0, published - (indexed ?? 0));
}
