import { wantedOfIndex } from "../wanted-of-index.js";
import Database from "better-sqlite3";
import type { Clock } from "../../clock.js";
import { answerRequest } from "../answer-request.js";
import type { FilledIndexState, IndexState, SearchEngine } from "../search-engine.js";
import { searchUnavailable } from "../unavailable.js";
import type { Filler } from "./filler.js";
import { openGeneration } from "./generation.js";
import { isDamage, moveAside, openIndexFile, type EmptyReason } from "./index-file.js";
import { followIndex, type IndexFollower } from "./index-follower.js";
import { newGeneration } from "./new-generation.js";
import { createScopedSearch } from "./scoped-search.js";

export interface EmbeddedEngineOptions {
  /** The index has this file for itself; its folder is made when missing. */
  readonly file: string;
  readonly clock: Clock;
  /** Told when the index had to start empty, at opening or when damage is met later; for the log. */
  readonly onEmptied: (reason: EmptyReason) => void;
  /** For indexes of many documents; null: all are filled document by document. */
  readonly filler?: Filler | null;
  /** From so many cases on sets do what FTS5 does for fewer. */
  readonly manyCases?: number;
}

export interface EmbeddedEngine extends SearchEngine {
  /** Loads what searches need in memory; else the first search does, and waits for it. */
  load(): Promise<void>;
}

/**
 * Full-text search in a SQLite file of its own (FTS5). Several processes may have it open: each sees the
 * others' commits. What reads or writes the index in a transaction runs to its end without a pause, so one connection
 * serves all; to load and to fill it have pauses, and connections of their own.
 */
export function openEmbeddedEngine(options: EmbeddedEngineOptions): EmbeddedEngine {
  const { file, clock, onEmptied, filler = null } = options;
  let { database, follower } = open();

  function open(damaged?: "DAMAGED"): { database: Database.Database; follower: IndexFollower } {
    const opened = openIndexFile(file);
    const emptied = damaged ?? opened.emptied;
    if (emptied !== null) onEmptied(emptied);
    return { database: opened.database, follower: followIndex(opened.database) };
  }

  /** Damage that is met on the way ends in an empty index, to be filled again. */
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const met = { database, follower };
    try {
      return await work();
    } catch (error) {
      met.follower.forget();
      // Several may have waited for what meets it: the first one sees to it.
      if (isDamage(error) && met.database === database) {
        database.close();
        moveAside(file);
        ({ database, follower } = open("DAMAGED"));
      }
      throw error;
    }
  };

  return {
    load: () => attempt(() => follower.load()),

    search: (request) =>
      attempt(async () => {
        await follower.load();
        return database.transaction(() => {
          const { live, state } = follower.current();
          const search = createScopedSearch(live, request.columns, request.plan, options.manyCases);
          const found = answerRequest(search, wantedOfIndex(request.plan, live.words), request);
          return { ...found, index: assertFilled(state), isDegraded: false };
        })();
      }).catch((error: unknown) => {
        throw error instanceof Database.SqliteError ? searchUnavailable(error) : error;
      }),

    apply: ({ changes, after, contentRevision }) =>
      attempt(async () => {
        await follower.load();
        return database
          .transaction(() => {
            const { live, state } = follower.current();
            if (state.contentRevision !== after) return false;
            live.apply(changes);
            follower.write({ generation: live.name, contentRevision, indexedAt: clock.now() });
            return true;
          })
          .immediate();
      }),

    rebuild: () => attempt(() => newGeneration({ database, follower, file, clock, filler, attempt })),

    state: () => attempt(() => database.transaction(() => follower.state())()),
    fingerprints: () =>
      attempt(() =>
        database.transaction(() => openGeneration(database, follower.state().generation).fingerprints())(),
      ),
    close: () => attempt(() => void database.close()),
  };
}

function assertFilled(state: IndexState): FilledIndexState {
  const { contentRevision, indexedAt } = state;
  if (contentRevision === null || indexedAt === null) throw searchUnavailable();
  return { ...state, contentRevision, indexedAt };
}
