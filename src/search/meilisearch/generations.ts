import { randomBytes } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import { stateIn, stateQuery } from "./index-state.js";
import { failureOf, isNotFound } from "./server-failure.js";
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
    await makeSureOf(client, liveUid);
    await waitForTasks(
      client,
      (await client.swapIndexes([{ indexes: [liveUid, uid], rename: false }])).taskUid,
    );
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
      for (const uid of await ours()) if (!(await saysOfItself(client, uid))) await remove(uid);
    },
    async rollBack() {
      for (const uid of await ours()) {
        if (!(await saysOfItself(client, uid))) continue;
        await swap(uid);
        return true;
      }
      return false;
    },
    async assertOurs() {
      if ((await saysOfItself(client, liveUid)) || (await isEmpty(client, liveUid))) return;
      throw new Error(
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

/** Has it been filled by a service of ours, and is it whole? */
async function saysOfItself(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    const { results } = await client.multiSearch({ queries: [stateQuery(uid)] });
    return stateIn(results[0]?.hits ?? []) !== null;
  } catch (error) {
    const hasNoFilters = failureOf(error)?.code === "invalid_search_filter";
    if (isNotFound(error) || hasNoFilters) return false;
    throw error;
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
