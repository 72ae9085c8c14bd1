import type { Row } from "../database/reader.js";
import { labelOf, optionalText, textOf, wordOf } from "../database/row-values.js";
import type { WarningKind } from "../terms.js";
import type { CaseCard, CaseWithTexts, SectionTexts } from "./case-card.js";
import type { RowsOfCase } from "./case-rows.js";

/** A card completed with the texts of its case; in the order in which the whole has them. */
export function withTexts(card: CaseCard, rows: RowsOfCase<"card" | "texts">): CaseWithTexts {
  const [warning] = rows.of("case_warning");
  const byRowId = new Map(rows.of("section").map((row) => [textOf(row, "id"), sectionTextsOf(row, rows)]));
  return {
    ...card,
    warning: warning === undefined ? null : { kind: wordOf<WarningKind>(warning, "kind") },
    sections: [...byRowId.values()],
    evidence: rows.of("evidence").map((row) => ({
      anchor: textOf(row, "anchor"),
      statement: labelOf(row, "statement"),
      section: byRowId.get(optionalText(row, "section_id") ?? "") ?? null,
    })),
  };
}

function sectionTextsOf(row: Row, rows: RowsOfCase<"texts">): SectionTexts {
  return {
    kind: wordOf(row, "kind"),
    anchor: textOf(row, "anchor"),
    narratives: rows
      .on(textOf(row, "id"), "section_id", "narrative")
      .map((one) => ({ locale: wordOf(one, "locale"), text: textOf(one, "text") })),
  };
}
