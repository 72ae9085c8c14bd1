import { LRUCache } from "lru-cache";
import { inList, MAX_IN_LIST, type Reader } from "../database/reader.js";
import { parsePublicId } from "../ids.js";
import { buildCaseView } from "./build-case-view.js";
import { caseQueries } from "./case-queries.js";
import { rowsOfCases } from "./case-rows.js";
import { townQueries, townViewsOf } from "./town-queries.js";
import type { CaseView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** Case and town values, loaded in batches when first asked for and kept up to a number of bytes. */
export interface ViewCache {
  cases(ids: readonly (string | null)[], vocabulary: VocabularyIndex): Promise<(CaseView | null)[]>;
  towns(ids: readonly (string | null)[], vocabulary: VocabularyIndex): Promise<(TownView | null)[]>;
  /** Drops these cases, and all towns: a changed town has marked its cases. */
  forget(caseIds: readonly string[]): void;
}

export function createViewCache(reader: Reader, maxBytes: number): ViewCache {
  const cases = new LRUCache<string, CaseView>({ maxSize: maxBytes, sizeCalculation: bytesOf });
  const towns = new LRUCache<string, TownView>({ max: 10_000 });
  let generation = 0;

  const cached = async <View extends object>(
    cache: LRUCache<string, View>,
    ids: readonly (string | null)[],
    load: (rowIds: readonly string[]) => Promise<readonly View[]>,
    idOf: (view: View) => string,
  ): Promise<(View | null)[]> => {
    const views = new Map<string, View>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const view = id === null ? undefined : cache.get(id);
      if (view !== undefined) views.set(idOf(view), view);
      else if (id !== null) missing.push(id);
    }
    const before = generation;
    for (let start = 0; start < missing.length; start += MAX_IN_LIST) {
      const rowIds = missing
        .slice(start, start + MAX_IN_LIST)
        .flatMap((id) => parsePublicId(id)?.rowId ?? []);
      for (const view of await load(rowIds)) {
        views.set(idOf(view), view);
        // Loaded across a refresh, it may already be old: good for this request, not for keeping.
        if (generation === before) cache.set(idOf(view), view);
      }
    }
    return ids.map((id) => (id === null ? null : (views.get(id) ?? null)));
  };

  return {
    cases: (ids, vocabulary) =>
      cached(
        cases,
        ids,
        (rowIds) => loadCases(reader, rowIds, vocabulary),
        ({ id }) => id,
      ),
    towns: (ids, vocabulary) =>
      cached(
        towns,
        ids,
        (rowIds) => loadTowns(reader, rowIds, vocabulary),
        ({ id }) => id,
      ),
    forget(caseIds) {
      generation += 1;
      for (const id of caseIds) cases.delete(id);
      towns.clear();
    },
  };
}

async function loadCases(
  reader: Reader,
  rowIds: readonly string[],
  vocabulary: VocabularyIndex,
): Promise<CaseView[]> {
  const answers = await reader.snapshot(caseQueries(rowIds));
  const towns = townViewsOf(answers.slice(5), vocabulary);
  return rowsOfCases(answers).map((rows) => buildCaseView(rows, towns, vocabulary));
}

async function loadTowns(
  reader: Reader,
  rowIds: readonly string[],
  vocabulary: VocabularyIndex,
): Promise<TownView[]> {
  const { text, parameters } = inList(rowIds);
  const answers = await reader.snapshot(townQueries(`SELECT id FROM town WHERE id IN ${text}`, parameters));
  return [...townViewsOf(answers, vocabulary).values()];
}

/** Two bytes a character of text, and the objects around it, roughly. */
function bytesOf(view: CaseView): number {
  const narratives = view.sections.flatMap((section) => section.narratives);
  const characters =
    narratives.reduce((sum, { text }) => sum + text.length, 0) +
    view.evidence.reduce((sum, { statement }) => sum + statement.zh.length + statement.en.length, 0);
  const indicators = view.evidence.reduce((sum, { indicators: some }) => sum + some.length, 0);
  return 4_000 + 2 * characters + 600 * view.evidence.length + 400 * indicators + 300 * narratives.length;
}
