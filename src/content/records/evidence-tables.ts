import { rowsFor, type TableRows } from "../../database/table-rows.js";
import * as rows from "../../database/rows/evidence-rows.js";
import type { CaseFile, EvidenceFile, IndicatorFile, PeriodFile } from "../case-file.js";
import { columnsOf, firstSlugOf, rowId } from "./record.js";

/** The rows of a case's evidence and figures. */
export function evidenceTables(caseId: string, file: CaseFile): TableRows[] {
  const slug = firstSlugOf(file);
  const idOf = (anchor: string): string => rowId.evidence(slug, anchor);
  const listed = <Item, Extra>(
    items: (evidence: EvidenceFile) => readonly Item[],
    extra: (item: Item) => Extra,
  ) =>
    file.evidence.flatMap((evidence) =>
      items(evidence).map((item, position) => ({
        ...{ evidenceId: idOf(evidence.anchor), position, caseId },
        ...extra(item),
      })),
    );
  return [
    rowsFor(
      rows.EvidenceRow,
      file.evidence.map((evidence, position) => evidenceRow(caseId, slug, evidence, position)),
    ),
    rowsFor(
      rows.EvidenceReportRow,
      listed(
        ({ alsoReportedBy }) => alsoReportedBy,
        (key) => ({ sourceId: rowId.source(key) }),
      ),
    ),
    rowsFor(
      rows.EvidenceConflictRow,
      listed(
        ({ conflictsWith }) => conflictsWith,
        (anchor) => ({ otherId: idOf(anchor) }),
      ),
    ),
    rowsFor(
      rows.EvidenceOtherTownRow,
      listed(
        ({ otherTowns }) => otherTowns,
        (town) => ({ townId: rowId.town(town) }),
      ),
    ),
    rowsFor(
      rows.IndicatorRow,
      listed(
        (evidence) => evidence.indicators.map((indicator) => ({ evidence, indicator })),
        ({ evidence, indicator }) => indicatorColumns(evidence, indicator),
      ),
    ),
  ];
}

function evidenceRow(
  caseId: string,
  slug: string,
  evidence: EvidenceFile,
  position: number,
): rows.EvidenceRow {
  return {
    ...{ id: rowId.evidence(slug, evidence.anchor), caseId, position, anchor: evidence.anchor },
    sectionId: evidence.section === null ? null : rowId.section(slug, evidence.section),
    kind: evidence.kind,
    ...columnsOf("statement", evidence.statement),
    ...columnsOf("attributedTo", evidence.attributedTo),
    ...periodColumns(evidence.period),
    scope: evidence.scope,
    ...columnsOf("scopeArea", evidence.scopeArea),
    sourceId: rowId.source(evidence.source),
    ...columnsOf("conflictNote", evidence.conflictNote),
  };
}

/** A figure has the scope of its statement, unless it says otherwise. */
function indicatorColumns(evidence: EvidenceFile, indicator: IndicatorFile) {
  const { value, valueMax, qualifier, nature, timeBasis, asOf, asOfBasis, valueAsPublished } = indicator;
  return {
    ...{ measureId: rowId.measure(indicator.measure), value, valueMax, qualifier, nature, timeBasis },
    ...periodColumns(indicator.period ?? (timeBasis === "PERIOD" ? evidence.period : null)),
    ...{ asOf, asOfBasis, valueAsPublished },
    ...columnsOf("valueText", indicator.valueText),
    scope: indicator.scope ?? evidence.scope,
    ...columnsOf("scopeArea", indicator.scopeArea ?? (indicator.scope === null ? evidence.scopeArea : null)),
  };
}

function periodColumns(period: PeriodFile | null) {
  return {
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    ...columnsOf("periodLabel", period?.label ?? null),
    periodBasis: period?.basis ?? null,
  };
}
