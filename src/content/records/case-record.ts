import { rowsFor, type TableRows } from "../../database/table-rows.js";
import * as rows from "../../database/rows/case-rows.js";
import { CasePracticeEvidenceRow, NarrativeCitationRow } from "../../database/rows/evidence-rows.js";
import type { Locale } from "../../terms.js";
import type { CaseFile, SectionFile } from "../case-file.js";
import { parseNarrative } from "../narrative.js";
import { connectionTables } from "./connection-tables.js";
import { evidenceTables } from "./evidence-tables.js";
import { columnsOf, firstSlugOf, rowId, seedRecord, sourceRows, type SeedRecord } from "./record.js";

/** A case as its file tells it. `revision` and `isStale` are set when it is written; here they are 1 and false. */
export function caseRecord(file: CaseFile): SeedRecord {
  const caseId = rowId.case(firstSlugOf(file));
  return seedRecord("case", caseId, file.slug, [
    rowsFor(rows.CaseRow, [caseRow(caseId, file)]),
    rowsFor(
      rows.CaseFormerSlugRow,
      file.formerSlugs.map((slug, position) => ({ caseId, position, slug })),
    ),
    rowsFor(rows.CaseThemeSourceRow, sourceRows({ caseId }, file.theme?.sources ?? [])),
    rowsFor(
      rows.CaseTagRow,
      file.tags.map((key, position) => ({ caseId, position, tagId: rowId.tag(key) })),
    ),
    rowsFor(
      rows.CaseDocumentRow,
      file.documents.map((key, position) => ({ caseId, position, documentId: rowId.document(key) })),
    ),
    ...practiceTables(caseId, file),
    rowsFor(
      rows.OpenQuestionRow,
      file.openQuestions.map((text, position) => ({ caseId, position, ...columnsOf("text", text) })),
    ),
    ...sectionTables(caseId, file),
    ...evidenceTables(caseId, file),
    ...connectionTables(caseId, file),
  ]);
}

function caseRow(id: string, file: CaseFile): rows.CaseRow {
  return {
    ...{ id, slug: file.slug, kind: file.kind, status: file.status, round: file.round, revision: 1 },
    ...columnsOf("title", file.title),
    ...columnsOf("summary", file.summary),
    ...columnsOf("notice", file.notice),
    townId: rowId.town(typeof file.town === "string" ? file.town : file.town.slug),
    categoryId: file.category === null ? null : rowId.category(file.category),
    categoryBasis: file.categoryBasis,
    ...columnsOf("categoryReason", file.categoryReason),
    themeId: file.theme === null ? null : rowId.theme(file.theme.position),
    themeBasis: file.theme?.basis ?? null,
    publishedAt: `${file.publishedOn}T00:00:00.000Z`,
    updatedAt: `${file.updatedOn}T00:00:00.000Z`,
    lastVerifiedOn: file.lastVerifiedOn,
  };
}

function practiceTables(caseId: string, file: CaseFile): TableRows[] {
  const practices = file.practices.map(({ practice, reason }, position) => ({
    ...{ caseId, position, practiceId: rowId.practice(practice) },
    ...columnsOf("reason", reason),
  }));
  const evidence = file.practices.flatMap((use, practicePosition) =>
    use.evidence.map((anchor, position) => ({
      ...{ caseId, practicePosition, position },
      evidenceId: rowId.evidence(firstSlugOf(file), anchor),
    })),
  );
  return [rowsFor(rows.CasePracticeRow, practices), rowsFor(CasePracticeEvidenceRow, evidence)];
}

function sectionTables(caseId: string, file: CaseFile): TableRows[] {
  const slug = firstSlugOf(file);
  const sections = file.sections.map(({ anchor, kind, heading }, position) => ({
    ...{ id: rowId.section(slug, anchor), caseId, position, anchor, kind },
    basis: kind === "LESSON" ? "EDITORIAL" : "SOURCE",
    ...columnsOf("heading", heading),
  }));
  const texts = file.sections.flatMap((section) => [
    narrativeOf(caseId, file, section, "ZH"),
    narrativeOf(caseId, file, section, "EN"),
  ]);
  return [
    rowsFor(rows.SectionRow, sections),
    rowsFor(
      rows.NarrativeRow,
      texts.map(({ narrative }) => narrative),
    ),
    rowsFor(
      NarrativeCitationRow,
      texts.flatMap(({ citations }) => citations),
    ),
  ];
}

function narrativeOf(caseId: string, file: CaseFile, section: SectionFile, locale: Locale) {
  const slug = firstSlugOf(file);
  const { text, citations } = parseNarrative(section.narratives[locale === "ZH" ? "zh" : "en"]);
  const key = { sectionId: rowId.section(slug, section.anchor), locale };
  const translationStatus = locale === file.originalLocale ? "ORIGINAL" : file.translation;
  return {
    narrative: { ...key, caseId, translationStatus, isStale: false, text },
    citations: citations.map(({ start, end, anchor }, position) => ({
      ...{ ...key, position, caseId, startOffset: start, endOffset: end },
      evidenceId: rowId.evidence(slug, anchor),
    })),
  };
}
