import type { CaseFacts, TownFacts } from "../catalogue/case-facts.js";
import { UNKNOWN, valuesIn, type CaseColumns, type ColumnGroup } from "../catalogue/columns.js";
import { kilometresBetween } from "../catalogue/distance.js";
import { isLikeSize, sizeMeasures, type Size, type SizeMeasure } from "../catalogue/size-facts.js";
import type { CaseKind } from "../terms.js";

/** What a score of similarity is made of, by the kind of the case that is read. Those of a kind sum up to 1. */
export const similarityWeights = {
  EXEMPLARY: { practices: 0.35, industries: 0.25, category: 0.15, distance: 0.15, sizes: 0.1 },
  CAUTIONARY: { problems: 0.6, practices: 0.4 },
} as const;

/** From here on distance counts nothing; at 0 km it counts in full, and evenly less in between. */
export const NEAR_KILOMETRES = 300;

/** Sizes are alike when neither is more than this many times the other. */
export const LIKE_SIZE_FACTOR = 2;

const { EXEMPLARY: model, CAUTIONARY: warning } = similarityWeights;

/** Values that connect cases: those that the case read has in one group, looked for in a group of the others. */
export interface Tie {
  readonly name: TieName;
  readonly mine: ColumnGroup;
  readonly theirs: ColumnGroup;
  readonly among: readonly CaseKind[];
  readonly weight: number;
  /** What the shared values are a share of. */
  readonly outOf: "ALL" | "SHORTER_LIST";
}
export type TieName = "practices" | "industries" | "category" | "problems" | "practised" | "contradicted";

const models = ["EXEMPLARY"] as const;
const warnings = ["CAUTIONARY"] as const;
const all = [...models, ...warnings] as const;

/**
 * A model is compared with models, a warning with both. Without a tie nothing is similar, however near.
 * A town is in the same trade as another that has further ones besides: industries go by the shorter list.
 */
export const tiesOf: Readonly<Record<CaseKind, readonly Tie[]>> = {
  EXEMPLARY: [
    same("practices", "practices", models, model.practices),
    same("category", "categories", models, model.category),
    { ...same("industries", "industries", models, model.industries), outOf: "SHORTER_LIST" },
  ],
  CAUTIONARY: [
    same("problems", "problems", all, warning.problems),
    { ...same("practised", "practices", models, warning.practices), mine: "contradicts" },
    same("contradicted", "contradicts", warnings, warning.practices),
  ],
};

function same(name: TieName, group: ColumnGroup, among: readonly CaseKind[], weight: number): Tie {
  return { name, mine: group, theirs: group, among, weight, outOf: "ALL" };
}

/** How much of it two cases share, 0 to 1. */
export function shareOf({ outOf }: Tie, shared: number, mine: number, theirs: number): number {
  return shared / (outOf === "ALL" ? mine + theirs - shared : Math.min(mine, theirs));
}

/** What a case has in a group. A category that nobody states is none that two cases share. */
export function valuesOf(facts: CaseFacts, group: ColumnGroup): readonly string[] {
  const values = valuesIn[group](facts);
  return values[0] === UNKNOWN ? [] : values;
}

/** The values of this tie that both cases have. */
export function sharedValues({ mine, theirs, among }: Tie, a: CaseFacts, b: CaseFacts): readonly string[] {
  if (!among.includes(b.kind)) return [];
  const wanted = valuesOf(a, mine);
  return valuesOf(b, theirs).filter((value) => wanted.includes(value));
}

/** What nearness and sizes can add to a score at most: of a warning neither says anything. */
export const mostOfTowns: Readonly<Record<CaseKind, { readonly distance: number; readonly sizes: number }>> =
  {
    EXEMPLARY: { distance: model.distance, sizes: model.sizes },
    CAUTIONARY: { distance: 0, sizes: 0 },
  };

/** How near the towns are, of what nearness can add. */
export function scoreOfDistance(a: ComparedPlace, b: ComparedPlace): number {
  return Math.max(0, 1 - (kilometresApart(a, b) ?? NEAR_KILOMETRES) / NEAR_KILOMETRES);
}

/** The share of the sizes known of both that is alike. */
export function scoreOfSizes(a: ComparedSizes, b: ComparedSizes): number {
  const { compared, alike } = compareSizes(a, b);
  return compared === 0 ? 0 : alike.length / compared;
}

/** What is compared of the towns of two cases. */
export interface ComparedPlace {
  readonly town: Pick<TownFacts, "location">;
}
export interface ComparedSizes {
  readonly sizes: Readonly<Partial<Record<SizeMeasure, Size>>>;
}

/** The sizes of a case that is not put together: there may be very many to be compared. */
export function sizesAt({ facts }: CaseColumns, ordinal: number): ComparedSizes {
  const sizes: Partial<Record<SizeMeasure, Size>> = {};
  for (const measure of measures) {
    const size = facts.sizeAt(ordinal, measure);
    if (size !== null) sizes[measure] = size;
  }
  return { sizes };
}

/** Null where a place is not known. */
export function kilometresApart({ town: a }: ComparedPlace, { town: b }: ComparedPlace): number | null {
  return a.location === null || b.location === null ? null : kilometresBetween(a.location, b.location);
}

/** The measures in which both towns have a size, and those among them in which the sizes are alike. */
export function compareSizes(
  { sizes: a }: ComparedSizes,
  { sizes: b }: ComparedSizes,
): { readonly compared: number; readonly alike: readonly SizeMeasure[] } {
  const both = measures.flatMap((measure) => {
    const [mine, theirs] = [a[measure], b[measure]];
    return mine && theirs ? [{ measure, isLike: isLikeSize(mine, theirs, LIKE_SIZE_FACTOR) }] : [];
  });
  return {
    compared: both.length,
    alike: both.filter(({ isLike }) => isLike).map(({ measure }) => measure),
  };
}

const measures = Object.keys(sizeMeasures) as SizeMeasure[];
