import type Database from "better-sqlite3";
import type { IndexState } from "../search-engine.js";
import { openLiveIndex, type LiveIndex } from "./live-index.js";

/** The running generation, as this process and all others have left it. */
export interface IndexFollower {
  /** To be called inside a transaction, so that what follows reads the same state. */
  current(): { readonly live: LiveIndex; readonly state: IndexState };
  write(state: {
    readonly generation: string;
    readonly contentRevision: number;
    readonly indexedAt: Date;
  }): void;
  /** Loads anew what is kept in memory: a transaction has failed, and memory may be ahead of the file. */
  forget(): void;
}

/** Keeps what is in memory in step with the file. */
export function followIndex(database: Database.Database): IndexFollower {
  const read = database.prepare<
    [],
    { generation: string; content_revision: number | null; indexed_at: string | null }
  >("SELECT generation, content_revision, indexed_at FROM index_state");
  const write = database.prepare(
    "UPDATE index_state SET generation = ?, content_revision = ?, indexed_at = ?",
  );
  let live: LiveIndex | null = null;
  let seenVersion: unknown = null;

  return {
    current() {
      const row = read.get();
      if (!row) throw new Error("The search index has lost its state.");
      // Changes with every commit of another connection, never with our own.
      const version = database.pragma("data_version", { simple: true });
      if (live?.name !== row.generation || version !== seenVersion) {
        live = openLiveIndex(database, row.generation);
        seenVersion = version;
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
    write: ({ generation, contentRevision, indexedAt }) =>
      void write.run(generation, contentRevision, indexedAt.toISOString()),
    forget() {
      live = null;
    },
  };
}
