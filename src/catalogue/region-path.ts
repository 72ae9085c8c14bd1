import type { RegionView } from "./vocabulary-views.js";

/** A region and all that it is part of, the province last. */
export function regionPath(region: RegionView): readonly RegionView[] {
  return region.parent === null ? [region] : [region, ...regionPath(region.parent)];
}
