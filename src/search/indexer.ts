import type { ChangeLog } from "../database/change-log.js";
import { indexChangesOf } from "./index-changes.js";
import type { IndexedEdition } from "./published-documents.js";
import { rebuildIndex } from "./rebuild.js";
import type { IndexChange, SearchEngine } from "./search-engine.js";

export interface IndexerDeps {
  readonly changeLog: ChangeLog;
  readonly engine: SearchEngine;
  /** The catalogue, once it has caught up with everything the change log has. */
  readonly freshEdition: () => Promise<IndexedEdition>;
}

export interface IndexRun {
  /** Entries of the outbox that were taken in; 0: there was nothing to do. */
  readonly changes: number;
  /** Why the whole index was made anew; null: it was not. */
  readonly rebuiltBecause: RebuildReason | null;
}

/**
 * EMPTY: never filled. GAP: the outbox no longer has all that the index lacks. AHEAD: the index knows
 * revisions that the database does not; it is another database, or a restored one. MANY: so much has changed that
 * one by one would take longer.
 */
export type RebuildReason = "EMPTY" | "GAP" | "AHEAD" | "MANY";

export interface Indexer {
  /** Takes in the next changes, or everything when that is what the index needs. */
  runOnce(): Promise<IndexRun>;
}

/** Entries taken at a time; a revision is never split. */
const BATCH_SIZE = 500;
/** One revision may have more. */
const MOST_CHANGES = 5_000;

const none: IndexRun = { changes: 0, rebuiltBecause: null };

/**
 * Brings an index after the outbox. The cursor is the index's own content revision, which it keeps with
 * the changes, so that neither is ever without the other; everything may be done twice.
 */
export function createIndexer({ changeLog, engine, freshEdition }: IndexerDeps): Indexer {
  const runOnce = async (): Promise<IndexRun> => {
    const { contentRevision: indexed } = await engine.state();
    if (indexed === null) return rebuild("EMPTY");
    const changes = await changeLog.changesAfter(indexed, BATCH_SIZE);
    const [first, last] = [changes.at(0), changes.at(-1)];
    if (!first || !last) {
      const published = await changeLog.contentRevision();
      if (published < indexed) return rebuild("AHEAD");
      return none;
    }
    if (first.contentRevision !== indexed + 1) return rebuild("GAP");
    if (changes.length > MOST_CHANGES) return rebuild("MANY");
    // The revision comes with the last of them: whatever happens before, all are done again.
    let next: readonly IndexChange[] = [];
    for await (const some of indexChangesOf(changes, await freshEdition())) {
      if (next.length > 0) await engine.apply({ changes: next, after: indexed, contentRevision: indexed });
      next = some;
    }
    await engine.apply({ changes: next, after: indexed, contentRevision: last.contentRevision });
    return { changes: changes.length, rebuiltBecause: null };
  };

  const rebuild = async (reason: RebuildReason): Promise<IndexRun> => {
    await rebuildIndex({ changeLog, engine, freshEdition });
    return { changes: 0, rebuiltBecause: reason };
  };

  return { runOnce };
}
