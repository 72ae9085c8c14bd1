import { LRUCache } from "lru-cache";
import type { CacheReading } from "../cache-reading.js";
import { contentRevisionOf, contentRevisionQuery } from "../database/outbox.js";
import { inList, MAX_IN_LIST, type Query, type Reader, type Row } from "../database/reader.js";
import { parsePublicId } from "../ids.js";
import { caseQueries } from "./case-queries.js";
import { caseViewsOf } from "./case-views.js";
import { vocabularyOf, vocabularyQueries } from "./load-vocabulary.js";
import { townQueries, townViewsOf } from "./town-queries.js";
import type { CaseView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** What an edition asks with: its vocabulary, and the revision that this vocabulary is of. */
export interface EditionWords {
  readonly contentRevision: number;
  readonly vocabulary: VocabularyIndex;
}

/** Case and town values, loaded in batches when first asked for and kept up to a number of bytes. */
export interface ViewCache {
  cases(ids: readonly (string | null)[], words: EditionWords): Promise<(CaseView | null)[]>;
  towns(ids: readonly (string | null)[], words: EditionWords): Promise<(TownView | null)[]>;
  /** From now on values of this revision are kept; these cases, or all, are dropped, and all towns. */
  advance(contentRevision: number, changed: readonly string[] | "all"): void;
  /** Of the case values, which are the many. */
  reading(): CacheReading;
}

export function createViewCache(reader: Reader, maxBytes: number): ViewCache {
  const cases = new LRUCache<string, CaseView>({ maxSize: maxBytes, sizeCalculation: bytesOf });
  const towns = new LRUCache<string, TownView>({ max: 10_000 });
  let keptRevision = 0;
  const counts = { case: { hits: 0, misses: 0 }, town: { hits: 0, misses: 0 } };

  const cached = async <View extends { readonly id: string }>(
    cache: LRUCache<string, View>,
    ids: readonly (string | null)[],
    words: EditionWords,
    kind: ViewKind<View>,
  ): Promise<(View | null)[]> => {
    const views = new Map<string, View>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const view = id === null ? undefined : cache.get(id);
      if (view !== undefined) views.set(view.id, view);
      else if (id !== null) missing.push(id);
    }
    counts[kind.name].hits += views.size;
    counts[kind.name].misses += missing.length;
    for (let start = 0; start < missing.length; start += MAX_IN_LIST) {
      const rowIds = missing
        .slice(start, start + MAX_IN_LIST)
        .flatMap((id) => parsePublicId(id)?.rowId ?? []);
      const loaded = await load(reader, kind, rowIds, words);
      for (const view of loaded.views) {
        views.set(view.id, view);
        // Of another moment than what is kept, it is good for this request only.
        if (loaded.contentRevision === keptRevision) cache.set(view.id, view);
      }
    }
    return ids.map((id) => (id === null ? null : (views.get(id) ?? null)));
  };

  return {
    cases: (ids, words) => cached(cases, ids, words, caseKind),
    towns: (ids, words) => cached(towns, ids, words, townKind),
    advance(contentRevision, changed) {
      keptRevision = contentRevision;
      if (changed === "all") cases.clear();
      else for (const id of changed) cases.delete(id);
      towns.clear();
    },
    reading: () => ({
      ...counts.case,
      ...{ entries: cases.size, bytes: cases.calculatedSize, maxBytes },
    }),
  };
}

/** How one kind of value is asked for and built. */
interface ViewKind<View> {
  readonly name: "case" | "town";
  readonly queries: (rowIds: readonly string[]) => Query[];
  readonly build: (answers: readonly (readonly Row[])[], vocabulary: VocabularyIndex) => View[];
}

const caseKind: ViewKind<CaseView> = {
  name: "case",
  queries: caseQueries,
  build: caseViewsOf,
};

const townKind: ViewKind<TownView> = {
  name: "town",
  queries(rowIds) {
    const { text, parameters } = inList(rowIds);
    return townQueries(`SELECT id FROM town WHERE id IN ${text}`, parameters);
  },
  build: (answers, vocabulary) => [...townViewsOf(answers, vocabulary).values()],
};

/** Rows of a later revision than the edition's may name words that its vocabulary lacks: then these are read too. */
async function load<View>(
  reader: Reader,
  kind: ViewKind<View>,
  rowIds: readonly string[],
  words: EditionWords,
): Promise<{ readonly views: readonly View[]; readonly contentRevision: number }> {
  const queries = kind.queries(rowIds);
  const [state = [], ...answers] = await reader.snapshot([contentRevisionQuery, ...queries]);
  const contentRevision = contentRevisionOf(state);
  if (contentRevision === words.contentRevision) {
    return { views: kind.build(answers, words.vocabulary), contentRevision };
  }
  const both = await reader.snapshot([...queries, ...vocabularyQueries]);
  const vocabulary = vocabularyOf(both.slice(queries.length)).byRowId;
  return { views: kind.build(both.slice(0, queries.length), vocabulary), contentRevision: NEVER_KEPT };
}

const NEVER_KEPT = -1;

/** Two bytes a character of text, and the objects around it, roughly. */
function bytesOf(view: CaseView): number {
  const narratives = view.sections.flatMap((section) => section.narratives);
  const characters =
    narratives.reduce((sum, { text }) => sum + text.length, 0) +
    view.evidence.reduce((sum, { statement }) => sum + statement.zh.length + statement.en.length, 0);
  const indicators = view.evidence.reduce((sum, { indicators: some }) => sum + some.length, 0);
  return 4_000 + 2 * characters + 600 * view.evidence.length + 400 * indicators + 300 * narratives.length;
}
