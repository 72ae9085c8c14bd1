import type { Row } from "./exports.js";

/** The rows of the tables, made from what the API answers. */

interface Label {
  readonly zh: string;
  readonly en: string;
}
interface Region {
  readonly code: string | null;
  readonly name: Label;
  readonly parent?: Region | null;
}
interface Source {
  readonly id: string;
  readonly title: string;
  readonly titleIsOurs: boolean;
  readonly publisher: string;
  readonly published: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly isRepost: boolean;
  readonly citation: string;
}
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
export interface IndicatorNode {
  readonly measure: { readonly key: string; readonly name: Label };
  readonly value: number;
  readonly valueMax: number | null;
  readonly qualifier: string;
  readonly nature: string;
  readonly timeBasis: string;
  readonly period: Period | null;
  readonly asOf: string | null;
  readonly asOfBasis: string | null;
  readonly valueText: Label;
  readonly valueAsPublished: string | null;
  readonly unit: { readonly code: string; readonly name: Label };
  readonly scope: string;
  readonly scopeArea: Label | null;
}
export interface EvidenceNode {
  readonly case: {
    readonly slug: string;
    readonly kind: string;
    readonly title: Label;
    readonly category: { readonly key: string } | null;
    readonly categoryBasis: string | null;
    readonly round: number | null;
    readonly town: {
      readonly slug: string;
      readonly kind: string;
      readonly name: Label;
      readonly region: Region;
    };
  };
  readonly id: string;
  readonly anchor: string;
  readonly kind: string;
  readonly statement: Label;
  readonly attributedTo: Label | null;
  readonly period: Period | null;
  readonly scope: string;
  readonly scopeArea: Label | null;
  readonly indicators: readonly IndicatorNode[];
  readonly source: Source;
  readonly alsoReportedBy: readonly Source[];
  readonly conflictsWith: readonly { readonly anchor: string }[];
  readonly conflictNote: Label | null;
  readonly otherTowns: readonly { readonly slug: string }[];
}

type Value = string | number | boolean | null | undefined;

/** A row of `evidence.csv`. */
export function evidenceRow(node: EvidenceNode): Row {
  const { period, scope, scopeArea, indicators } = node;
  const each = (value: (one: IndicatorNode) => Value) => indicators.map((one) => cell(value(one))).join(";");
  return {
    ...cells({ ...naming(node), ...stated(node) }),
    ...cells({ period_from: period?.from, period_to: period?.to, scope, ...label("scope_area", scopeArea) }),
    ...cells({ figure_count: indicators.length }),
    figure_measures: each(({ measure }) => measure.key),
    figure_values: each(({ value }) => value),
    figure_values_max: each(({ valueMax }) => valueMax),
    figure_units: each(({ unit }) => unit.code),
    figure_qualifiers: each(({ qualifier }) => qualifier),
    figure_natures: each(({ nature }) => nature),
    figure_scopes: each((one) => one.scope),
    figure_as_of: each(({ asOf }) => asOf),
    figures: indicators.length === 0 ? "" : JSON.stringify(indicators),
    ...cells(grounds(node)),
  };
}

/** A row of `figures.csv`, for the figure at this place. */
export function figureRow(node: EvidenceNode, place: number): Row {
  const figure = node.indicators[place];
  if (!figure) throw new Error(`There is no figure ${place}`);
  return cells({
    ...naming(node),
    ...{ figure_number: place + 1, measure: figure.measure.key, ...label("measure", figure.measure.name) },
    ...{ value: figure.value, value_max: figure.valueMax },
    ...{ unit: figure.unit.code, ...label("unit", figure.unit.name) },
    ...{ qualifier: figure.qualifier, nature: figure.nature, time_basis: figure.timeBasis },
    ...{ period_from: figure.period?.from, period_to: figure.period?.to },
    ...{ as_of: figure.asOf, as_of_basis: figure.asOfBasis },
    ...{ scope: figure.scope, ...label("scope_area", figure.scopeArea) },
    ...{ ...label("value_text", figure.valueText), value_as_published: figure.valueAsPublished },
    ...stated(node),
    ...grounds(node),
  });
}

function naming({ case: ofCase, id, anchor, kind }: EvidenceNode) {
  const { slug, title, category, categoryBasis, round, town } = ofCase;
  const province = highest(town.region);
  return {
    ...{ case_slug: slug, case_kind: ofCase.kind, ...label("case_title", title) },
    ...{ category: category?.key, category_basis: categoryBasis, round },
    ...{ town_slug: town.slug, town_kind: town.kind, ...label("town", town.name) },
    ...{ province_code: province.code, ...label("province", province.name) },
    ...{ region_code: town.region.code, ...label("region", town.region.name) },
    ...{ evidence_id: id, evidence_anchor: anchor, permalink: `${slug}#${anchor}`, evidence_kind: kind },
  };
}

const stated = ({ statement, attributedTo }: EvidenceNode) => ({
  ...label("statement", statement),
  ...label("attributed_to", attributedTo),
});

function grounds({ source, alsoReportedBy, conflictsWith, conflictNote, otherTowns }: EvidenceNode) {
  return {
    ...{ source_id: source.id, source_title: source.title, source_title_is_ours: source.titleIsOurs },
    ...{ source_publisher: source.publisher, source_published: source.published },
    ...{ source_language: source.language, source_url: source.url, source_is_repost: source.isRepost },
    source_citation: source.citation,
    also_reported_by: alsoReportedBy.map(({ citation }) => citation).join(" | "),
    conflicts_with: conflictsWith.map(({ anchor }) => anchor).join(";"),
    ...label("conflict_note", conflictNote),
    other_towns: otherTowns.map(({ slug }) => slug).join(";"),
  };
}

const highest = (region: Region): Region => (region.parent ? highest(region.parent) : region);
const label = (name: string, value: Label | null) => ({
  [`${name}_zh`]: value?.zh,
  [`${name}_en`]: value?.en,
});
const cells = (values: Readonly<Record<string, Value>>): Row =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cell(value)]));
const cell = (value: Value): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
