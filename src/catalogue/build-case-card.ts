import {
  labelOf,
  numberOf,
  optionalLabel,
  optionalNumber,
  optionalText,
  optionalWord,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { publicId } from "../ids.js";
import { figureOf } from "./build-evidence-views.js";
import type { CaseCard } from "./case-card.js";
import type { RowsOfCase } from "./case-rows.js";
import { found } from "./found.js";
import type { TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The card of a published case out of its rows; nothing changes it afterwards. */
export function buildCaseCard(
  rows: RowsOfCase<"card">,
  towns: ReadonlyMap<string, TownView>,
  vocabulary: VocabularyIndex,
): CaseCard {
  return {
    ...headOf(rows, towns, vocabulary),
    indicators: rows.of("indicator").map((row) => figureOf(row, vocabulary)),
  };
}

/** What a card and a whole case have alike. */
export function headOf(
  { record, of }: RowsOfCase<"card">,
  towns: ReadonlyMap<string, TownView>,
  vocabulary: VocabularyIndex,
): Omit<CaseCard, "indicators"> {
  const categoryId = optionalText(record, "category_id");
  return {
    __typename: "Case",
    id: publicId("Case", textOf(record, "id")),
    slug: textOf(record, "slug"),
    kind: wordOf(record, "kind"),
    title: labelOf(record, "title"),
    summary: labelOf(record, "summary"),
    notice: optionalLabel(record, "notice"),
    town: found(towns, textOf(record, "town_id")),
    category: categoryId === null ? null : found(vocabulary.categories, categoryId),
    categoryBasis: optionalWord(record, "category_basis"),
    categoryReason: optionalLabel(record, "category_reason"),
    round: optionalNumber(record, "round"),
    tags: of("case_tag").map((row) => found(vocabulary.tags, textOf(row, "tag_id"))),
    practices: of("case_practice").map((row) => found(vocabulary.practices, textOf(row, "practice_id"))),
    problems: of("case_problem").map((row) => found(vocabulary.problems, textOf(row, "problem_id"))),
    revision: numberOf(record, "revision"),
    publishedAt: new Date(textOf(record, "published_at")),
    updatedAt: new Date(textOf(record, "updated_at")),
    lastVerifiedOn: optionalText(record, "last_verified_on"),
  };
}
