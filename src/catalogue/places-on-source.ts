import type { Reader } from "../database/reader.js";
import { numberOf, textOf } from "../database/row-values.js";
import { publicId } from "../ids.js";
import type { CaseColumns } from "./columns.js";
import type { EvidencePlace } from "./evidence-place.js";

/**
 * Where the evidence stands that rests on a source, or is also reported by it: in the order of the cases' ids, and inside
 * them of the case. The columns know the first source of each piece alone, and to read the cases would take all of them.
 */
export async function placesOnSource(
  reader: Reader,
  columns: CaseColumns,
  sourceRowId: string,
): Promise<readonly EvidencePlace[]> {
  const [rows = []] = await reader.snapshot([{ text: PLACES, parameters: [sourceRowId, sourceRowId] }]);
  return rows
    .flatMap((row) => {
      const caseOrdinal = columns.ordinalOf(publicId("Case", textOf(row, "case_id")));
      return caseOrdinal === undefined ? [] : [{ caseOrdinal, place: numberOf(row, "position") }];
    })
    .sort((a, b) => a.caseOrdinal - b.caseOrdinal || a.place - b.place);
}

const PLACES = `
  SELECT evidence.case_id, evidence.position FROM evidence
  JOIN case_record ON case_record.id = evidence.case_id AND case_record.status = 'published'
  WHERE evidence.source_id = ?
  UNION
  SELECT evidence.case_id, evidence.position FROM evidence_report
  JOIN evidence ON evidence.id = evidence_report.evidence_id
  JOIN case_record ON case_record.id = evidence.case_id AND case_record.status = 'published'
  WHERE evidence_report.source_id = ?`;
