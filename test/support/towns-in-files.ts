import type { CaseFile, IndicatorFile, TownFile } from "../../src/content/case-file.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { publicId, seededId } from "../../src/ids.js";

/** What the files say of cases and their towns, for answers that are worked out a second way. */

export const publishedIn = ({ cases }: SeedFiles): CaseFile[] =>
  cases.map(({ content }) => content).filter(({ status }) => status === "published");

/** The public id. */
export const idOf = ({ slug, formerSlugs }: CaseFile): string =>
  publicId("Case", seededId("Case", formerSlugs[0] ?? slug));

/** Finds the town of a case, also where another file describes it. */
export function townsIn({ cases }: SeedFiles): (file: CaseFile) => TownFile {
  const bySlug = new Map(
    cases.flatMap(({ content: { town } }) => (typeof town === "string" ? [] : [[town.slug, town] as const])),
  );
  return ({ town }) => {
    const found = typeof town === "string" ? bySlug.get(town) : town;
    if (!found) throw new Error("There is no such town");
    return found;
  };
}

export const sizeMeasures = ["area", "enterprises", "jobs", "investment"] as const;
type FoundSize = Pick<IndicatorFile, "value" | "valueMax" | "valueText" | "asOf" | "period"> & {
  readonly anchor: string;
};

/** The newest figure of the whole town that has happened: at a time; of investment, up to a time. */
export function newestSize(file: CaseFile, measure: (typeof sizeMeasures)[number]): FoundSize | null {
  const timeBasis = measure === "investment" ? "CUMULATIVE" : "POINT";
  let newest: FoundSize | null = null;
  for (const { anchor, scope, indicators } of file.evidence) {
    for (const one of indicators) {
      if (one.measure !== measure || one.nature !== "ACTUAL" || one.timeBasis !== timeBasis) continue;
      if ((one.scope ?? scope) !== "TOWN") continue;
      if (newest === null || dateOf(one) > dateOf(newest)) newest = { ...one, anchor };
    }
  }
  return newest;
}

/** Of a figure without a date the end of its period, else its beginning; a year sorts after its months. */
function dateOf({ asOf, period }: Pick<FoundSize, "asOf" | "period">): string {
  const date = asOf ?? period?.to ?? period?.from;
  return date == null ? "" : `${date}-99-99`.slice(0, 10);
}

/** By the law of cosines, where the code has the haversine formula. */
export function kilometresByCosines(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const [north, south] = [(a.latitude * Math.PI) / 180, (b.latitude * Math.PI) / 180];
  const along = ((b.longitude - a.longitude) * Math.PI) / 180;
  const cosine = Math.sin(north) * Math.sin(south) + Math.cos(north) * Math.cos(south) * Math.cos(along);
  return 6371.0088 * Math.acos(Math.min(1, cosine));
}
