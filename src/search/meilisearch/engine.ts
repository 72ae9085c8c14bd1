import { randomBytes } from "node:crypto";
import type { Clock } from "../../clock.js";
import type { SearchEngine, SetAside } from "../search-engine.js";
import { answerAsSeen, asUnavailable } from "./answer-as-seen.js";
import { openConnections, type ConnectionsOptions } from "./connections.js";
import { openGenerations } from "./generations.js";
import { stateDocument, type StoredState } from "./index-state.js";
import { createPatience } from "./patience.js";
import { beginRebuild } from "./rebuilding.js";
import { followServerIndex, type Limits, type NearLimit } from "./server-index.js";
import { indexFormat } from "./settings.js";
import { storedFingerprints } from "./stored-documents.js";
import { waitForTasks } from "./tasks.js";
import { emptyState, toldState } from "./told-state.js";
import { versionOf, wantedIndex } from "./wanted-index.js";
import { createWriter, type Writer } from "./writer.js";

export interface MeilisearchOptions extends ConnectionsOptions {
  /** Before the names of all indexes of this service. */
  readonly indexPrefix: string;
  readonly clock: Clock;
  readonly onNearLimit: (near: NearLimit) => void;
  /** Unless told, those that our settings give the server. */
  readonly limits?: Limits;
}

export interface MeilisearchEngine extends SearchEngine {
  /** Puts the generation before back in its place; false: none is kept. */
  rollBack(): Promise<boolean>;
}

/** Full-text search on a Meilisearch server. Nothing is sent before the first call. */
export function openMeilisearchEngine(options: MeilisearchOptions): MeilisearchEngine {
  const { clock } = options;
  const { reader, indexer: client, server, close } = openConnections(options);
  const generations = openGenerations(client, options.indexPrefix);
  const { liveUid } = generations;
  const index = followServerIndex(reader, liveUid, options.onNearLimit, options.limits);
  const wanted = wantedIndex(server, client, liveUid);
  const patience = createPatience();
  const writerOf = (uid: string): Writer => createWriter(client, uid, patience.isTheirFault);

  const newState = (
    { generation, serverVersion, contentRevision }: Named,
    setAside: ReadonlyMap<string, SetAside>,
  ): StoredState => ({
    ...{ stamp: randomBytes(6).toString("hex"), format: indexFormat },
    ...{ generation, serverVersion, contentRevision },
    ...{ indexedAt: clock.now().toISOString(), setAside: Object.fromEntries(setAside) },
  });

  return {
    search: (request) => answerAsSeen(index, request),

    apply: ({ changes, after, contentRevision }) =>
      patience.watch(async () => {
        const seen = await index.look();
        if (seen?.state.contentRevision !== after) return false;
        const writer = writerOf(liveUid);
        await writer.write(changes);
        await writer.settle();
        const changed = new Set(changes.map((change) => ("put" in change ? change.put.id : change.remove)));
        const before = Object.entries(seen.state.setAside).filter(([id]) => !changed.has(id));
        const state = newState({ ...seen.state, contentRevision }, new Map([...before, ...writer.setAside]));
        // Only now: a state that is there says that all before it is.
        const { taskUid } = await client
          .index(liveUid)
          .addDocuments([stateDocument(state)], { primaryKey: "id" });
        await waitForTasks(client, taskUid);
        await index.look();
        return true;
      }),

    rebuild: () =>
      patience.watch(async () => {
        await generations.assertOurs();
        wanted.forget();
        const serverVersion = await versionOf(server);
        const rebuild = await beginRebuild({
          ...{ client, generations, writerOf },
          stateAt: (generation, contentRevision, setAside) =>
            newState({ generation, contentRevision, serverVersion }, setAside),
          onTakenOver: async () => void (await index.look()),
        });
        return {
          ...rebuild,
          documentCount: () => patience.watch(rebuild.documentCount),
          commit: (contentRevision) => patience.watch(() => rebuild.commit(contentRevision)),
        };
      }),

    async state() {
      try {
        const seen = await index.look();
        return seen && (await wanted.isAsWanted(seen.state)) ? toldState(seen) : emptyState;
      } catch (error) {
        // Another server may be there when this one is back.
        wanted.forget();
        throw asUnavailable(error);
      }
    },

    fingerprints: () => storedFingerprints(client, liveUid),

    async rollBack() {
      const isDone = await generations.rollBack();
      wanted.forget();
      await index.look();
      return isDone;
    },

    close: () => Promise.resolve(close()),
  };
}

type Named = Pick<StoredState, "generation" | "serverVersion" | "contentRevision">;
