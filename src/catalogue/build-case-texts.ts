import type { Row } from "../database/reader.js";
import { labelOf, optionalText, optionalWord, textOf, wordOf } from "../database/row-values.js";
import { groupBy } from "../group-by.js";
import type { CaseCard, CaseWithTexts, SectionTexts } from "./case-card.js";
import type { RowsOfTexts } from "./case-rows.js";
import type { WarningKind } from "../terms.js";

/** A card completed with the texts of its case; in the order in which the whole has them. */
export function withTexts(card: CaseCard, record: Row, { sections, evidence }: RowsOfTexts): CaseWithTexts {
  const ofRow = groupBy(sections, (row) => textOf(row, "id"));
  const byRowId = new Map(Array.from(ofRow, ([id, rows]) => [id, sectionTextsOf(rows)]));
  const warningKind = optionalWord<WarningKind>(record, "warning_kind");
  return {
    ...card,
    warning: warningKind === null ? null : { kind: warningKind },
    sections: [...byRowId.values()],
    evidence: evidence.map((row) => ({
      anchor: textOf(row, "anchor"),
      statement: labelOf(row, "statement"),
      section: byRowId.get(optionalText(row, "section_id") ?? "") ?? null,
    })),
  };
}

function sectionTextsOf(rows: readonly Row[]): SectionTexts {
  const [head = {}] = rows;
  return {
    kind: wordOf(head, "kind"),
    anchor: textOf(head, "anchor"),
    narratives: rows
      .filter((row) => optionalText(row, "locale") !== null)
      .map((row) => ({ locale: wordOf(row, "locale"), text: textOf(row, "text") })),
  };
}
