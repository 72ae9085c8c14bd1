import { MAX_IN_LIST, type Reader } from "../database/reader.js";
import type { Change, ChangeLog } from "../database/change-log.js";
import { publicId } from "../ids.js";
import type { CaseFacts } from "./case-facts.js";
import { buildColumns, type CaseColumns } from "./columns.js";
import { loadCaseFacts } from "./load-facts.js";
import { loadVocabulary } from "./load-vocabulary.js";
import { townsOf, type TownEntry } from "./towns.js";
import { createViewCache, type ViewCache } from "./view-cache.js";
import type { CaseView, TownView } from "./views.js";
import type { Vocabulary } from "./vocabulary-views.js";

/** What is published at one content revision. Immutable: a request holds one edition from start to end. */
export interface Edition {
  readonly contentRevision: number;
  readonly vocabulary: Vocabulary;
  readonly columns: CaseColumns;
  /** By pinyin of their names. */
  readonly towns: readonly TownEntry[];
  /** In the order of the ids; null for what is not published (any more). */
  cases(ids: readonly string[]): Promise<(CaseView | null)[]>;
  townViews(ids: readonly string[]): Promise<(TownView | null)[]>;
  /** The published case that a piece of evidence or a section belongs to. */
  caseHolding(type: "Evidence" | "Section", rowId: string): Promise<CaseView | null>;
}

export interface Catalogue {
  current(): Edition;
  /** Catches up with the database. True when there was something new. */
  refresh(): Promise<boolean>;
}

export interface CatalogueOptions {
  readonly reader: Reader;
  readonly changeLog: ChangeLog;
  /** Bytes that the cache of case values may hold. */
  readonly cacheBytes: number;
}

/** Opens the catalogue at the database's present revision. */
export async function openCatalogue({ reader, changeLog, cacheBytes }: CatalogueOptions): Promise<Catalogue> {
  const contentRevision = await changeLog.contentRevision();
  const vocabulary = await loadVocabulary(reader);
  const facts = await loadCaseFacts(reader, vocabulary);
  const views = createViewCache(reader, cacheBytes);
  let edition = editionOf(reader, contentRevision, vocabulary, facts, views);
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<boolean> => {
    if ((await changeLog.contentRevision()) === edition.contentRevision) return false;
    const changes = await changeLog.changesAfter(edition.contentRevision, Number.MAX_SAFE_INTEGER);
    edition = await nextEdition(reader, edition, changes, views);
    return true;
  };
  return {
    current: () => edition,
    refresh() {
      const next = last.then(refresh);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function nextEdition(
  reader: Reader,
  before: Edition,
  changes: readonly Change[],
  views: ViewCache,
): Promise<Edition> {
  const contentRevision = changes.at(-1)?.contentRevision ?? before.contentRevision;
  const changed = changes.filter(({ kind }) => kind === "case").map(({ rowId }) => rowId);
  const hasNewWords = changes.some(({ kind }) => kind !== "case");
  const vocabulary = hasNewWords ? await loadVocabulary(reader) : before.vocabulary;
  const facts = hasNewWords
    ? await loadCaseFacts(reader, vocabulary)
    : await withChanged(reader, vocabulary, before.columns.facts, changed);
  views.forget(changed.map((rowId) => publicId("Case", rowId)));
  return editionOf(reader, contentRevision, vocabulary, facts, views);
}

async function withChanged(
  reader: Reader,
  vocabulary: Vocabulary,
  before: readonly CaseFacts[],
  rowIds: readonly string[],
): Promise<CaseFacts[]> {
  const changed = [...new Set(rowIds)];
  const ids = new Set(changed.map((rowId) => publicId("Case", rowId)));
  const fresh: CaseFacts[] = [];
  for (let start = 0; start < changed.length; start += MAX_IN_LIST) {
    fresh.push(...(await loadCaseFacts(reader, vocabulary, changed.slice(start, start + MAX_IN_LIST))));
  }
  return [...before.filter(({ id }) => !ids.has(id)), ...fresh];
}

function editionOf(
  reader: Reader,
  contentRevision: number,
  vocabulary: Vocabulary,
  facts: readonly CaseFacts[],
  views: ViewCache,
): Edition {
  const columns = buildColumns(facts);
  const towns = townsOf(columns);
  const publishedTowns = new Set(towns.map(({ id }) => id));
  const cases: Edition["cases"] = (ids) =>
    views.cases(
      ids.map((id) => (columns.ordinalOf(id) === undefined ? null : id)),
      vocabulary.byRowId,
    );
  return {
    contentRevision,
    vocabulary,
    columns,
    towns,
    cases,
    townViews: (ids) =>
      views.towns(
        ids.map((id) => (publishedTowns.has(id) ? id : null)),
        vocabulary.byRowId,
      ),
    async caseHolding(type, rowId) {
      const table = type === "Evidence" ? "evidence" : "section";
      const [rows] = await reader.snapshot([
        { text: `SELECT case_id FROM ${table} WHERE id = ?`, parameters: [rowId] },
      ]);
      const caseId = rows?.[0]?.case_id;
      const [view] = caseId === undefined ? [] : await cases([publicId("Case", String(caseId))]);
      return view ?? null;
    },
  };
}
