import { rowsFor, type TableRows } from "../../database/table-rows.js";
import * as rows from "../../database/rows/connection-rows.js";
import type { ConnectionKind } from "../../terms.js";
import type { CaseFile } from "../case-file.js";
import { columnsOf, firstSlugOf, rowId, sourceRows } from "./record.js";

/** The rows of what connects a case with others: problems, actors, contradictions, its warning. */
export function connectionTables(caseId: string, file: CaseFile): TableRows[] {
  const { problems, actors, contradicts, warning } = file;
  const evidenceOf = (
    connection: ConnectionKind,
    items: readonly { readonly evidence: readonly string[] }[],
  ) =>
    items.flatMap(({ evidence }, connectionPosition) =>
      evidence.map((anchor, position) => ({
        ...{ caseId, connection, connectionPosition, position },
        evidenceId: rowId.evidence(firstSlugOf(file), anchor),
      })),
    );
  return [
    rowsFor(
      rows.CaseProblemRow,
      problems.map(({ problem }, position) => ({ caseId, position, problemId: rowId.problem(problem) })),
    ),
    rowsFor(
      rows.CaseActorRow,
      actors.map(({ role, kind, name }, position) => ({
        ...{ caseId, position, role, kind },
        ...columnsOf("name", name),
      })),
    ),
    rowsFor(
      rows.CaseContradictionRow,
      contradicts.map(({ practice, reason }, position) => ({
        ...{ caseId, position, practiceId: rowId.practice(practice) },
        ...columnsOf("reason", reason),
      })),
    ),
    rowsFor(rows.CaseConnectionEvidenceRow, [
      ...evidenceOf("problem", problems),
      ...evidenceOf("actor", actors),
      ...evidenceOf("contradiction", contradicts),
    ]),
    rowsFor(rows.CaseWarningRow, warning === null ? [] : [warningRow(caseId, warning)]),
    rowsFor(rows.CaseWarningSourceRow, sourceRows({ caseId }, warning?.sources ?? [])),
  ];
}

function warningRow(caseId: string, warning: NonNullable<CaseFile["warning"]>): rows.CaseWarningRow {
  const { kind, problem, correction, orderedBy, standsFor } = warning;
  return {
    ...{ caseId, kind, standsForId: standsFor === null ? null : rowId.correction(standsFor) },
    ...columnsOf("problem", problem),
    ...columnsOf("correction", correction),
    ...columnsOf("orderedBy", orderedBy),
  };
}
