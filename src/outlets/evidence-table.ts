import type { EvidenceView, IndicatorView } from "../catalogue/views.js";
import { columnsVia, labelColumns, type Cell, type Columns } from "./csv.js";
import { indicatorJson } from "./evidence-json.js";
import type { ListedEvidence } from "./selections.js";
import { groundColumns, namingColumns, statementColumns } from "./shared-columns.js";

const evidenceColumns: Columns<EvidenceView> = {
  period_from: ({ period }) => period?.from ?? null,
  period_to: ({ period }) => period?.to ?? null,
  scope: ({ scope }) => scope,
  ...labelColumns("scope_area", ({ scopeArea }) => scopeArea),
  figure_count: ({ indicators }) => indicators.length,
  figure_measures: ofFigures(({ measure }) => measure.key),
  figure_values: ofFigures(({ value }) => value),
  figure_values_max: ofFigures(({ valueMax }) => valueMax),
  figure_units: ofFigures(({ unit }) => unit.code),
  figure_qualifiers: ofFigures(({ qualifier }) => qualifier),
  figure_natures: ofFigures(({ nature }) => nature),
  figure_scopes: ofFigures(({ scope }) => scope),
  figure_as_of: ofFigures(({ asOf }) => asOf),
  figures: ({ indicators }) =>
    indicators.length === 0 ? null : JSON.stringify(indicators.map(indicatorJson)),
};

/**
 * One row a piece of evidence. Its figures are few but seldom one, so they stand in parallel lists (the first
 * of each list is of the first figure) and once more, with nothing left out, as JSON. The table of figures has
 * a row for each.
 */
export const evidenceTable: Columns<ListedEvidence> = {
  ...namingColumns,
  ...statementColumns,
  ...columnsVia(evidenceColumns, ({ evidence }) => evidence),
  ...groundColumns,
};

/** A list with a place for every figure; the only figure's value keeps its type. */
function ofFigures(cellOf: (figure: IndicatorView) => Cell): (evidence: EvidenceView) => Cell {
  return ({ indicators: [first, ...rest] }) => {
    if (!first || rest.length === 0) return first ? cellOf(first) : null;
    return [first, ...rest].map((figure) => cellOf(figure) ?? "").join(";");
  };
}
