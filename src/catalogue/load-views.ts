import { contentRevisionOf, contentRevisionQuery } from "../database/outbox.js";
import type { CasePart } from "../database/bundle.js";
import { inList, type Query, type Reader, type Row } from "../database/reader.js";
import type { CaseCard, CaseWithTexts } from "./case-card.js";
import { bundleQuery, caseQueries } from "./case-queries.js";
import { caseCardsOf, casesWithTextsOf, caseViewsOf, type BuildParts } from "./case-views.js";
import { vocabularyOf, vocabularyQueries } from "./load-vocabulary.js";
import { townQuery, townViewsOf } from "./town-queries.js";
import type { CaseView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** What an edition asks with: its vocabulary, and the revision that this vocabulary is of. */
export interface EditionWords {
  readonly contentRevision: number;
  readonly vocabulary: VocabularyIndex;
}

/** Values and whether they are of the edition's revision, or of a later one. */
export interface Loaded<View> {
  readonly views: readonly View[];
  readonly isOfEdition: boolean;
}

/** Values by their row ids, at most as many as one list takes; what is not published is left out. */
export type LoadViews<View> = (
  reader: Reader,
  rowIds: readonly string[],
  words: EditionWords,
) => Promise<Loaded<View>>;

export const loadCases: LoadViews<CaseView> = (reader, rowIds, words) =>
  load(reader, caseQueries(rowIds), caseViewsOf, words);

export const loadTowns: LoadViews<TownView> = (reader, rowIds, words) =>
  load(
    reader,
    [townsAmong(rowIds)],
    ([bundles = []], known) => [...townViewsOf(bundles, known).values()],
    words,
  );

function townsAmong(rowIds: readonly string[]): Query {
  const { text, parameters } = inList(rowIds);
  return townQuery(text, parameters);
}

export interface LoadedWithTowns<View> extends Loaded<View> {
  readonly towns: readonly TownView[];
}

/** Less than whole cases by their row ids, and those of their towns that are not known yet. */
export type LoadParts<View extends CaseCard> = (
  reader: Reader,
  rowIds: readonly string[],
  towns: { readonly known: readonly TownView[]; readonly unknownRowIds: readonly string[] },
  words: EditionWords,
) => Promise<LoadedWithTowns<View | CaseView>>;

export const loadCards: LoadParts<CaseCard> = partsLoader(["card"], caseCardsOf);

export const loadCasesWithTexts: LoadParts<CaseWithTexts> = partsLoader(["card", "texts"], casesWithTextsOf);

function partsLoader<View extends CaseCard>(
  parts: readonly CasePart[],
  build: BuildParts<View>,
): LoadParts<View> {
  return async (reader, rowIds, { known, unknownRowIds }, words) => {
    const ofTowns = unknownRowIds.length === 0 ? [] : [townsAmong(unknownRowIds)];
    const [state = [], bundles = [], townBundles = []] = await reader.snapshot([
      contentRevisionQuery,
      bundleQuery(rowIds, parts),
      ...ofTowns,
    ]);
    if (contentRevisionOf(state) !== words.contentRevision) {
      return { ...(await loadCases(reader, rowIds, words)), towns: [] };
    }
    const towns = [...townViewsOf(townBundles, words.vocabulary).values()];
    const views = build(bundles, [...known, ...towns], words.vocabulary);
    return { views, towns, isOfEdition: true };
  };
}

/** Rows of a later revision than the edition's may name words that its vocabulary lacks: then these are read too. */
async function load<View>(
  reader: Reader,
  queries: readonly Query[],
  build: (answers: readonly (readonly Row[])[], vocabulary: VocabularyIndex) => View[],
  words: EditionWords,
): Promise<Loaded<View>> {
  const [state = [], ...answers] = await reader.snapshot([contentRevisionQuery, ...queries]);
  if (contentRevisionOf(state) === words.contentRevision) {
    return { views: build(answers, words.vocabulary), isOfEdition: true };
  }
  const both = await reader.snapshot([...queries, ...vocabularyQueries]);
  const vocabulary = vocabularyOf(both.slice(queries.length)).byRowId;
  return { views: build(both.slice(0, queries.length), vocabulary), isOfEdition: false };
}
