import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { groupBy } from "../group-by.js";
import { insertBundles } from "./record-bundles.js";
import { insertRows } from "./insert-rows.js";
import type { TableRows } from "./table-rows.js";
import * as cases from "./rows/case-rows.js";
import * as connections from "./rows/connection-rows.js";
import * as evidence from "./rows/evidence-rows.js";
import * as programme from "./rows/programme-rows.js";
import * as towns from "./rows/town-rows.js";
import * as vocabulary from "./rows/vocabulary-rows.js";

/** One table of a record, and the column that says whose row it is. The first table is the record's own. */
type OwnedTable = readonly [row: EntityTarget<ObjectLiteral>, owner: string];

/** Which tables each kind of record is made of. A record is written and replaced as a whole. */
const tablesOf = {
  source: [[vocabulary.SourceRow, "id"]],
  category: [
    [vocabulary.CategoryRow, "id"],
    [vocabulary.CategoryWordingRow, "categoryId"],
  ],
  region: [[vocabulary.RegionRow, "id"]],
  industry: [[vocabulary.IndustryRow, "id"]],
  tag: [[vocabulary.TagRow, "id"]],
  problem: [[vocabulary.ProblemRow, "id"]],
  glossaryTerm: [
    [vocabulary.GlossaryTermRow, "id"],
    [vocabulary.GlossaryWordingRow, "termId"],
  ],
  unit: [[vocabulary.UnitRow, "id"]],
  measure: [[vocabulary.MeasureRow, "id"]],
  practice: [
    [vocabulary.PracticeRow, "id"],
    [vocabulary.PracticeConditionRow, "practiceId"],
  ],
  theme: [
    [programme.ThemeRow, "id"],
    [programme.ThemeSourceRow, "themeId"],
  ],
  mechanism: [
    [programme.MechanismRow, "id"],
    [programme.MechanismSourceRow, "mechanismId"],
  ],
  document: [
    [programme.PolicyDocumentRow, "id"],
    [programme.PolicyInstructionRow, "documentId"],
    [programme.PolicyDocumentSourceRow, "documentId"],
  ],
  event: [
    [programme.ProgrammeEventRow, "id"],
    [programme.ProgrammeEventSourceRow, "eventId"],
  ],
  correction: [
    [programme.CorrectionStatisticRow, "id"],
    [programme.CorrectionPartRow, "statisticId"],
    [programme.CorrectionReadingRow, "statisticId"],
    [programme.CorrectionSourceRow, "statisticId"],
  ],
  statistic: [
    [programme.ProgrammeStatisticRow, "id"],
    [programme.ProgrammeFigureRow, "statisticId"],
    [programme.ProgrammeStatisticSourceRow, "statisticId"],
  ],
  praisedProvince: [
    [programme.PraisedProvinceRow, "id"],
    [programme.PraisedProvinceSourceRow, "praisedProvinceId"],
  ],
  town: [
    [towns.TownRow, "id"],
    [towns.TownFormerNameRow, "townId"],
    [towns.TownIndustryRow, "townId"],
    [towns.TownStatusRow, "townId"],
    [towns.TownStatusSourceRow, "townId"],
    [towns.TownBundleRow, "townId"],
  ],
  case: [
    [cases.CaseRow, "id"],
    [cases.CaseFormerSlugRow, "caseId"],
    [cases.CaseThemeSourceRow, "caseId"],
    [cases.CaseTagRow, "caseId"],
    [cases.CaseDocumentRow, "caseId"],
    [cases.CasePracticeRow, "caseId"],
    [cases.OpenQuestionRow, "caseId"],
    [cases.SectionRow, "caseId"],
    [cases.NarrativeRow, "caseId"],
    [evidence.EvidenceRow, "caseId"],
    [evidence.EvidenceReportRow, "caseId"],
    [evidence.EvidenceConflictRow, "caseId"],
    [evidence.EvidenceOtherTownRow, "caseId"],
    [evidence.IndicatorRow, "caseId"],
    [evidence.CasePracticeEvidenceRow, "caseId"],
    [evidence.NarrativeCitationRow, "caseId"],
    [connections.CaseProblemRow, "caseId"],
    [connections.CaseActorRow, "caseId"],
    [connections.CaseContradictionRow, "caseId"],
    [connections.CaseConnectionEvidenceRow, "caseId"],
    [connections.CaseWarningRow, "caseId"],
    [connections.CaseWarningSourceRow, "caseId"],
    [cases.CaseBundleRow, "caseId"],
  ],
} as const satisfies Record<string, readonly OwnedTable[]>;

export type RecordKind = keyof typeof tablesOf;
export const recordKinds = Object.keys(tablesOf) as readonly RecordKind[];

/** Writes the rows of records that have none yet, a table at a time, and their bundles. */
export async function insertRecord(manager: EntityManager, tables: readonly TableRows[]): Promise<void> {
  for (const [table, some] of groupBy(tables, (one) => one.table)) {
    await insertRows(
      manager,
      table,
      some.flatMap(({ rows }) => rows),
    );
  }
  await insertBundles(manager, tables);
}

/** Puts these rows where the record's old ones were. */
export async function replaceRecord(
  manager: EntityManager,
  kind: RecordKind,
  id: string,
  tables: readonly TableRows[],
): Promise<void> {
  await removeRecord(manager, kind, id);
  await insertRecord(manager, tables);
}

/** Removes the record's rows; the database refuses at the commit while others still refer to it. */
export async function removeRecord(manager: EntityManager, kind: RecordKind, id: string): Promise<void> {
  for (const [table, owner] of [...tablesOf[kind]].reverse()) await manager.delete(table, { [owner]: id });
}
