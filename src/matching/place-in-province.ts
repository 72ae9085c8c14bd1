import { kilometresBetween } from "../catalogue/distance.js";
import type { Edition } from "../catalogue/edition.js";
import type { NearFilter } from "../catalogue/places.js";
import { badInput } from "../errors.js";

/** No other province is longer, from end to end as the crow flies. */
export const USUAL_SPAN_KM = 1_000;

/** Those that are longer, rounded up: the islands count too. By GB/T 2260 code. */
export const longSpansKm: Readonly<Record<string, number>> = {
  "150000": 2_700, // Inner Mongolia
  "230000": 1_400, // Heilongjiang
  "460000": 2_000, // Hainan
  "510000": 1_200, // Sichuan
  "530000": 1_200, // Yunnan
  "540000": 2_200, // Tibet
  "620000": 1_800, // Gansu
  "630000": 1_400, // Qinghai
  "650000": 2_300, // Xinjiang
};

/**
 * There are no borders here, only points of towns. But no two points of a province are farther apart than it is
 * long: what is farther than that from a known town of it lies in another. Where no town is known, nothing is judged.
 * @throws {AppError} BAD_USER_INPUT naming `profile.near`.
 */
export function assertPlaceFits(
  { province, near }: { readonly province?: string; readonly near?: NearFilter },
  { towns, vocabulary }: Pick<Edition, "towns" | "vocabulary">,
): void {
  const named = vocabulary.regions.find(({ key }) => key === province);
  if (named === undefined || near === undefined) return;
  const known = towns.filter(({ regions }) => regions.includes(named.key));
  const distances = known.flatMap(({ location }) =>
    location === null ? [] : [kilometresBetween(location, near)],
  );
  const farthest = Math.round(Math.max(0, ...distances));
  const span = longSpansKm[named.code ?? ""] ?? USUAL_SPAN_KM;
  if (farthest <= span) return;
  throw badInput("profile.near", near, {
    zh: `与province不符：与${named.name.zh}的一个小镇相距${farthest}公里，而该地任意两点相距不到${span}公里。`,
    en: `it contradicts \`province\`: a town of ${named.name.en} is ${farthest} kilometres away, and no two places there are ${span} kilometres apart.`,
  });
}
