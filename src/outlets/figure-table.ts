import type { IndicatorView } from "../catalogue/views.js";
import { columnsVia, labelColumns, type Columns } from "./csv.js";
import type { ListedFigure } from "./selections.js";
import { groundColumns, namingColumns, statementColumns } from "./shared-columns.js";

const figureColumns: Columns<IndicatorView> = {
  measure: ({ measure }) => measure.key,
  ...labelColumns("measure", ({ measure }) => measure.name),
  value: ({ value }) => value,
  value_max: ({ valueMax }) => valueMax,
  unit: ({ unit }) => unit.code,
  ...labelColumns("unit", ({ unit }) => unit.name),
  qualifier: ({ qualifier }) => qualifier,
  nature: ({ nature }) => nature,
  time_basis: ({ timeBasis }) => timeBasis,
  period_from: ({ period }) => period?.from ?? null,
  period_to: ({ period }) => period?.to ?? null,
  as_of: ({ asOf }) => asOf,
  as_of_basis: ({ asOfBasis }) => asOfBasis,
  scope: ({ scope }) => scope,
  ...labelColumns("scope_area", ({ scopeArea }) => scopeArea),
  ...labelColumns("value_text", ({ valueText }) => valueText),
  value_as_published: ({ valueAsPublished }) => valueAsPublished,
};

/** One row a figure, with all that its meaning depends on. Period and scope are the figure's own. */
export const figureTable: Columns<ListedFigure> = {
  ...namingColumns,
  figure_number: ({ number }) => number,
  ...columnsVia(figureColumns, ({ figure }) => figure),
  ...statementColumns,
  ...groundColumns,
};
