import { citeSource } from "../catalogue/citation.js";
import type { CaseView, EvidenceView, IndicatorView } from "../catalogue/views.js";
import type { NamedKeyView, RegionView, SourceView, UnitView } from "../catalogue/vocabulary-views.js";
import type { ListedEvidence } from "./selections.js";

/** Values as the API gives them: the names and nesting of the schema. */

/** A line of `evidence.jsonl`. */
export function listedEvidenceJson({ evidence, otherTowns }: ListedEvidence) {
  return {
    case: briefCaseJson(evidence.case),
    ...evidenceJson(evidence),
    otherTowns: otherTowns.map(({ id, slug }) => ({ id, slug })),
  };
}

/** A piece of evidence, without its case. */
export function evidenceJson(one: EvidenceView) {
  const { id, anchor, kind, statement, attributedTo, period, scope, scopeArea, section, conflictNote } = one;
  return {
    ...{ id, anchor, kind, statement, attributedTo, period, scope, scopeArea },
    section: section && { id: section.id, kind: section.kind, anchor: section.anchor },
    indicators: one.indicators.map(indicatorJson),
    source: sourceJson(one.source),
    alsoReportedBy: one.alsoReportedBy.map(sourceJson),
    conflictsWith: one.conflictsWith.map(evidenceLink),
    conflictNote,
  };
}

export function indicatorJson({ measure, unit, ...one }: IndicatorView) {
  const { value, valueMax, qualifier, nature, timeBasis, period, asOf, asOfBasis } = one;
  const { valueText, valueAsPublished, scope, scopeArea } = one;
  return {
    measure: namedKeyJson(measure),
    ...{ value, valueMax, qualifier, nature, timeBasis, period, asOf, asOfBasis },
    ...{ valueText, valueAsPublished, unit: unitJson(unit), scope, scopeArea },
  };
}

/** A source with a reference to it. */
export function sourceJson(source: SourceView) {
  const { id, title, titleIsOurs, publisher, published, language, url, isRepost, note } = source;
  return {
    ...{ id, title, titleIsOurs, publisher, published, language, url, isRepost, note },
    citation: citeSource.GB_T_7714(source),
  };
}

/** Evidence that is told in full elsewhere in the same case. */
export const evidenceLink = ({ id, anchor }: EvidenceView) => ({ id, anchor });

export const namedKeyJson = ({ key, name }: NamedKeyView) => ({ key, name });

export interface RegionJson extends Pick<RegionView, "key" | "code" | "level" | "name"> {
  readonly parent: RegionJson | null;
}

/** A region with all that it is part of. */
export function regionJson({ key, code, level, name, parent }: RegionView): RegionJson {
  return { key, code, level, name, parent: parent && regionJson(parent) };
}

function briefCaseJson({ id, slug, kind, title, town, category, categoryBasis, round }: CaseView) {
  return {
    ...{ id, slug, kind, title },
    town: { id: town.id, slug: town.slug, kind: town.kind, name: town.name, region: regionJson(town.region) },
    category: category && namedKeyJson(category),
    ...{ categoryBasis, round },
  };
}

const unitJson = ({ code, name }: UnitView) => ({ code, name });
