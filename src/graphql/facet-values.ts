import { UNKNOWN } from "../catalogue/columns.js";
import type { FacetCounts } from "../catalogue/facets.js";
import type { CaseFilter } from "../catalogue/filter.js";
import type { Vocabulary } from "../catalogue/vocabulary-views.js";
import { caseKinds, nationalRounds, type CaseKind, type Label } from "../terms.js";
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
      caseKinds.map((key) => ({ key, name: kindNames[key] })),
      counts.kinds,
      filter.kinds,
    ),
    provinces: open(
      provinces.map(({ key, code, name }) => ({ key, name, value: code ?? key })),
      counts.provinces,
      filter.provinces,
    ),
    industries: open(vocabulary.industries, counts.industries, filter.industries),
    practices: open(
      vocabulary.practices.map(({ slug, name }) => ({ key: slug, name })),
      counts.practices,
      filter.practices,
    ),
    tags: open(vocabulary.tags, counts.tags, filter.tags),
    rounds: closed(
      nationalRounds.map((round) => ({ key: String(round), name: roundName(round) })),
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

const notStated: Label = { zh: "未注明", en: "Not stated" };

const kindNames: Record<CaseKind, Label> = {
  EXEMPLARY: { zh: "典型经验案例", en: "Model cases" },
  CAUTIONARY: { zh: "警示案例", en: "Cautionary cases" },
};

const roundName = (round: (typeof nationalRounds)[number]): Label =>
  round === 1
    ? { zh: "第一轮（2019年）", en: "Round 1 (2019)" }
    : { zh: "第二轮（2020年）", en: "Round 2 (2020)" };
