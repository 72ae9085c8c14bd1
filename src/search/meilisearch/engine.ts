import { randomBytes } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import type { Clock } from "../../clock.js";
import type { IndexState, SearchAnswer, SearchEngine, SearchRequest, SetAside } from "../search-engine.js";
import { searchUnavailable } from "../unavailable.js";
import { answerByPhrases } from "./answer-by-phrases.js";
import { connect } from "./client.js";
import { openGenerations } from "./generations.js";
import { stateDocument, type StoredState } from "./index-state.js";
import type { Keys } from "./keys.js";
import { createPatience } from "./patience.js";
import { beginRebuild } from "./rebuilding.js";
import { failureOf } from "./server-failure.js";
import {
  followServerIndex,
  IndexMoved,
  LimitPassed,
  MOST_ATTEMPTS,
  type NearLimit,
  type SeenIndex,
} from "./server-index.js";
import { indexAlike, indexFormat, settingsThatDiffer, UNKNOWN_VERSION } from "./settings.js";
import { storedFingerprints } from "./stored-documents.js";
import { waitForTasks } from "./tasks.js";
import { createWriter, type Writer } from "./writer.js";

export interface MeilisearchOptions {
  readonly url: string;
  readonly keys: Keys;
  /** Before the names of all indexes of this service. */
  readonly indexPrefix: string;
  /** Until a request of a search is given up. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly onNearLimit: (near: NearLimit) => void;
}

export interface MeilisearchEngine extends SearchEngine {
  /** Puts the generation before back in its place; false: none is kept. */
  rollBack(): Promise<boolean>;
}

/** Until a request of the indexer is given up; its tasks are waited for longer. */
const INDEXER_TIMEOUT_MS = 30_000;

/** Full-text search on a Meilisearch server. Nothing is sent before the first call. */
export function openMeilisearchEngine(options: MeilisearchOptions): MeilisearchEngine {
  const { url, keys, timeoutMs, clock } = options;
  const onKeyRefused = (): void => keys.forget();
  const reader = connect(url, { timeoutMs, key: keys.search, onKeyRefused });
  const indexer = connect(url, { timeoutMs: INDEXER_TIMEOUT_MS, key: keys.index, onKeyRefused });
  const { client } = indexer;
  const whole = connect(url, {
    timeoutMs: INDEXER_TIMEOUT_MS,
    key: keys.server,
    onKeyRefused: () => undefined,
  });
  const generations = openGenerations(client, options.indexPrefix);
  const { liveUid } = generations;
  const index = followServerIndex(reader.client, liveUid, options.onNearLimit);
  const patience = createPatience();
  const writerOf = (uid: string): Writer => createWriter(client, uid, patience.isTheirFault);

  /** The generation that was compared with what is wanted, and found to be so. */
  let compared: string | null = null;
  const isAsWanted = async ({ generation, format, serverVersion }: StoredState): Promise<boolean> => {
    if (compared === generation) return true;
    const version = await versionOf(whole.client);
    if (format !== indexFormat || !indexAlike(serverVersion, version)) return false;
    if (settingsThatDiffer(await client.index(liveUid).getSettings()).length > 0) return false;
    compared = generation;
    return true;
  };

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
        compared = null;
        const serverVersion = await versionOf(whole.client);
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
        return seen && (await isAsWanted(seen.state)) ? stateOf(seen) : emptyState;
      } catch (error) {
        // Another server may be there when this one is back.
        compared = null;
        throw asUnavailable(error);
      }
    },

    fingerprints: () => storedFingerprints(client, liveUid),

    async rollBack() {
      const isDone = await generations.rollBack();
      compared = null;
      await index.look();
      return isDone;
    },

    close() {
      reader.close();
      indexer.close();
      whole.close();
      return Promise.resolve();
    },
  };
}

type Named = Pick<StoredState, "generation" | "serverVersion" | "contentRevision">;

type FollowedIndex = ReturnType<typeof followServerIndex>;

async function answerAsSeen(index: FollowedIndex, request: SearchRequest): Promise<SearchAnswer> {
  try {
    for (let attempts = MOST_ATTEMPTS; ; attempts--) {
      const seen = attempts === MOST_ATTEMPTS ? await index.seen() : await index.look();
      if (seen?.state.format !== indexFormat) throw searchUnavailable();
      try {
        const found = await answerByPhrases(index, seen, request);
        return { ...found, index: stateOf(seen), isDegraded: false };
      } catch (error) {
        if (!(error instanceof IndexMoved) || attempts === 1) throw error;
      }
    }
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function versionOf(client: Meilisearch): Promise<string> {
  try {
    return (await client.getVersion()).pkgVersion;
  } catch (error) {
    if (failureOf(error)?.status === 403) return UNKNOWN_VERSION;
    throw error;
  }
}

/** What has to do with the server says no more than that to who searches; all else is another matter. */
function asUnavailable(error: unknown): unknown {
  const isOfServer = failureOf(error) !== null || error instanceof IndexMoved || error instanceof LimitPassed;
  return isOfServer ? searchUnavailable(error) : error;
}

const emptyState: IndexState = {
  ...{ engine: "MEILISEARCH", generation: "", contentRevision: null, indexedAt: null, documentCount: 0 },
};

function stateOf({ state, documentCount }: SeenIndex) {
  const setAside = new Map(Object.entries(state.setAside));
  return {
    engine: "MEILISEARCH",
    generation: state.generation,
    contentRevision: state.contentRevision,
    indexedAt: new Date(state.indexedAt),
    documentCount,
    ...(state.serverVersion !== UNKNOWN_VERSION && { engineVersion: state.serverVersion }),
    ...(setAside.size > 0 && { setAside }),
  } satisfies IndexState;
}
