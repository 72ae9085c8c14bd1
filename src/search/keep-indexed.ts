import type { Catalogue } from "../catalogue/catalogue.js";
import type { ChangeLog } from "../database/change-log.js";
import type { Lock } from "../database/lock.js";
import { createIndexer, type RebuildReason } from "./indexer.js";
import { documentsOf } from "./published-documents.js";
import { rebuildIndex, type RebuildReport } from "./rebuild.js";
import type { IndexChange, SearchEngine } from "./search-engine.js";
import { verifyIndex, type VerifyReport } from "./verify.js";

export interface KeepIndexedDeps {
  /** One process at a time writes the index. */
  readonly lock: Lock;
  readonly changeLog: ChangeLog;
  readonly engine: SearchEngine;
  readonly catalogue: Catalogue;
  readonly onRebuilt: (reason: RebuildReason | "DIFFERENT") => void;
}

export interface KeptIndex {
  /** Takes in all that the database has; waits its turn. True when there was something to do. */
  catchUp(): Promise<boolean>;
  /** The same, but false at once while another process is at the index. */
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
    // What others are writing just now would look like differences.
    const isMade = await lock.runIfFree(async () => {
      const { differences } = await verifyIndex(engine, await freshEdition());
      if (differences.length === 0 || (await isBehind())) return false;
      await rebuildIndex({ changeLog, engine, freshEdition });
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
  return { catchUp, catchUpIfFree, mend, rebuild, repair };
}
