import type { Query, Row } from "../database/reader.js";
import {
  numberOf,
  optionalNumber,
  optionalText,
  optionalWord,
  rowsBy,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { groupBy } from "../group-by.js";
import { publicId } from "../ids.js";
import type { CaseFacts, LoadedCase } from "./case-facts.js";
import { publishedAmong } from "./case-queries.js";
import { evidenceFactQueries, evidenceFactsOf } from "./load-evidence-facts.js";
import type { Point } from "./distance.js";
import { found } from "./found.js";
import type { Locale, SectionKind, TownStatusKind, WarningKind } from "../terms.js";
import { regionPath } from "./region-path.js";
import type { Vocabulary } from "./vocabulary-views.js";

/** Asks for what the columns need of the published cases among these row ids (at most 100). */
export function factQueries(rowIds: readonly string[]): Query[] {
  const { wanted, parameters } = publishedAmong(rowIds);
  return [
    {
      text: `
        SELECT case_record.*, town.slug AS town_slug, town.kind AS town_kind, town.region_id,
               town.name_zh AS town_name_zh, town.name_en AS town_name_en, town.latitude, town.longitude
        FROM case_record JOIN town ON town.id = case_record.town_id
        WHERE case_record.id IN (${wanted})`,
      parameters,
    },
    {
      text: factLinks.map((select) => `${select} IN (${wanted})`).join(" UNION ALL "),
      parameters: factLinks.flatMap(() => parameters),
    },
    ...evidenceFactQueries(wanted, parameters),
  ];
}

/** The answers to `factQueries`. */
export function loadedCasesOf(
  [records = [], links = [], ...ofEvidence]: readonly (readonly Row[])[],
  vocabulary: Vocabulary,
): LoadedCase[] {
  const linksOf = rowsBy(links, "case_id");
  const evidence = evidenceFactsOf(ofEvidence, vocabulary.byRowId);
  return records.map((record) => {
    const id = textOf(record, "id");
    const { evidence: own = [], sizes = {} } = evidence.get(id) ?? {};
    return { facts: { ...factsOf(record, linksOf.get(id) ?? [], vocabulary), sizes }, evidence: own };
  });
}

/** Many-valued facts in one shape: the case, the kind, the row id or word. */
const factLinks = [
  "SELECT case_id, 'practice' AS kind, practice_id AS value FROM case_practice WHERE case_id",
  "SELECT case_id, 'contradiction', practice_id FROM case_contradiction WHERE case_id",
  "SELECT case_id, 'problem', problem_id FROM case_problem WHERE case_id",
  "SELECT case_id, 'warningKind', kind FROM case_warning WHERE case_id",
  "SELECT case_id, 'tag', tag_id FROM case_tag WHERE case_id",
  "SELECT case_id, 'document', document_id FROM case_document WHERE case_id",
  "SELECT case_id, 'formerSlug', slug FROM case_former_slug WHERE case_id",
  "SELECT DISTINCT case_id, 'section', kind FROM section WHERE case_id",
  `SELECT DISTINCT section.case_id, 'missingLocale', wanted.locale
   FROM section CROSS JOIN (SELECT 'ZH' AS locale UNION ALL SELECT 'EN') AS wanted
   WHERE NOT EXISTS (SELECT 1 FROM narrative
     WHERE narrative.section_id = section.id AND narrative.locale = wanted.locale) AND section.case_id`,
  "SELECT DISTINCT case_id, 'measure', measure_id FROM indicator WHERE case_id",
  `SELECT case_id, 'source', source_id FROM (
     SELECT case_id, source_id FROM evidence UNION SELECT case_id, source_id FROM evidence_report
     UNION SELECT case_id, source_id FROM case_theme_source
     UNION SELECT case_id, source_id FROM case_warning_source
   ) AS named WHERE case_id`,
  `SELECT case_record.id, 'townSource', source_id FROM case_record
   JOIN town_status_source ON town_status_source.town_id = case_record.town_id WHERE case_record.id`,
  `SELECT case_record.id, 'townSource', source_id FROM case_record
   JOIN town_former_name ON town_former_name.town_id = case_record.town_id WHERE case_record.id`,
  `SELECT case_record.id, 'formerNameZh', name_zh FROM case_record
   JOIN town_former_name ON town_former_name.town_id = case_record.town_id WHERE case_record.id`,
  `SELECT case_record.id, 'formerNameEn', name_en FROM case_record
   JOIN town_former_name ON town_former_name.town_id = case_record.town_id WHERE case_record.id`,
  `SELECT case_record.id, 'industry', industry_id FROM case_record
   JOIN town_industry ON town_industry.town_id = case_record.town_id WHERE case_record.id`,
  `SELECT DISTINCT case_record.id, 'status', town_status.kind FROM case_record
   JOIN town_status ON town_status.town_id = case_record.town_id WHERE case_record.id`,
] as const;

function factsOf(
  record: Row,
  links: readonly Row[],
  vocabulary: Vocabulary,
): Omit<CaseFacts, "evidence" | "sizes"> {
  const { byRowId } = vocabulary;
  const categoryId = optionalText(record, "category_id");
  const category = categoryId === null ? null : found(byRowId.categories, categoryId);
  const regions = regionPath(found(byRowId.regions, textOf(record, "region_id")));
  const byKind = groupBy(links, ({ kind }) => kind);
  // Each once, and in an order that no database chooses.
  const words = <Word extends string>(kind: string): Word[] =>
    [...new Set((byKind.get(kind) ?? []).map((link) => textOf(link, "value") as Word))].sort();
  return {
    id: publicId("Case", textOf(record, "id")),
    slug: textOf(record, "slug"),
    formerSlugs: words("formerSlug"),
    kind: wordOf(record, "kind"),
    category: category?.key ?? null,
    categoryPosition: category?.position ?? Number.MAX_SAFE_INTEGER,
    categoryBasis: optionalWord(record, "category_basis"),
    province: regions.at(-1)?.key ?? "",
    regions: regions.map(({ key }) => key),
    industries: words("industry").map((id) => found(byRowId.industries, id).key),
    practices: words("practice").map((id) => found(byRowId.practices, id).slug),
    contradicts: words("contradiction").map((id) => found(byRowId.practices, id).slug),
    problems: words("problem").map((id) => found(byRowId.problems, id).key),
    warningKind: words<WarningKind>("warningKind")[0] ?? null,
    tags: words("tag").map((id) => found(byRowId.tags, id).key),
    measures: words("measure").map((id) => found(byRowId.measures, id).key),
    sources: words("source").map((id) => found(byRowId.sources, id).key),
    townSources: words("townSource").map((id) => found(byRowId.sources, id).key),
    documents: words("document").map((id) => found(byRowId.documents, id).id),
    round: record.round === null ? null : numberOf(record, "round"),
    town: {
      id: publicId("Town", textOf(record, "town_id")),
      slug: textOf(record, "town_slug"),
      kind: wordOf(record, "town_kind"),
      nameZh: textOf(record, "town_name_zh"),
      nameEn: textOf(record, "town_name_en"),
      formerNamesZh: words("formerNameZh"),
      formerNamesEn: words("formerNameEn"),
      location: locationOf(record),
    },
    statuses: words<TownStatusKind>("status"),
    sectionKinds: words<SectionKind>("section"),
    missingLocales: words<Locale>("missingLocale"),
    titleZh: textOf(record, "title_zh"),
    titleEn: textOf(record, "title_en"),
    updatedAt: Date.parse(textOf(record, "updated_at")),
  };
}

function locationOf(record: Row): Point | null {
  const [latitude, longitude] = [optionalNumber(record, "latitude"), optionalNumber(record, "longitude")];
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
