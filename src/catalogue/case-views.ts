import type { Row } from "../database/reader.js";
import { textOf } from "../database/row-values.js";
import { parsePublicId } from "../ids.js";
import { buildCaseCard } from "./build-case-card.js";
import { withTexts } from "./build-case-texts.js";
import { buildCaseView } from "./build-case-view.js";
import type { CaseCard, CaseWithTexts } from "./case-card.js";
import { rowsOfCase } from "./case-rows.js";
import { townViewsOf } from "./town-queries.js";
import type { CaseView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The answers to `caseQueries` as values. */
export function caseViewsOf(
  [bundles = [], otherTowns = [], ofTowns = []]: readonly (readonly Row[])[],
  vocabulary: VocabularyIndex,
): CaseView[] {
  const towns = townViewsOf(ofTowns, vocabulary);
  const slugs = new Map(otherTowns.map((row) => [textOf(row, "id"), textOf(row, "slug")]));
  return bundles.map((bundle) => buildCaseView(rowsOfCase(bundle), towns, slugs, vocabulary));
}

/** Bundles as values; `towns` are theirs. */
export type BuildParts<View extends CaseCard> = (
  bundles: readonly Row[],
  towns: readonly TownView[],
  vocabulary: VocabularyIndex,
) => View[];

/** Of the part `card`. */
export const caseCardsOf: BuildParts<CaseCard> = (bundles, towns, vocabulary) => {
  const byRowId = byRowIdOf(towns);
  return bundles.map((bundle) => buildCaseCard(rowsOfCase(bundle), byRowId, vocabulary));
};

/** Of the parts `card` and `texts`. */
export const casesWithTextsOf: BuildParts<CaseWithTexts> = (bundles, towns, vocabulary) => {
  const byRowId = byRowIdOf(towns);
  return bundles.map((bundle) => {
    const rows = rowsOfCase<"card" | "texts">(bundle);
    return withTexts(buildCaseCard(rows, byRowId, vocabulary), rows);
  });
};

const byRowIdOf = (towns: readonly TownView[]): ReadonlyMap<string, TownView> =>
  new Map(towns.map((town) => [parsePublicId(town.id)?.rowId ?? "", town]));
