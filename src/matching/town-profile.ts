import type { Edition } from "../catalogue/edition.js";
import { keysIn, keysOf, knownRegions, slugsOf } from "../catalogue/known-values.js";
import { withoutEmpty, type Some } from "../catalogue/parse-filter.js";
import { parseNear } from "../catalogue/parse-place.js";
import type { NearFilter } from "../catalogue/places.js";
import { badInput } from "../errors.js";
import { assertPlaceFits } from "./place-in-province.js";

/** The town that asks, as callers write it. */
export interface TownProfileInput {
  readonly province?: string | null | undefined;
  readonly near?: NearFilter | null | undefined;
  readonly industries?: Some<string>;
  readonly isTraditionalIndustry?: boolean | null | undefined;
  readonly problems?: Some<string>;
  readonly practices?: Some<string>;
  readonly areaSquareKilometres?: number | null | undefined;
  readonly enterprises?: number | null | undefined;
  readonly jobs?: number | null | undefined;
  readonly investmentCny?: number | null | undefined;
}

/** A checked one: at least one part, keys of the vocabulary each once, sizes in the units of their measures. */
export interface TownProfile {
  readonly province?: string;
  readonly near?: NearFilter;
  readonly industries?: readonly string[];
  readonly isTraditionalIndustry?: boolean;
  readonly problems?: readonly string[];
  readonly practices?: readonly string[];
  readonly area?: number;
  readonly enterprises?: number;
  readonly jobs?: number;
  readonly investment?: number;
}

const SQUARE_METRES_IN_KM2 = 1_000_000;

/**
 * Checks the parts that are there; an empty list is none.
 * @throws {AppError} BAD_USER_INPUT naming the part: a value that no vocabulary has, a place off the globe, a
 * number that is not above 0, parts that contradict each other; or naming the profile when it has no part.
 */
export function parseTownProfile(input: TownProfileInput, edition: Edition): TownProfile {
  const { vocabulary } = edition;
  const { provinces } = knownRegions(edition);
  const area = aboveZero("areaSquareKilometres", input.areaSquareKilometres);
  const profile: TownProfile = withoutEmpty({
    province: keysIn("profile.province", input.province == null ? [] : [input.province], provinces)?.[0],
    near: parseNear("profile.near", input.near),
    industries: distinct(
      keysIn("profile.industries", input.industries, keysOf("industries", vocabulary.industries)),
    ),
    isTraditionalIndustry: input.isTraditionalIndustry,
    problems: distinct(keysIn("profile.problems", input.problems, keysOf("problems", vocabulary.problems))),
    practices: distinct(
      keysIn("profile.practices", input.practices, slugsOf("practices", vocabulary.practices)),
    ),
    area: area == null ? null : area * SQUARE_METRES_IN_KM2,
    enterprises: aboveZero("enterprises", input.enterprises),
    jobs: aboveZero("jobs", input.jobs),
    investment: aboveZero("investmentCny", input.investmentCny),
  });
  if (Object.keys(profile).length === 0) {
    throw badInput("profile", input, { zh: "至少要填一项。", en: "it needs at least one part." });
  }
  assertTraditionFits(profile, edition);
  assertPlaceFits(profile, edition);
  return profile;
}

const distinct = (keys: readonly string[] | undefined): readonly string[] => [...new Set(keys)];

type SizePart = "areaSquareKilometres" | "enterprises" | "jobs" | "investmentCny";

function aboveZero(part: SizePart, value: number | null | undefined): number | null | undefined {
  if (value == null || value > 0) return value;
  throw badInput(`profile.${part}`, value, { zh: "应大于0。", en: "it must be above 0." });
}

/** A town is traditional when any of its industries is: the flag and the list must agree. */
function assertTraditionFits(
  { industries = [], isTraditionalIndustry }: TownProfile,
  { vocabulary }: Edition,
): void {
  if (isTraditionalIndustry === undefined || industries.length === 0) return;
  const named = vocabulary.industries.filter(({ key }) => industries.includes(key));
  if (named.some(({ isTraditional }) => isTraditional) === isTraditionalIndustry) return;
  throw badInput("profile.isTraditionalIndustry", isTraditionalIndustry, {
    zh: `与industries不符：其中${isTraditionalIndustry ? "没有" : "有"}传统产业。`,
    en: `it contradicts \`industries\`, of which ${isTraditionalIndustry ? "none is" : "some are"} traditional.`,
  });
}
