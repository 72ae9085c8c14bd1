import type { Catalogue } from "../catalogue/catalogue.js";
import type { ChangeLog } from "../database/change-log.js";
import { withFileLock } from "../database/sqlite/file-lock.js";
import { createIndexer, type RebuildReason } from "./indexer.js";
import { rebuildIndex, type RebuildReport } from "./rebuild.js";
import type { SearchEngine } from "./search-engine.js";

export interface KeepIndexedDeps {
  /** Where the lock is: one process at a time writes the index. */
  readonly dataDir: string;
  readonly changeLog: ChangeLog;
  readonly engine: SearchEngine;
  readonly catalogue: Catalogue;
  readonly onRebuilt: (reason: RebuildReason) => void;
}

export interface KeptIndex {
  /** Takes in all that the database has. True when there was something to do. */
  catchUp(): Promise<boolean>;
  /** Makes the index anew, beside the running one. */
  rebuild(): Promise<RebuildReport>;
}

/** Keeps one index after one database; waits its turn when another process is at it. */
export function keepIndexed({ dataDir, onRebuilt, ...deps }: KeepIndexedDeps): KeptIndex {
  const { changeLog, engine, catalogue } = deps;
  const freshEdition = async () => {
    await catalogue.refresh();
    return catalogue.current();
  };
  const indexer = createIndexer({ changeLog, engine, freshEdition });
  const isBehind = async (): Promise<boolean> =>
    (await engine.state()).contentRevision !== (await changeLog.contentRevision());
  const alone = <T>(work: () => Promise<T>): Promise<T> => withFileLock(dataDir, "index", work);
  const catchUp = async (): Promise<boolean> => {
    if (!(await isBehind())) return false;
    await alone(async () => {
      for (;;) {
        const { changes, rebuiltBecause } = await indexer.runOnce();
        if (rebuiltBecause !== null) onRebuilt(rebuiltBecause);
        if (changes === 0) return;
      }
    });
    return true;
  };
  return { catchUp, rebuild: () => alone(() => rebuildIndex({ changeLog, engine, freshEdition })) };
}
