import type { CacheReading } from "../cache-reading.js";
import type { Change, ChangeLog } from "../database/change-log.js";
import type { Reader } from "../database/reader.js";
import { withPauses } from "../event-loop.js";
import { editionOf, type Edition } from "./edition.js";
import { keepContent } from "./keep-content.js";
import { loadKeptEdition, markOf } from "./load-kept-edition.js";
import { loadChanges, loadEdition, type EditionContent } from "./load-edition.js";
import { firstCasesOf } from "./towns.js";
import { createViewCache } from "./view-cache.js";

/** What is published, as of the last look at the database. */
export interface Catalogue {
  current(): Edition;
  /** Catches up with the database. True when there was something new. */
  refresh(): Promise<boolean>;
  /** How the cache of case values stands. */
  caseCache(): CacheReading;
  /** Keeps what it has for the next start, where that is worth while and has not been done. */
  keep(): Promise<void>;
}

export interface CatalogueOptions {
  readonly reader: Reader;
  readonly changeLog: ChangeLog;
  /** Bytes that the cache of case values may hold. */
  readonly cacheBytes: number;
  /** What columns are made of is kept in this file; null: it is read from the database each time. */
  readonly keptFile?: string | null;
  /** From so many cases on the next start is the faster for it. */
  readonly keptFrom?: number;
}

/** Opens the catalogue at the database's present revision. */
export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { reader, changeLog, cacheBytes, keptFile = null, keptFrom = 1_000 } = options;
  const views = createViewCache(reader, cacheBytes);
  const kept = keptFile === null ? null : await loadKeptEdition(reader, keptFile);
  let keptRevision = kept?.contentRevision ?? null;
  let content = kept ?? (await loadEdition(reader));
  if (kept && (await changeLog.contentRevision()) !== kept.contentRevision) {
    content = (await nextContent(reader, changeLog, kept)).content;
  }
  views.advance(content.contentRevision, "all");
  let edition = editionOf(content, { reader, views, changeLog });
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<boolean> => {
    if ((await changeLog.contentRevision()) === content.contentRevision) return false;
    const next = await nextContent(reader, changeLog, content);
    views.advance(next.content.contentRevision, next.changed);
    content = next.content;
    edition = editionOf(content, { reader, views, changeLog });
    return true;
  };
  let keeping: Promise<void> = Promise.resolve();
  const keep = async (): Promise<void> => {
    const { contentRevision, columns, parts, towns } = content;
    if (keptFile === null || columns.size < keptFrom || contentRevision === keptRevision) return;
    const mark = await markOf(reader, contentRevision);
    if (mark === null) return;
    const firstCases = await withPauses(firstCasesOf(columns, towns));
    await keepContent(keptFile, mark, { parts, firstCases });
    keptRevision = contentRevision;
  };
  return {
    current: () => edition,
    caseCache: () => views.reading(),
    refresh() {
      const next = last.then(refresh);
      last = next.catch(() => undefined);
      return next;
    },
    keep: () => (keeping = keeping.then(keep, keep)),
  };
}

interface NextContent {
  readonly content: EditionContent;
  /** Values that no longer hold. */
  readonly changed: readonly string[] | "all";
}

/**
 * The database's present content. Only what has changed is read; but where that is most of it, or a revision went back,
 * which means another database, all is.
 */
async function nextContent(
  reader: Reader,
  changeLog: ChangeLog,
  before: EditionContent,
): Promise<NextContent> {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    const changes = await changeLog.changesAfter(before.contentRevision, Number.MAX_SAFE_INTEGER);
    if (changes.length === 0 || isBetterReadAnew(before, changes)) break;
    const next = await loadChanges(reader, before, changes);
    if (next) return { content: next.content, changed: next.hasNewVocabulary ? "all" : next.changed };
  }
  return { content: await loadEdition(reader), changed: "all" };
}

/** Others may publish while the changes are read, again and again. */
const MOST_ATTEMPTS = 10;
/** So few cases are read at once anyway. */
const FEW_CASES = 1_000;

/** Replaced cases and evidence stay in their columns until all is read again. */
function isBetterReadAnew({ columns, evidenceCount }: EditionContent, changes: readonly Change[]): boolean {
  const [rows, evidenceRows] = [columns.facts.columns.rowCount(), columns.evidence.rowCount()];
  if (columns.size < FEW_CASES && rows + evidenceRows < FEW_ROWS) return false;
  return changes.length > columns.size / 4 || rows > 2 * columns.size || evidenceRows > 2 * evidenceCount;
}

const FEW_ROWS = 100_000;
