import type Database from "better-sqlite3";
import type { Clock } from "../../clock.js";
import { atOnce, withPauses } from "../../event-loop.js";
import type { IndexRebuild } from "../search-engine.js";
import type { Filler } from "./filler.js";
import { createGeneration, dropGeneration, generationNames, newGenerationName } from "./generation-tables.js";
import type { IndexFollower } from "./index-follower.js";
import { openLiveIndex, type LiveIndex } from "./live-index.js";

export interface NewGenerationOptions {
  readonly database: Database.Database;
  readonly follower: IndexFollower;
  readonly file: string;
  readonly clock: Clock;
  readonly filler: Filler | null;
  /** Runs what touches the index, so that damage is noticed. */
  readonly attempt: <T>(work: () => T | Promise<T>) => Promise<T>;
}

/** A generation in the making beside the running one: filled by its own thread at once, or document by document. */
export function newGeneration(options: NewGenerationOptions): IndexRebuild {
  const { database, follower, file, clock, filler, attempt } = options;
  const name = newGenerationName();
  let next: LiveIndex | null = null;
  let isFilledAtOnce = false;

  /** Made when the first document comes, unless a thread has made it. */
  const opened = (): LiveIndex => {
    if (next) return next;
    database.transaction(() => startEmpty(database, follower.state().generation, name)).immediate();
    return (next = atOnce(openLiveIndex(database, name)));
  };

  return {
    ...(filler && {
      fill: () =>
        attempt(async () => {
          isFilledAtOnce = true;
          const contentRevision = await filler.fill(file, name);
          next = await withPauses(openLiveIndex(database, name));
          return contentRevision;
        }),
    }),
    apply: (changes) => attempt(() => database.transaction(() => opened().apply(changes)).immediate()),
    documentCount: () => attempt(() => opened().generation.documentCount()),
    commit: (contentRevision) =>
      attempt(async () => {
        const live = opened();
        if (!isFilledAtOnce) live.generation.optimize();
        const before = database
          .transaction(() => {
            const running = follower.state().generation;
            follower.write({ generation: name, contentRevision, indexedAt: clock.now() }, live);
            if (!isFilledAtOnce) dropGeneration(database, running);
          })
          .immediate();
        // To drop a large one takes seconds.
        if (isFilledAtOnce) await filler?.clear(file);
        return before;
      }),
    abort: () =>
      attempt(() => {
        // What a thread has left, the next one clears away.
        if (!isFilledAtOnce) dropGeneration(database, name);
      }),
  };
}

function startEmpty(database: Database.Database, running: string, name: string): void {
  for (const one of generationNames(database)) if (one !== running) dropGeneration(database, one);
  createGeneration(database, name);
}
