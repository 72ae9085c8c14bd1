import { LRUCache } from "lru-cache";
import type { CacheReading } from "../cache-reading.js";
import { MAX_IN_LIST, type Reader } from "../database/reader.js";
import { pausing } from "../event-loop.js";
import { parsePublicId } from "../ids.js";
import { inChunks } from "../in-chunks.js";
import { hasTexts, isWhole, type CaseCard, type CaseWithTexts } from "./case-card.js";
import {
  loadCards,
  loadCases,
  loadCasesWithTexts,
  loadTowns,
  type EditionWords,
  type Loaded,
  type LoadParts,
} from "./load-views.js";
import { bytesOf } from "./view-weight.js";
import type { CaseView, TownView } from "./views.js";

/** Case and town values, loaded in batches when first asked for: cases are kept up to a number of bytes, and some towns. */
export interface ViewCache {
  cases(ids: readonly (string | null)[], words: EditionWords): Promise<(CaseView | null)[]>;
  /** A case that is here with more is its own card. */
  cards(cases: readonly (CaseAndTown | null)[], words: EditionWords): Promise<(CaseCard | null)[]>;
  withTexts(cases: readonly (CaseAndTown | null)[], words: EditionWords): Promise<(CaseWithTexts | null)[]>;
  towns(ids: readonly (string | null)[], words: EditionWords): Promise<(TownView | null)[]>;
  /** From now on values of this revision are kept; these cases, or all, are dropped, and all towns. */
  advance(contentRevision: number, changed: readonly string[] | "all"): void;
  /** Of the case values, which are the many. */
  reading(): CacheReading;
}

/** Public ids. */
export interface CaseAndTown {
  readonly id: string;
  readonly townId: string;
}

export function createViewCache(reader: Reader, maxBytes: number): ViewCache {
  const cases = new LRUCache<string, CaseCard>({ maxSize: maxBytes, sizeCalculation: bytesOf });
  const towns = new LRUCache<string, TownView>({ max: 10_000 });
  let keptRevision = 0;
  let [hits, misses] = [0, 0];

  // Of another moment than what is kept, a value is good for this request only.
  const keep = <View extends { readonly id: string }>(
    cache: LRUCache<string, View>,
    { views, isOfEdition }: Loaded<View>,
    { contentRevision }: EditionWords,
  ): void => {
    if (isOfEdition && contentRevision === keptRevision) for (const view of views) cache.set(view.id, view);
  };
  const keptAs =
    <View extends CaseCard>(isEnough: (kept: CaseCard) => kept is View) =>
    (id: string): View | undefined => {
      const kept = cases.get(id);
      return kept && isEnough(kept) ? kept : undefined;
    };
  const loadMissingCases = async (ids: readonly string[], words: EditionWords) => {
    const loaded = await loadCases(reader, rowIdsOf(ids), words);
    keep(cases, loaded, words);
    return loaded.views;
  };
  const loadMissingTowns = async (ids: readonly string[], words: EditionWords) => {
    const loaded = await loadTowns(reader, rowIdsOf(ids), words);
    keep(towns, loaded, words);
    return loaded.views;
  };
  const loadMissingParts = async <View extends CaseCard>(
    load: LoadParts<View>,
    ids: readonly string[],
    words: EditionWords,
    townOf: TownOf,
  ) => {
    const townIds = [...new Set(ids.map(townOf))];
    const known = townIds.flatMap((id) => towns.get(id) ?? []);
    const unknownRowIds = rowIdsOf(townIds.filter((id) => !towns.has(id)));
    const loaded = await load(reader, rowIdsOf(ids), { known, unknownRowIds }, words);
    // Meanwhile somebody may have read more of it.
    keep(
      cases,
      { ...loaded, views: loaded.views.filter((view) => isMore(view, cases.peek(view.id))) },
      words,
    );
    keep(towns, { ...loaded, views: loaded.towns }, words);
    return loaded.views;
  };
  const counted = <View>(get: (id: string) => View | undefined) => {
    return (id: string): View | undefined => {
      const view = get(id);
      if (view === undefined) misses += 1;
      else hits += 1;
      return view;
    };
  };

  const partsBy =
    <View extends CaseCard>(isEnough: (kept: CaseCard) => kept is View, load: LoadParts<View>) =>
    (asked: readonly (CaseAndTown | null)[], words: EditionWords): Promise<(View | CaseView | null)[]> => {
      const townIds = new Map(asked.map((one) => [one?.id, one?.townId]));
      return inOrder<View | CaseView>(
        asked.map((one) => one?.id ?? null),
        counted(keptAs(isEnough)),
        (missing) => loadMissingParts(load, missing, words, (id) => townIds.get(id) ?? ""),
      );
    };

  return {
    cases: (ids, words) =>
      inOrder(ids, counted(keptAs(isWhole)), (missing) => loadMissingCases(missing, words)),
    cards: partsBy(isThere, loadCards),
    withTexts: partsBy(hasTexts, loadCasesWithTexts),
    towns: (ids, words) =>
      inOrder(
        ids,
        (id) => towns.get(id),
        (missing) => loadMissingTowns(missing, words),
      ),
    advance(contentRevision, changed) {
      keptRevision = contentRevision;
      if (changed === "all") cases.clear();
      else for (const id of changed) cases.delete(id);
      towns.clear();
    },
    reading: () => ({ hits, misses, entries: cases.size, bytes: cases.calculatedSize, maxBytes }),
  };
}

type TownOf = (caseId: string) => string;

const isThere = (kept: CaseCard | undefined): kept is CaseCard => kept !== undefined;

function isMore(view: CaseCard, than: CaseCard | undefined): boolean {
  if (than === undefined) return true;
  return hasTexts(view) && !hasTexts(than);
}

/** What is kept, and the rest loaded, as many at a time as one list takes; null for what is not there. */
async function inOrder<View extends { readonly id: string }>(
  ids: readonly (string | null)[],
  kept: (id: string) => View | undefined,
  load: (missing: readonly string[]) => Promise<readonly View[]>,
): Promise<(View | null)[]> {
  const views = new Map<string, View>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const view = id === null ? undefined : kept(id);
    if (view !== undefined) views.set(view.id, view);
    else if (id !== null) missing.push(id);
  }
  const pause = pausing();
  for (const some of inChunks(missing, MAX_IN_LIST)) {
    for (const view of await load(some)) views.set(view.id, view);
    // SQLite answers without one.
    await pause();
  }
  return ids.map((id) => (id === null ? null : (views.get(id) ?? null)));
}

const rowIdsOf = (ids: readonly string[]): string[] => ids.flatMap((id) => parsePublicId(id)?.rowId ?? []);
