import type { ChangeLog } from "../database/change-log.js";
import { indexChangesOf } from "./index-changes.js";
import { allDocuments, type IndexedEdition } from "./published-documents.js";
import type { IndexRebuild, SearchEngine } from "./search-engine.js";

export interface RebuildDeps {
  readonly changeLog: ChangeLog;
  readonly engine: SearchEngine;
  /** The catalogue, once it has caught up with everything the change log has. */
  readonly freshEdition: () => Promise<IndexedEdition>;
}

export interface RebuildReport {
  readonly documentCount: number;
  readonly contentRevision: number;
}

/**
 * Makes the index anew beside the running one, which answers until the end: all published cases, then
 * what changed meanwhile. The new one takes over only when its count is right.
 */
export async function rebuildIndex({ changeLog, engine, freshEdition }: RebuildDeps): Promise<RebuildReport> {
  const rebuild = await engine.rebuild();
  try {
    const filledAt = await fill(rebuild, await freshEdition());
    const last = await replay(rebuild, changeLog, freshEdition, filledAt);
    const documentCount = await rebuild.documentCount();
    if (documentCount !== last.columns.size) {
      throw new Error(
        `The new search index has ${documentCount} documents where ${last.columns.size} cases are published.`,
      );
    }
    await rebuild.commit(last.contentRevision);
    return { documentCount, contentRevision: last.contentRevision };
  } catch (error) {
    // What cannot be cleared away now, the next rebuild clears; the reason must not be lost.
    await rebuild.abort().catch(() => undefined);
    throw error;
  }
}

/** From so many cases on it is worth while to have it done by the engine itself, where it can. */
export const MANY_CASES = 1_000;

/** Returns the content revision that the new index then has. */
async function fill(rebuild: IndexRebuild, edition: IndexedEdition): Promise<number> {
  if (rebuild.fill && edition.columns.size >= MANY_CASES) return rebuild.fill();
  for await (const documents of allDocuments(edition)) {
    await rebuild.apply(documents.map((document) => ({ put: document })));
  }
  return edition.contentRevision;
}

const BATCH_SIZE = 500;

/** What changed while the index was filled, until nothing more has. Returns the edition it now has. */
async function replay(
  rebuild: IndexRebuild,
  changeLog: ChangeLog,
  freshEdition: RebuildDeps["freshEdition"],
  filledAt: number,
): Promise<IndexedEdition> {
  let edition = await freshEdition();
  let revision = filledAt;
  for (;;) {
    const changes = await changeLog.changesAfter(revision, BATCH_SIZE);
    const last = changes.at(-1);
    if (!last) return edition;
    edition = await freshEdition();
    for await (const some of indexChangesOf(changes, edition)) await rebuild.apply(some);
    revision = last.contentRevision;
  }
}
