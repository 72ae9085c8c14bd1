import type { Meilisearch } from "meilisearch";
import { fingerprintOf } from "../search-document.js";
import type { IndexRebuild, SetAside } from "../search-engine.js";
import type { Generations } from "./generations.js";
import { stateDocument, type StoredState } from "./index-state.js";
import { waitForTasks } from "./tasks.js";
import type { Writer } from "./writer.js";

export interface RebuildOptions {
  readonly client: Meilisearch;
  readonly generations: Generations;
  readonly writerOf: (uid: string) => Writer;
  readonly stateAt: (
    generation: string,
    contentRevision: number,
    setAside: ReadonlyMap<string, SetAside>,
  ) => StoredState;
  readonly onTakenOver: () => Promise<void>;
}

/** So many documents of a new index are looked at before it takes over. */
const SAMPLE_SIZE = 20;

/** Begins a new index beside the running one; it takes over once it is whole and has its settings. */
export async function beginRebuild(options: RebuildOptions): Promise<IndexRebuild> {
  const { client, generations, stateAt } = options;
  await generations.clear();
  const uid = await generations.create();
  const writer = options.writerOf(uid);
  /** Id → fingerprint. */
  const sent = new Map<string, string>();
  return {
    async apply(changes) {
      await writer.write(changes);
      for (const change of changes) {
        if ("put" in change) sent.set(change.put.id, fingerprintOf(change.put));
        else sent.delete(change.remove);
      }
    },
    async documentCount() {
      await writer.settle();
      const counted = await client
        .index(uid)
        .search("", { filter: "isCase = true", page: 1, hitsPerPage: 0 });
      return counted.totalHits + writer.setAside.size;
    },
    async commit(contentRevision) {
      await writer.settle();
      const state = stateAt(uid.slice(-8), contentRevision, writer.setAside);
      const { taskUid } = await client.index(uid).addDocuments([stateDocument(state)], { primaryKey: "id" });
      await waitForTasks(client, taskUid);
      const wanted = [...sent].filter(([id]) => !writer.setAside.has(id));
      await compareSample(client, uid, wanted);
      await generations.takeOver(uid);
      await options.onTakenOver();
    },
    abort: () => generations.remove(uid),
  };
}

async function compareSample(
  client: Meilisearch,
  uid: string,
  sent: readonly (readonly [id: string, fingerprint: string])[],
): Promise<void> {
  const step = Math.max(1, Math.floor(sent.length / SAMPLE_SIZE));
  const sample = new Map(sent.filter((_, place) => place % step === 0));
  const { results } = await client
    .index<{ id: string; fingerprint: string }>(uid)
    .getDocuments({ ids: [...sample.keys()], fields: ["id", "fingerprint"], limit: sample.size });
  const found = new Map(results.map(({ id, fingerprint }) => [id, fingerprint]));
  for (const [id, fingerprint] of sample) {
    if (found.get(id) === fingerprint) continue;
    throw new Error(`The new search index has another text of ${id} than was sent.`);
  }
}
