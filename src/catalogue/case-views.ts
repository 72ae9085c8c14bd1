import type { Row } from "../database/reader.js";
import { parsePublicId } from "../ids.js";
import { buildCaseCard } from "./build-case-card.js";
import { buildCaseView } from "./build-case-view.js";
import type { CaseCard } from "./case-card.js";
import { rowsOfCards, rowsOfCases } from "./case-rows.js";
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
  const byRowId = new Map(towns.map((town) => [parsePublicId(town.id)?.rowId ?? "", town]));
  return rowsOfCards(answers).map((rows) => buildCaseCard(rows, byRowId, vocabulary));
}
