import type { CaseFile, TownFile } from "../../src/content/case-file.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import type { TownProfileInput } from "../../src/matching/town-profile.js";
import { idOf, kilometresByCosines, newestSize, publishedIn, townsIn } from "./towns-in-files.js";

/** What `casesLikeMyTown` has to answer, worked out from the files by the words that are published. */

export interface ExpectedMatch {
  readonly slug: string;
  readonly score: number;
  readonly conditions: readonly { readonly state: string; readonly evidence: readonly string[] }[];
  /** Case and practice of each warning. */
  readonly warnings: readonly (readonly [slug: string, practice: string])[];
}

interface Condition {
  readonly weight: number;
  readonly state: string;
  /** Anchors. */
  readonly evidence: readonly string[];
}

/** All model cases that meet anything, best first. */
export function expectedMatches(files: SeedFiles, profile: TownProfileInput): ExpectedMatch[] {
  const townOf = townsIn(files);
  return publishedIn(files)
    .filter(({ kind }) => kind === "EXEMPLARY")
    .map((file) => ({ file, conditions: conditionsIn(file, townOf(file), profile, files) }))
    .map(({ file, conditions }) => ({ file, conditions, score: scoreOf(conditions) }))
    .filter(({ conditions }) => count(conditions, "MET") > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        count(a.conditions, "NOT_MET") - count(b.conditions, "NOT_MET") ||
        b.file.evidence.length - a.file.evidence.length ||
        (idOf(a.file) < idOf(b.file) ? -1 : 1),
    )
    .map(({ file, conditions, score }) => ({
      ...{ slug: file.slug, score },
      conditions: conditions.map(({ state, evidence }) => ({ state, evidence })),
      warnings: warningsAgainst(file, files),
    }));
}

function warningsAgainst({ practices }: CaseFile, files: SeedFiles): ExpectedMatch["warnings"] {
  const cautionary = publishedIn(files)
    .filter(({ kind }) => kind === "CAUTIONARY")
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return practices.flatMap(({ practice }) =>
    cautionary
      .filter(({ contradicts }) => contradicts.some((one) => one.practice === practice))
      .map(({ slug }) => [slug, practice] as const),
  );
}

function scoreOf(conditions: readonly Condition[]): number {
  const sum = (some: readonly Condition[]) => some.reduce((total, { weight }) => total + weight, 0);
  const met = sum(conditions.filter(({ state }) => state === "MET"));
  return Math.round((1000 * met) / sum(conditions)) / 1000;
}

const count = (conditions: readonly Condition[], state: string): number =>
  conditions.filter((one) => one.state === state).length;

const metIf = (isMet: boolean): string => (isMet ? "MET" : "NOT_MET");

function conditionsIn(
  file: CaseFile,
  town: TownFile,
  profile: TownProfileInput,
  { lists }: SeedFiles,
): Condition[] {
  const found: Condition[] = [];
  const add = (weight: number, state: string, evidence: readonly string[] = []) =>
    found.push({ weight, state, evidence });

  if (profile.province != null) {
    const regions = lists["vocabulary/regions.yaml"];
    let region = regions.find(({ key }) => key === town.region);
    for (let parent = region?.parent; parent != null; parent = region?.parent) {
      const above = parent;
      region = regions.find(({ key }) => key === above);
    }
    add(1, metIf([region?.key, region?.code].includes(profile.province)));
  }
  const { near } = profile;
  if (near) {
    const { location } = town;
    add(1, location ? metIf(kilometresByCosines(location, near) <= near.withinKilometres) : "UNKNOWN");
  }
  const isSilent = town.industries.length === 0;
  for (const key of profile.industries ?? []) {
    add(2, isSilent ? "UNKNOWN" : metIf(town.industries.includes(key)));
  }
  if (profile.isTraditionalIndustry != null) {
    const old = lists["vocabulary/industries.yaml"].filter(({ isTraditional }) => isTraditional);
    const hasOld = old.some(({ key }) => town.industries.includes(key));
    add(2, isSilent ? "UNKNOWN" : metIf(hasOld === profile.isTraditionalIndustry));
  }
  for (const key of profile.problems ?? []) {
    const shown = file.problems.find(({ problem }) => problem === key);
    add(3, shown ? "MET" : "UNKNOWN", shown?.evidence);
  }
  for (const slug of profile.practices ?? []) {
    const shown = file.practices.find(({ practice }) => practice === slug);
    add(2, shown ? "MET" : "UNKNOWN", shown?.evidence);
  }
  const { areaSquareKilometres, enterprises, jobs, investmentCny } = profile;
  for (const [measure, wanted] of [
    ["area", areaSquareKilometres == null ? null : 1_000_000 * areaSquareKilometres],
    ["enterprises", enterprises],
    ["jobs", jobs],
    ["investment", investmentCny],
  ] as const) {
    if (wanted == null) continue;
    const size = newestSize(file, measure);
    const isLike = size && size.value <= 3 * wanted && 3 * (size.valueMax ?? size.value) >= wanted;
    add(1, size ? metIf(isLike === true) : "UNKNOWN", size ? [size.anchor] : []);
  }
  return found;
}
