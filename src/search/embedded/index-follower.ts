import Database from "better-sqlite3";
import type { IndexState } from "../search-engine.js";
import { atOnce, withPauses } from "../../event-loop.js";
import { countDocuments } from "./generation-tables.js";
import { openLiveIndex, type LiveIndex } from "./live-index.js";

/** The running generation, as this process and all others have left it. */
export interface IndexFollower {
  /** Loads what of the running generation is kept in memory, where it is not there; others get their turns meanwhile. */
  load(): Promise<void>;
  /**
   * To be called inside a transaction, so that what follows reads the same state. What nobody has loaded, or others have
   * changed just now, it loads at once.
   */
  current(): { readonly live: LiveIndex; readonly state: IndexState };
  /** The state alone; nothing is loaded for it. */
  state(): IndexState;
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
  const read = stateReader(database);
  // The counter tells others that something is new in the running generation; another one may grow beside it unnoticed.
  const write = database.prepare<[string, number, string]>(
    "UPDATE index_state SET generation = ?, content_revision = ?, indexed_at = ?, changes = changes + 1",
  );
  let live: LiveIndex | null = null;
  let seenChanges = -1;
  let loading: Promise<void> | null = null;

  const known = ({ generation, changes }: StateRow): LiveIndex | null =>
    live?.name === generation && changes === seenChanges ? live : null;
  let lastCount: (Pick<StateRow, "generation" | "changes"> & { readonly documents: number }) | null = null;
  const counted = ({ generation, changes }: StateRow): number => {
    if (lastCount?.generation !== generation || lastCount.changes !== changes) {
      lastCount = { generation, changes, documents: countDocuments(database, generation) };
    }
    return lastCount.documents;
  };
  const stateOf = (row: StateRow): IndexState => ({
    engine: "EMBEDDED",
    generation: row.generation,
    contentRevision: row.content_revision,
    indexedAt: row.indexed_at === null ? null : new Date(row.indexed_at),
    documentCount: known(row)?.documentCount() ?? counted(row),
  });
  /** From one moment of the file, whatever is written meanwhile. */
  const loadSnapshot = async (): Promise<void> => {
    const snapshot = new Database(database.name, { readonly: true });
    let loadedOf: string | null = null;
    try {
      snapshot.exec("BEGIN");
      const row = stateReader(snapshot)();
      loadedOf = row.generation;
      const loaded = await withPauses(openLiveIndex(database, row.generation, snapshot));
      const now = database.open ? read() : null;
      if (now === null || known(now) !== null) return;
      [live, seenChanges] = [loaded, row.changes];
    } catch (error) {
      // The index was closed meanwhile, or another generation is running and this one may be gone.
      if (database.open && (loadedOf === null || read().generation === loadedOf)) throw error;
    } finally {
      snapshot.close();
    }
  };
  return {
    async load() {
      for (let tries = 0; database.open && known(read()) === null && tries < MOST_TRIES; tries++) {
        loading ??= loadSnapshot().finally(() => (loading = null));
        await loading;
      }
    },
    current() {
      const row = read();
      if (known(row) === null) {
        live = atOnce(openLiveIndex(database, row.generation));
        seenChanges = row.changes;
      }
      return { live: live as LiveIndex, state: stateOf(row) };
    },
    state: () => stateOf(read()),
    write({ generation, contentRevision, indexedAt }, next) {
      write.run(generation, contentRevision, indexedAt.toISOString());
      if (next) live = next;
      seenChanges = read().changes;
    },
    forget() {
      live = null;
    },
  };
}

/** Others may write while it is loaded, again and again. */
const MOST_TRIES = 3;

function stateReader(database: Database.Database): () => StateRow {
  const read = database.prepare<[], StateRow>(
    "SELECT generation, content_revision, indexed_at, changes FROM index_state",
  );
  return () => {
    const row = read.get();
    if (!row) throw new Error("The search index has lost its state.");
    return row;
  };
}
