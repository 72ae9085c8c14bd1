import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";
import { isSameState, stateIn, stateQuery, type StoredState } from "./index-state.js";
import { failureOf, isNotFound, ForeignIndex } from "./server-failure.js";
import { wantedSettings } from "./settings.js";
import { waitForTasks } from "./tasks.js";

/** The indexes of one service on a server that may have others: the running one, and its generations. */
export interface Generations {
  /** The name under which readers find whatever runs. */
  readonly liveUid: string;
  /** Makes an empty index with the wanted settings. */
  create(): Promise<string>;
  /** Readers find this index from now on, complete; the one before is kept until the next time. */
  takeOver(uid: string): Promise<void>;
  /** Removes what unfinished rebuilds have left. */
  clear(): Promise<void>;
  remove(uid: string): Promise<void>;
  /** Puts the generation before back, and the running one aside; false: none is kept. */
  rollBack(): Promise<boolean>;
  /** @throws when documents of someone else are where the running index is to be */
  assertOurs(): Promise<void>;
}

/** Touches no index whose name is not the prefix, `cases` and a generation of ours. */
export function openGenerations(client: Meilisearch, prefix: string): Generations {
  const liveUid = `${prefix}cases`;
  const ours = async (): Promise<string[]> => {
    const { results } = await client.getIndexes({ limit: 10_000 });
    return results.map(({ uid }) => uid).filter((uid) => isGenerationOf(liveUid, uid));
  };
  const remove = async (uid: string): Promise<void> => {
    await waitForTasks(client, (await client.deleteIndex(uid)).taskUid);
  };
  const swap = async (uid: string): Promise<void> => {
    const wanted = await stateOf(client, uid);
    await makeSureOf(client, liveUid);
    await client.swapIndexes([{ indexes: [liveUid, uid], rename: false }]);
    await untilItRuns(client, liveUid, wanted);
  };

  return {
    liveUid,
    remove,
    async create() {
      const uid = `${liveUid}_${randomBytes(4).toString("hex")}`;
      const made = await client.createIndex(uid, { primaryKey: "id" });
      const set = await client.index(uid).updateSettings(wantedSettings);
      await waitForTasks(client, made.taskUid, set.taskUid);
      return uid;
    },
    async takeOver(uid) {
      await swap(uid);
      for (const other of await ours()) if (other !== uid) await remove(other);
    },
    async clear() {
      for (const uid of await ours()) if ((await stateOf(client, uid)) === null) await remove(uid);
    },
    async rollBack() {
      for (const uid of await ours()) {
        if ((await stateOf(client, uid)) === null) continue;
        await swap(uid);
        return true;
      }
      return false;
    },
    async assertOurs() {
      if ((await stateOf(client, liveUid)) !== null || (await isEmpty(client, liveUid))) return;
      throw new ForeignIndex(
        `The index ${liveUid} has documents of someone else: set MEILI_INDEX_PREFIX to another name.`,
      );
    },
  };
}

const isGenerationOf = (liveUid: string, uid: string): boolean =>
  uid.startsWith(`${liveUid}_`) && /^[0-9a-f]{8}$/.test(uid.slice(liveUid.length + 1));

/** A swap wants two indexes; before the first one there is none to swap with. */
async function makeSureOf(client: Meilisearch, uid: string): Promise<void> {
  try {
    await client.getRawIndex(uid);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await waitForTasks(client, (await client.createIndex(uid, { primaryKey: "id" })).taskUid);
  }
}

/** Null: it was not filled by a service of ours, or not to the end. */
async function stateOf(client: Meilisearch, uid: string): Promise<StoredState | null> {
  try {
    const { results } = await client.multiSearch({ queries: [stateQuery(uid)] });
    return stateIn(results[0]?.hits ?? []);
  } catch (error) {
    const hasNoFilters = failureOf(error)?.code === "invalid_search_filter";
    if (isNotFound(error) || hasNoFilters) return null;
    throw error;
  }
}

const LOOK_EVERY_MS = 10;
const GIVE_UP_MS = 120_000;

/** The task of a swap is shown to no key of some indexes alone: so what it leads to is looked for. */
async function untilItRuns(client: Meilisearch, liveUid: string, wanted: StoredState | null): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  while (!isSameState(await stateOf(client, liveUid), wanted)) {
    if (performance.now() > giveUpAt)
      throw new Error(`The search server has not swapped ${liveUid} in time.`);
    await wait(LOOK_EVERY_MS);
  }
}

/** No index, an empty one, or one with nothing but cases, whose state was removed by hand. */
async function isEmpty(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    const index = client.index(uid);
    const { numberOfDocuments } = await index.getStats();
    if (numberOfDocuments === 0) return true;
    const { totalHits } = await index.search("", { filter: "isCase = true", page: 1, hitsPerPage: 0 });
    return totalHits === numberOfDocuments;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (failureOf(error)?.code === "invalid_search_filter") return false;
    throw error;
  }
}
