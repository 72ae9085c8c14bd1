import { UNKNOWN } from "../catalogue/columns.js";
import type { FacetCounts } from "../catalogue/facets.js";
import type { CaseFilter } from "../catalogue/filter.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import { caseKindNames, notStated, roundNames, warningKindNames } from "../names.js";
import { caseKinds, nationalRounds, warningKinds, type Label } from "../terms.js";
import type { CaseFacetsType, FacetValueType } from "./types/facets.js";

/** Counts with the names of what they count; the one place that decides which values a facet lists. */
export function facetValuesOf(
  counts: FacetCounts,
  filter: CaseFilter,
  vocabulary: Vocabulary,
): CaseFacetsType {
  const provinces = vocabulary.regions.filter(({ level }) => level === "PROVINCE");
  return {
    categories: closed(
      vocabulary.categories.map(({ key, name }) => ({ key, name })),
      counts.categories,
      filter.categories,
    ),
    kinds: closed(
      caseKinds.map((key) => ({ key, name: caseKindNames[key] })),
      counts.kinds,
      filter.kinds,
    ),
    provinces: open(
      provinces.map(({ key, code, name }) => ({ key, name, value: code ?? key })),
      counts.provinces,
      filter.provinces,
    ),
    industries: open(vocabulary.industries, counts.industries, filter.industries),
    problems: open(vocabulary.problems, counts.problems, filter.problems),
    warningKinds: closed(
      warningKinds.map((key) => ({ key, name: warningKindNames[key] })),
      counts.warningKinds,
      filter.warningKinds,
    ),
    practices: open(
      vocabulary.practices.map(({ slug, name }) => ({ key: slug, name })),
      counts.practices,
      filter.practices,
    ),
    tags: open(vocabulary.tags, counts.tags, filter.tags),
    rounds: closed(
      nationalRounds.map(String).map((key) => ({ key, name: roundNames[key] ?? notStated })),
      counts.rounds,
      filter.rounds,
    ),
  };
}

interface Value {
  readonly key: string;
  readonly name: Label;
  /** What the filter takes, where it is not the key. */
  readonly value?: string;
}

type Counts = ReadonlyMap<string, number>;
type Selected = readonly string[] | undefined;

/** Every value in its own order, zeros included; then the unknown ones, if there are any. */
function closed(values: readonly Value[], counts: Counts, selected: Selected): FacetValueType[] {
  const unknown = counts.get(UNKNOWN) ?? 0;
  const listed = values.map((value) => facetValue(value, counts, selected));
  return unknown === 0
    ? listed
    : [...listed, { value: UNKNOWN, label: notStated, count: unknown, isSelected: false }];
}

/** Values that have cases or are selected, most cases first. */
function open(values: readonly Value[], counts: Counts, selected: Selected): FacetValueType[] {
  return values
    .map((value) => facetValue(value, counts, selected))
    .filter(({ count, isSelected }) => count > 0 || isSelected)
    .sort((a, b) => b.count - a.count);
}

function facetValue({ key, name, value }: Value, counts: Counts, selected: Selected): FacetValueType {
  return {
    value: value ?? key,
    label: name,
    count: counts.get(key) ?? 0,
    isSelected: selected?.includes(key) ?? false,
  };
}
