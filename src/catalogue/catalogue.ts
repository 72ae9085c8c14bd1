import type { CacheReading } from "../cache-reading.js";
import type { ChangeLog } from "../database/change-log.js";
import type { Reader } from "../database/reader.js";
import { publicId } from "../ids.js";
import { editionOf, type Edition } from "./edition.js";
import { loadChangedCases, loadEdition, type EditionContent } from "./load-edition.js";
import { createViewCache } from "./view-cache.js";

/** What is published, as of the last look at the database. */
export interface Catalogue {
  current(): Edition;
  /** Catches up with the database. True when there was something new. */
  refresh(): Promise<boolean>;
  /** How the cache of case values stands. */
  caseCache(): CacheReading;
}

export interface CatalogueOptions {
  readonly reader: Reader;
  readonly changeLog: ChangeLog;
  /** Bytes that the cache of case values may hold. */
  readonly cacheBytes: number;
}

/** Opens the catalogue at the database's present revision. */
export async function openCatalogue({ reader, changeLog, cacheBytes }: CatalogueOptions): Promise<Catalogue> {
  const views = createViewCache(reader, cacheBytes);
  let content = await loadEdition(reader);
  views.advance(content.contentRevision, "all");
  let edition = editionOf(content, reader, views);
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<boolean> => {
    if ((await changeLog.contentRevision()) === content.contentRevision) return false;
    const next = await nextContent(reader, changeLog, content);
    views.advance(next.content.contentRevision, next.changed);
    content = next.content;
    edition = editionOf(content, reader, views);
    return true;
  };
  return {
    current: () => edition,
    caseCache: () => views.reading(),
    refresh() {
      const next = last.then(refresh);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/**
 * The database's present content. Changes of cases alone are read case by case; a new word in a vocabulary
 * may stand anywhere below a case, and a revision that went back means another database: then all is read.
 */
async function nextContent(
  reader: Reader,
  changeLog: ChangeLog,
  before: EditionContent,
): Promise<{ readonly content: EditionContent; readonly changed: readonly string[] | "all" }> {
  const changes = await changeLog.changesAfter(before.contentRevision, Number.MAX_SAFE_INTEGER);
  if (changes.length > 0 && changes.every(({ kind }) => kind === "case")) {
    const content = await loadChangedCases(reader, before, changes);
    if (content) return { content, changed: changes.map(({ rowId }) => publicId("Case", rowId)) };
  }
  return { content: await loadEdition(reader), changed: "all" };
}
