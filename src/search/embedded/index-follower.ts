import type Database from "better-sqlite3";
import type { IndexState } from "../search-engine.js";
import { atOnce } from "../../event-loop.js";
import { openLiveIndex, type LiveIndex } from "./live-index.js";

/** The running generation, as this process and all others have left it. */
export interface IndexFollower {
  /** To be called inside a transaction, so that what follows reads the same state. */
  current(): { readonly live: LiveIndex; readonly state: IndexState };
  /** Notes what the index now has; what of it is in memory, where it is another generation. */
  write(
    state: { readonly generation: string; readonly contentRevision: number; readonly indexedAt: Date },
    next?: LiveIndex,
  ): void;
  /** Loads anew what is kept in memory: a transaction has failed, and memory may be ahead of the file. */
  forget(): void;
}

interface StateRow {
  readonly generation: string;
  readonly content_revision: number | null;
  readonly indexed_at: string | null;
  readonly changes: number;
}

/** Keeps what is in memory in step with the file. */
export function followIndex(database: Database.Database): IndexFollower {
  const read = database.prepare<[], StateRow>(
    "SELECT generation, content_revision, indexed_at, changes FROM index_state",
  );
  // The counter tells others that something is new in the running generation; another one may grow beside it unnoticed.
  const write = database.prepare<[string, number, string]>(
    "UPDATE index_state SET generation = ?, content_revision = ?, indexed_at = ?, changes = changes + 1",
  );
  let live: LiveIndex | null = null;
  let seenChanges = -1;

  return {
    current() {
      const row = read.get();
      if (!row) throw new Error("The search index has lost its state.");
      if (live?.name !== row.generation || row.changes !== seenChanges) {
        live = atOnce(openLiveIndex(database, row.generation));
        seenChanges = row.changes;
      }
      const state: IndexState = {
        engine: "EMBEDDED",
        generation: row.generation,
        contentRevision: row.content_revision,
        indexedAt: row.indexed_at === null ? null : new Date(row.indexed_at),
        documentCount: live.documentCount(),
      };
      return { live, state };
    },
    write({ generation, contentRevision, indexedAt }, next) {
      write.run(generation, contentRevision, indexedAt.toISOString());
      if (next) live = next;
      seenChanges = read.get()?.changes ?? -1;
    },
    forget() {
      live = null;
    },
  };
}
