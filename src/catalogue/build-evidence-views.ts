import { groupBy } from "../group-by.js";
import type { Row } from "../database/reader.js";
import {
  labelOf,
  numberOf,
  optionalLabel,
  optionalNumber,
  optionalPeriod,
  optionalText,
  optionalWord,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { publicId } from "../ids.js";
import type { FigureView } from "./case-card.js";
import type { RowsOfCase } from "./case-rows.js";
import { found } from "./found.js";
import type { Growing } from "./growing.js";
import { compareNewestFirst } from "./newest-first.js";
import type { CaseView, EvidenceView, IndicatorView, SectionView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

export type GrowingEvidence = Growing<EvidenceView>;
type GrowingIndicator = Growing<IndicatorView>;

/** A case's evidence by row id, in the order of the file; home sections are filled in with the sections. */
export function evidenceOfCase(
  rows: RowsOfCase,
  ofCase: CaseView,
  otherTownSlugs: ReadonlyMap<string, string>,
  vocabulary: VocabularyIndex,
): ReadonlyMap<string, GrowingEvidence> {
  const sourceOf = (id: string) => found(vocabulary.sources, id);
  const evidence = new Map<string, GrowingEvidence>();
  for (const row of rows.of("evidence")) {
    const id = textOf(row, "id");
    const section: SectionView | null = null;
    const view: GrowingEvidence = {
      __typename: "Evidence",
      id: publicId("Evidence", id),
      case: ofCase,
      section,
      anchor: textOf(row, "anchor"),
      kind: wordOf(row, "kind"),
      statement: labelOf(row, "statement"),
      attributedTo: optionalLabel(row, "attributed_to"),
      period: optionalPeriod(row),
      scope: wordOf(row, "scope"),
      scopeArea: optionalLabel(row, "scope_area"),
      otherTownSlugs: rows
        .on(id, "evidence_id", "evidence_other_town")
        .map((one) => found(otherTownSlugs, textOf(one, "town_id"))),
      indicators: [],
      source: sourceOf(textOf(row, "source_id")),
      alsoReportedBy: rows
        .on(id, "evidence_id", "evidence_report")
        .map((one) => sourceOf(textOf(one, "source_id"))),
      conflictsWith: [],
      conflictNote: optionalLabel(row, "conflict_note"),
    };
    view.indicators = rows.on(id, "evidence_id", "indicator").map((one) => ({
      ...figureOf(one, vocabulary),
      evidence: view,
      otherValues: [],
    }));
    evidence.set(id, view);
  }
  for (const [id, view] of evidence) {
    view.conflictsWith = rows
      .on(id, "evidence_id", "evidence_conflict")
      .map((one) => found(evidence, textOf(one, "other_id")));
  }
  linkOtherValues([...evidence.values()].flatMap(({ indicators }) => indicators as GrowingIndicator[]));
  return evidence;
}

/** A figure by itself. */
export function figureOf(row: Row, vocabulary: VocabularyIndex): FigureView {
  const measure = found(vocabulary.measures, textOf(row, "measure_id"));
  return {
    measure,
    value: numberOf(row, "value"),
    valueMax: optionalNumber(row, "value_max"),
    qualifier: wordOf(row, "qualifier"),
    nature: wordOf(row, "nature"),
    timeBasis: wordOf(row, "time_basis"),
    period: optionalPeriod(row),
    asOf: optionalText(row, "as_of"),
    asOfBasis: optionalWord(row, "as_of_basis"),
    valueText: labelOf(row, "value_text"),
    valueAsPublished: optionalText(row, "value_as_published"),
    unit: measure.unit,
    scope: wordOf(row, "scope"),
    scopeArea: optionalLabel(row, "scope_area"),
  };
}

/** Same measure, scope and nature: each knows the others, newest first, undated ones last. */
function linkOtherValues(indicators: readonly GrowingIndicator[]): void {
  const groups = groupBy(indicators, ({ measure, scope, nature }) => `${measure.key} ${scope} ${nature}`);
  for (const group of groups.values()) {
    const newestFirst = [...group].sort(compareNewestFirst);
    for (const one of group) one.otherValues = newestFirst.filter((other) => other !== one);
  }
}
