import type { Row } from "../database/reader.js";
import { textOf } from "../database/row-values.js";
import { parsePublicId } from "../ids.js";
import { buildCaseCard } from "./build-case-card.js";
import { buildCaseView } from "./build-case-view.js";
import { withTexts } from "./build-case-texts.js";
import type { CaseCard, CaseWithTexts } from "./case-card.js";
import { rowsOfCards, rowsOfCases, rowsOfTexts } from "./case-rows.js";
import { townViewsOf } from "./town-queries.js";
import type { CaseView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The answers to `caseQueries` as values. */
export function caseViewsOf(answers: readonly (readonly Row[])[], vocabulary: VocabularyIndex): CaseView[] {
  const { ofTowns, cases } = rowsOfCases(answers);
  const towns = townViewsOf(ofTowns, vocabulary);
  return cases.map((rows) => buildCaseView(rows, towns, vocabulary));
}

/** The answers to `cardQueries` as values; `towns` are theirs. */
export function caseCardsOf(
  answers: readonly (readonly Row[])[],
  towns: readonly TownView[],
  vocabulary: VocabularyIndex,
): CaseCard[] {
  const byRowId = byRowIdOf(towns);
  return rowsOfCards(answers).map((rows) => buildCaseCard(rows, byRowId, vocabulary));
}

/** The answers to `cardQueries` and `textQueries` as values. */
export function casesWithTextsOf(
  answers: readonly (readonly Row[])[],
  towns: readonly TownView[],
  vocabulary: VocabularyIndex,
): CaseWithTexts[] {
  const [records = [], indicators = [], links = [], ...ofTexts] = answers;
  const byRowId = byRowIdOf(towns);
  const textsOf = rowsOfTexts(ofTexts);
  return rowsOfCards([records, indicators, links]).map((rows) => {
    const { record } = rows;
    return withTexts(buildCaseCard(rows, byRowId, vocabulary), record, textsOf(textOf(record, "id")));
  });
}

const byRowIdOf = (towns: readonly TownView[]): ReadonlyMap<string, TownView> =>
  new Map(towns.map((town) => [parsePublicId(town.id)?.rowId ?? "", town]));
