import type { Catalogue } from "../catalogue/catalogue.js";
import type { ChangeLog } from "../database/change-log.js";
import type { Lock } from "../database/lock.js";
import { createIndexer, type RebuildReason } from "./indexer.js";
import { MANY_CASES, rebuildIndex, type RebuildReport } from "./rebuild.js";
import type { SearchEngine } from "./search-engine.js";
import { verifyIndex } from "./verify.js";

export interface KeepIndexedDeps {
  /** One process at a time writes the index. */
  readonly lock: Lock;
  readonly changeLog: ChangeLog;
  readonly engine: SearchEngine;
  readonly catalogue: Catalogue;
  readonly onRebuilt: (reason: RebuildReason | "DIFFERENT") => void;
}

export interface KeptIndex {
  /** Whether to catch up takes no longer than somebody who starts the service waits. */
  isSoonReady(): Promise<boolean>;
  /** Takes in all that the database has; waits its turn. True when there was something to do. */
  catchUp(): Promise<boolean>;
  /** The same, but false at once while another process is at the index. */
  catchUpIfFree(): Promise<boolean>;
  /** Compares a small index with the database and makes it anew when it tells another story. */
  mend(): Promise<void>;
  /** Makes the index anew, beside the running one. */
  rebuild(): Promise<RebuildReport>;
}

/** Up to so many documents an index is compared at the start: a database may have been put back or replaced. */
const MOST_COMPARED = 2_000;

/** Keeps one index after one database. */
export function keepIndexed({ lock, onRebuilt, ...deps }: KeepIndexedDeps): KeptIndex {
  const { changeLog, engine, catalogue } = deps;
  const freshEdition = async () => {
    await catalogue.refresh();
    return catalogue.current();
  };
  const indexer = createIndexer({ changeLog, engine, freshEdition });
  const isBehind = async (): Promise<boolean> =>
    (await engine.state()).contentRevision !== (await changeLog.contentRevision());
  const takeAllIn = async (): Promise<true> => {
    for (;;) {
      const { changes, rebuiltBecause } = await indexer.runOnce();
      if (rebuiltBecause !== null) onRebuilt(rebuiltBecause);
      if (changes === 0) return true;
    }
  };
  const catchUp = async (): Promise<boolean> => (await isBehind()) && lock.run(takeAllIn);
  const catchUpIfFree = async (): Promise<boolean> =>
    (await isBehind()) && (await lock.runIfFree(takeAllIn)) === true;
  const rebuild = (): Promise<RebuildReport> =>
    lock.run(() => rebuildIndex({ changeLog, engine, freshEdition }));
  const mend = async (): Promise<void> => {
    if ((await engine.state()).documentCount > MOST_COMPARED) return;
    const { differences } = await verifyIndex(engine, await freshEdition());
    if (differences.length === 0) return;
    await rebuild();
    onRebuilt("DIFFERENT");
  };
  const isSoonReady = async (): Promise<boolean> =>
    catalogue.current().columns.size < MANY_CASES || (await engine.state()).contentRevision !== null;
  return { isSoonReady, catchUp, catchUpIfFree, mend, rebuild };
}
