import type { Row } from "../database/reader.js";
import { buildCaseView } from "./build-case-view.js";
import { rowsOfCases } from "./case-rows.js";
import { townViewsOf } from "./town-queries.js";
import type { CaseView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The answers to `caseQueries` as values. */
export function caseViewsOf(answers: readonly (readonly Row[])[], vocabulary: VocabularyIndex): CaseView[] {
  const { ofTowns, cases } = rowsOfCases(answers);
  const towns = townViewsOf(ofTowns, vocabulary);
  return cases.map((rows) => buildCaseView(rows, towns, vocabulary));
}
