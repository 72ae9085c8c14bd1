import { groupBy } from "../group-by.js";
import type { Row } from "../database/reader.js";
import { flagOf, labelOf, numberOf, optionalText, textOf, wordOf } from "../database/row-values.js";
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
  const homes = groupBy(rows.evidence, (row) => optionalText(row, "section_id"));
  return [...groupBy(rows.sections, (row) => textOf(row, "id"))].map(([id, [first, ...others]]) => {
    const head = first ?? {};
    const housed = (homes.get(id) ?? []).map((row) => found(evidence, textOf(row, "id")));
    const section: SectionView = {
      __typename: "Section",
      id: publicId("Section", id),
      kind: wordOf(head, "kind"),
      basis: wordOf(head, "basis"),
      position: numberOf(head, "position"),
      anchor: textOf(head, "anchor"),
      heading: labelOf(head, "heading"),
      narratives: [head, ...others]
        .filter((row) => optionalText(row, "locale") !== null)
        .map((row) => narrativeOf(row, rows, evidence)),
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
    citations: rows.links("citation", `${textOf(row, "id")} ${locale}`).map((link) => ({
      start: numberOf(link, "first"),
      end: numberOf(link, "second"),
      evidence: found(evidence, textOf(link, "target")),
    })),
  };
}
