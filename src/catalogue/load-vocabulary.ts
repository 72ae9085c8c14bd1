import { publicId } from "../ids.js";
import type { Query, Row } from "../database/reader.js";
import {
  flagOf,
  rowsBy,
  rowsInOrderOf,
  labelOf,
  numberOf,
  optionalLabel,
  optionalText,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { found } from "./found.js";
import type { Growing } from "./growing.js";
import { programmeOf, programmeQueries } from "./load-programme.js";
import type {
  CategoryView,
  GlossaryTermView,
  IndustryView,
  MeasureView,
  NamedKeyView,
  PracticeView,
  RegionView,
  SourceView,
  UnitView,
  Vocabulary,
} from "./vocabulary-views.js";

/** The answers to `vocabularyQueries` as linked values: the vocabularies and the programme. */
export function vocabularyOf(answers: readonly (readonly Row[])[]): Vocabulary {
  const rows = Object.fromEntries(names.map((name, index) => [name, answers[index] ?? []])) as Record<
    keyof typeof queries,
    readonly Row[]
  >;

  const sources = byId(rowsInOrderOf(rows.sources, "key"), sourceOf);
  const units = byId(rowsInOrderOf(rows.units, "code"), unitOf);
  const measures = byId(rows.measures, (row) => measureOf(row, units));
  const wordings = rowsBy(rows.wordings, "category_id");
  const categories = byId(rows.categories, (row) => categoryOf(row, wordings, sources));
  const conditions = rowsBy(rows.conditions, "practice_id");
  const practices = byId(rows.practices, (row) => practiceOf(row, conditions));
  const regions = regionsOf(rows.regions);
  const industries = byId(rows.industries, industryOf);
  const problems = byId(rows.problems, namedKeyOf);
  const tags = byId(rows.tags, namedKeyOf);
  const { programme, documents, themes, corrections } = programmeOf(rows, { sources, units, regions });
  return {
    categories: [...categories.values()],
    regions: [...regions.values()],
    industries: [...industries.values()],
    problems: [...problems.values()],
    tags: [...tags.values()],
    units: [...units.values()],
    measures: [...measures.values()],
    practices: [...practices.values()],
    sources: [...sources.values()],
    glossary: glossaryOf(rows.glossaryTerms, rows.glossaryWordings),
    programme,
    byRowId: {
      ...{ categories, regions, industries, problems, tags, measures, practices, sources },
      ...{ documents, themes, corrections },
    },
    ownSources: new Set([
      ...[...categories.values()].flatMap(({ namesAsPublished }) =>
        namesAsPublished.map(({ source }) => source),
      ),
      ...Object.values(programme).flatMap((some: readonly object[]) =>
        some.flatMap((one) => ("sources" in one ? (one.sources as readonly SourceView[]) : [])),
      ),
    ]),
    byId: new Map(
      [
        ...[categories, regions, practices, sources, documents].flatMap((views) => [...views.values()]),
        ...programme.mechanisms,
        ...programme.events,
        ...programme.correctionStatistics,
        ...programme.statistics,
      ].map((view) => [view.id, view]),
    ),
  };
}

const queries = {
  sources: "SELECT * FROM source",
  units: "SELECT * FROM unit",
  measures: "SELECT * FROM measure ORDER BY position",
  categories: "SELECT * FROM category ORDER BY position",
  wordings: "SELECT * FROM category_wording ORDER BY category_id, position",
  regions: "SELECT * FROM region ORDER BY code IS NULL, code, key",
  industries: "SELECT * FROM industry ORDER BY position",
  problems: "SELECT * FROM problem ORDER BY position",
  tags: "SELECT * FROM tag ORDER BY position",
  practices: "SELECT * FROM practice ORDER BY position",
  conditions: "SELECT * FROM practice_condition ORDER BY practice_id, position",
  glossaryTerms: "SELECT * FROM glossary_term ORDER BY position",
  glossaryWordings: "SELECT * FROM glossary_wording ORDER BY term_id, locale, position",
  ...programmeQueries,
} as const;

const names = Object.keys(queries) as (keyof typeof queries)[];

/** To be asked in one snapshot. */
export const vocabularyQueries: readonly Query[] = names.map((name) => ({ text: queries[name] }));

function byId<View>(rows: readonly Row[], view: (row: Row) => View): ReadonlyMap<string, View> {
  return new Map(rows.map((row) => [textOf(row, "id"), view(row)]));
}

function sourceOf(row: Row): SourceView {
  return {
    __typename: "Source",
    id: publicId("Source", textOf(row, "id")),
    key: textOf(row, "key"),
    title: textOf(row, "title"),
    titleIsOurs: flagOf(row, "title_is_ours"),
    publisher: textOf(row, "publisher"),
    published: optionalText(row, "published"),
    language: textOf(row, "language"),
    url: optionalText(row, "url"),
    isRepost: flagOf(row, "is_repost"),
    note: optionalLabel(row, "note"),
  };
}

const unitOf = (row: Row): UnitView => ({ code: textOf(row, "code"), name: labelOf(row, "name") });

const namedKeyOf = (row: Row): NamedKeyView => ({ key: textOf(row, "key"), name: labelOf(row, "name") });

function industryOf(row: Row): IndustryView {
  return { ...namedKeyOf(row), isTraditional: flagOf(row, "is_traditional") };
}

function glossaryOf(terms: readonly Row[], wordings: readonly Row[]): GlossaryTermView[] {
  const wordingsOf = rowsBy(wordings, "term_id");
  return terms.map((term) => {
    const own = wordingsOf.get(textOf(term, "id")) ?? [];
    const inLocale = (locale: string): string[] =>
      own.filter((wording) => wording.locale === locale).map((wording) => textOf(wording, "text"));
    return { zh: inLocale("ZH"), en: inLocale("EN"), note: optionalLabel(term, "note") };
  });
}

function measureOf(row: Row, units: ReadonlyMap<string, UnitView>): MeasureView {
  return { ...namedKeyOf(row), unit: found(units, textOf(row, "unit_id")) };
}

function categoryOf(
  row: Row,
  wordings: ReadonlyMap<string, readonly Row[]>,
  sources: ReadonlyMap<string, SourceView>,
): CategoryView {
  const id = textOf(row, "id");
  return {
    __typename: "Category",
    id: publicId("Category", id),
    key: wordOf(row, "key"),
    position: numberOf(row, "position"),
    name: labelOf(row, "name"),
    definition: labelOf(row, "definition"),
    namesAsPublished: (wordings.get(id) ?? []).map((wording) => ({
      text: textOf(wording, "text"),
      language: textOf(wording, "language"),
      source: found(sources, textOf(wording, "source_id")),
    })),
  };
}

function practiceOf(row: Row, conditions: ReadonlyMap<string, readonly Row[]>): PracticeView {
  const id = textOf(row, "id");
  return {
    __typename: "Practice",
    id: publicId("Practice", id),
    slug: textOf(row, "slug"),
    name: labelOf(row, "name"),
    description: labelOf(row, "description"),
    conditions: (conditions.get(id) ?? []).map((condition) => labelOf(condition, "text")),
  };
}

/** The division tree: each region knows its parent and its parts. */
function regionsOf(rows: readonly Row[]): ReadonlyMap<string, RegionView> {
  const regions = new Map<string, Growing<RegionView> & { children: RegionView[] }>(
    rows.map((row) => [
      textOf(row, "id"),
      {
        __typename: "Region",
        id: publicId("Region", textOf(row, "id")),
        key: textOf(row, "key"),
        code: optionalText(row, "code"),
        level: wordOf(row, "level"),
        name: labelOf(row, "name"),
        parent: null,
        children: [],
      },
    ]),
  );
  for (const row of rows) {
    const parentId = optionalText(row, "parent_id");
    if (parentId === null) continue;
    const [region, parent] = [found(regions, textOf(row, "id")), found(regions, parentId)];
    region.parent = parent;
    parent.children.push(region);
  }
  return regions;
}
