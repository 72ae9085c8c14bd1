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
import type { CaseHead, RowsOfCard } from "./case-rows.js";
import { found } from "./found.js";
import type { TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The card of a published case out of its rows; nothing changes it afterwards. */
export function buildCaseCard(
  rows: RowsOfCard,
  towns: ReadonlyMap<string, TownView>,
  vocabulary: VocabularyIndex,
): CaseCard {
  return {
    ...headOf(rows, towns, vocabulary),
    indicators: rows.indicators.map((row) => figureOf(row, vocabulary)),
  };
}

/** What a card and a whole case have alike. */
export function headOf(
  { record, links }: CaseHead,
  towns: ReadonlyMap<string, TownView>,
  vocabulary: VocabularyIndex,
): Omit<CaseCard, "indicators"> {
  const categoryId = optionalText(record, "category_id");
  const linked = <View>(kind: string, views: ReadonlyMap<string, View>): readonly View[] =>
    links(kind).map((link) => found(views, textOf(link, "target")));
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
    tags: linked("tag", vocabulary.tags),
    practices: linked("practice", vocabulary.practices),
    problems: linked("problem", vocabulary.problems),
    revision: numberOf(record, "revision"),
    publishedAt: new Date(textOf(record, "published_at")),
    updatedAt: new Date(textOf(record, "updated_at")),
    lastVerifiedOn: optionalText(record, "last_verified_on"),
  };
}
