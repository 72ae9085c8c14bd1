import type { Meilisearch } from "meilisearch";
import { fingerprintOf, type SearchDocument } from "../search-document.js";
import type { IndexChange, SetAside } from "../search-engine.js";
import { serverDocumentOf, type ServerDocument } from "./documents.js";
import { failureOf } from "./server-failure.js";
import { failedTasks, type TaskFailed } from "./tasks.js";

/** Hands changes to one index of the server. */
export interface Writer {
  /** Sends changes; the server does them in this order, by and by. */
  write(changes: readonly IndexChange[]): Promise<void>;
  /** Resolves once all that was sent is done, except for what the server would not take. @throws {TaskFailed} */
  settle(): Promise<void>;
  /** Documents that the server would not take, by id: they are not in the index. */
  readonly setAside: ReadonlyMap<string, SetAside>;
}

/** Few enough for one request: some megabytes of texts. */
const MOST_DOCUMENTS = 100;
/** So many requests are under way before the first is waited for. */
const MOST_TASKS = 20;

/**
 * A batch that fails is taken apart until the documents at fault are found, when it is theirs:
 * `isTheirFault` says whether a failure is.
 */
export function createWriter(
  client: Meilisearch,
  uid: string,
  isTheirFault: (failure: TaskFailed) => boolean,
): Writer {
  const index = client.index(uid);
  const setAside = new Map<string, SetAside>();
  /** Task → the documents that it is about; none: a removal. */
  const underWay = new Map<number, readonly ServerDocument[]>();
  const isUnderWay = (id: string): boolean => [...underWay.values()].flat().some((sent) => sent.id === id);

  const settle = async (): Promise<void> => {
    const sent = new Map(underWay);
    underWay.clear();
    for (const failure of await failedTasks(client, [...sent.keys()])) {
      const documents = sent.get(failure.taskUid) ?? [];
      if (documents.length === 0 || !isTheirFault(failure)) throw failure;
      await takeApart(documents, failure.message);
    }
  };

  const takeApart = async (documents: readonly ServerDocument[], reason: string): Promise<void> => {
    const [only, ...more] = documents;
    if (only && more.length === 0) {
      // What it was before must not be found either.
      await remove([only.id]);
      setAside.set(only.id, { reason, fingerprint: only.fingerprint });
      return settle();
    }
    const middle = Math.ceil(documents.length / 2);
    for (const half of [documents.slice(0, middle), documents.slice(middle)]) await put(half);
    return settle();
  };

  const put = async (documents: readonly ServerDocument[]): Promise<void> => {
    if (documents.length === 0) return;
    try {
      const { taskUid } = await index.addDocuments([...documents], { primaryKey: "id" });
      underWay.set(taskUid, documents);
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.status !== 413) throw error;
      await takeApart(documents, failure.message);
    }
  };

  const remove = async (ids: readonly string[]): Promise<void> => {
    if (ids.length > 0) underWay.set((await index.deleteDocuments([...ids])).taskUid, []);
  };

  /** Null: no server could take it. */
  const prepared = (document: SearchDocument): ServerDocument | null => {
    try {
      return serverDocumentOf(document);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setAside.set(document.id, { reason, fingerprint: fingerprintOf(document) });
      return null;
    }
  };

  return {
    setAside,
    settle,
    async write(changes) {
      const last = [...new Map(changes.map((change) => [idOf(change), change])).values()];
      // What is under way may have to be sent again, and would then come after these.
      if (underWay.size >= MOST_TASKS || last.some((change) => isUnderWay(idOf(change)))) await settle();
      for (const change of last) setAside.delete(idOf(change));
      const documents = last.flatMap((change) => ("put" in change ? (prepared(change.put) ?? []) : []));
      const kept = new Set(documents.map(({ id }) => id));
      await remove(last.map(idOf).filter((id) => !kept.has(id)));
      for (let start = 0; start < documents.length; start += MOST_DOCUMENTS) {
        await put(documents.slice(start, start + MOST_DOCUMENTS));
      }
    },
  };
}

const idOf = (change: IndexChange): string => ("put" in change ? change.put.id : change.remove);
