import { UNKNOWN } from "../catalogue/columns.js";
import { regionPath } from "../catalogue/region-path.js";
import type { CaseView, IndicatorView } from "../catalogue/views.js";

/**
 * What a case is filtered by, as flat values, for those who ask an index directly. The service itself filters
 * and counts by the catalogue's columns, whatever the engine.
 */
export interface CaseAttributes {
  readonly slug: string;
  readonly kind: string;
  readonly category: string;
  readonly round: string;
  readonly province: string;
  /** Its region and all that this is part of. */
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly problems: readonly string[];
  readonly practices: readonly string[];
  readonly tags: readonly string[];
  readonly warningKind: string | null;
  /** What it has figures of: `measure`, `measure|nature` and `measure|nature|scope`. */
  readonly measures: readonly string[];
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** In degrees; absent where the place is not known. */
  readonly _geo?: { readonly lat: number; readonly lng: number };
}

/** The attributes of a published case. */
export function attributesOf(view: CaseView): CaseAttributes {
  const { town } = view;
  const regions = regionPath(town.region).map(({ key }) => key);
  return {
    slug: view.slug,
    kind: view.kind,
    category: view.category?.key ?? UNKNOWN,
    round: view.round === null ? UNKNOWN : String(view.round),
    province: regions.at(-1) ?? UNKNOWN,
    regions,
    industries: town.industries.map(({ key }) => key),
    problems: view.problems.map(({ key }) => key),
    practices: view.practices.map(({ slug }) => slug),
    tags: view.tags.map(({ key }) => key),
    warningKind: view.warning?.kind ?? null,
    measures: measuresOf(view.indicators),
    updatedAt: view.updatedAt.getTime(),
    ...(town.location && { _geo: { lat: town.location.latitude, lng: town.location.longitude } }),
  };
}

function measuresOf(indicators: readonly IndicatorView[]): string[] {
  const names = indicators.flatMap(({ measure: { key }, nature, scope }) => [
    ...[key, `${key}|${nature}`, `${key}|${nature}|${scope}`],
  ]);
  return [...new Set(names)].sort();
}
