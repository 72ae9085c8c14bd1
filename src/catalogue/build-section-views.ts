import type { Row } from "../database/reader.js";
import { flagOf, labelOf, numberOf, textOf, wordOf } from "../database/row-values.js";
import { publicId } from "../ids.js";
import type { GrowingEvidence } from "./build-evidence-views.js";
import type { RowsOfCase } from "./case-rows.js";
import { found } from "./found.js";
import type { CaseView, NarrativeView, SectionView } from "./views.js";

/** A case's sections in order, and each piece of evidence given its home. */
export function sectionsOfCase(
  rows: RowsOfCase,
  ofCase: CaseView,
  evidence: ReadonlyMap<string, GrowingEvidence>,
): SectionView[] {
  return rows.of("section").map((row) => {
    const id = textOf(row, "id");
    const housed = rows.on(id, "section_id", "evidence").map((one) => found(evidence, textOf(one, "id")));
    const section: SectionView = {
      __typename: "Section",
      id: publicId("Section", id),
      kind: wordOf(row, "kind"),
      basis: wordOf(row, "basis"),
      position: numberOf(row, "position"),
      anchor: textOf(row, "anchor"),
      heading: labelOf(row, "heading"),
      narratives: rows.on(id, "section_id", "narrative").map((one) => narrativeOf(one, rows, evidence)),
      evidence: housed,
      case: ofCase,
    };
    for (const one of housed) one.section = section;
    return section;
  });
}

function narrativeOf(
  row: Row,
  rows: RowsOfCase,
  evidence: ReadonlyMap<string, GrowingEvidence>,
): NarrativeView {
  const text = textOf(row, "text");
  const locale = wordOf<NarrativeView["locale"]>(row, "locale");
  return {
    locale,
    text,
    length: [...text].length,
    translationStatus: wordOf(row, "translation_status"),
    isStale: flagOf(row, "is_stale"),
    citations: rows
      .on(textOf(row, "section_id"), "section_id", "narrative_citation")
      .filter((one) => one.locale === locale)
      .map((one) => ({
        start: numberOf(one, "start_offset"),
        end: numberOf(one, "end_offset"),
        evidence: found(evidence, textOf(one, "evidence_id")),
      })),
  };
}
