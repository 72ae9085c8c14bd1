import { setImmediate } from "node:timers/promises";
import type { Lock } from "../database/lock.js";
import { createIndexer, type IndexerDeps, type RebuildReason } from "./indexer.js";
import { documentsOf } from "./published-documents.js";
import { MANY_CASES, rebuildIndex, type RebuildReport } from "./rebuild.js";
import type { IndexChange } from "./search-engine.js";
import { verifyIndex, type VerifyReport } from "./verify.js";

export interface KeepIndexedDeps extends IndexerDeps {
  /** One process at a time writes the index. */
  readonly lock: Lock;
  readonly onRebuilt: (reason: RebuildReason | "DIFFERENT") => void;
}

export interface KeptIndex {
  /** Whether to catch up takes no longer than somebody who starts the service waits. */
  isSoonReady(): Promise<boolean>;
  /** Takes in all that the database has; waits its turn. True when there was something to do. */
  catchUp(): Promise<boolean>;
  /**
   * Takes in the next changes; false at once while another process is at the index, or when there are none. Not all of
   * them, because there may never be an end to them.
   */
  catchUpIfFree(): Promise<boolean>;
  /** Compares a small index with the database and makes it anew when it tells another story. */
  mend(): Promise<void>;
  /** Makes the index anew, beside the running one. */
  rebuild(): Promise<RebuildReport>;
  /** Puts right what differs and tries again what was refused. @returns what is left */
  repair(): Promise<VerifyReport>;
}

/** Up to so many documents an index is compared at the start: a database may have been put back or replaced. */
const MOST_COMPARED = 2_000;

/** Keeps one index after one database. */
export function keepIndexed({ lock, onRebuilt, ...deps }: KeepIndexedDeps): KeptIndex {
  const { changeLog, engine, freshEdition } = deps;
  const indexer = createIndexer(deps);
  const isBehind = async (): Promise<boolean> =>
    (await engine.state()).contentRevision !== (await changeLog.contentRevision());
  const takeSomeIn = async (): Promise<boolean> => {
    const { changes, rebuiltBecause } = await indexer.runOnce();
    if (rebuiltBecause !== null) onRebuilt(rebuiltBecause);
    return changes > 0;
  };
  // SQLite answers without a pause: others get their turn only when they are given it.
  const takeAllIn = async (): Promise<true> => {
    while (await takeSomeIn()) await setImmediate();
    return true;
  };
  const catchUp = async (): Promise<boolean> => (await isBehind()) && lock.run(takeAllIn);
  const catchUpIfFree = async (): Promise<boolean> =>
    (await isBehind()) && (await lock.runIfFree(takeSomeIn)) === true;
  const rebuild = (): Promise<RebuildReport> => lock.run(() => rebuildIndex(deps));
  const mend = async (): Promise<void> => {
    if ((await engine.state()).documentCount > MOST_COMPARED) return;
    // What others are writing just now would look like differences.
    const isMade = await lock.runIfFree(async () => {
      const { differences } = await verifyIndex(engine, await freshEdition());
      if (differences.length === 0 || (await isBehind())) return false;
      await rebuildIndex(deps);
      return true;
    });
    if (isMade === true) onRebuilt("DIFFERENT");
  };
  const repair = (): Promise<VerifyReport> =>
    lock.run(async () => {
      await takeAllIn();
      const edition = await freshEdition();
      const report = await verifyIndex(engine, edition);
      const ids = [...report.differences, ...report.refused].map(({ id }) => id);
      if (ids.length === 0) return report;
      const documents = await documentsOf(edition, ids);
      const changes = ids.map((id, place): IndexChange => {
        const document = documents[place];
        return document ? { put: document } : { remove: id };
      });
      const { contentRevision } = edition;
      await engine.apply({ changes, after: contentRevision, contentRevision });
      return verifyIndex(engine, edition);
    });
  const isSoonReady = async (): Promise<boolean> =>
    (await freshEdition()).columns.size < MANY_CASES || (await engine.state()).contentRevision !== null;
  return { isSoonReady, catchUp, catchUpIfFree, mend, rebuild, repair };
}
