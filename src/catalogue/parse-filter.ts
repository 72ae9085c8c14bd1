import { badInput } from "../errors.js";
import {
  nationalRounds,
  type Basis,
  type CaseKind,
  type CategoryKey,
  type EvidenceScope,
  type IndicatorNature,
  type SectionKind,
  type TownKind,
  type TownStatusKind,
  type WarningKind,
} from "../terms.js";
import type { Edition } from "./edition.js";
import type { MeasureFilter } from "./figure-facts.js";
import { keysIn, keysOf, knownRegions, knownTowns, madeOnce, sameKeys, slugsOf } from "./known-values.js";
import type { CaseFilter } from "./filter.js";
import { parseBox, parseNear } from "./parse-place.js";
import type { BoxFilter, NearFilter } from "./places.js";
import type { TownFilter } from "./towns.js";

export type Some<Value> = readonly Value[] | null | undefined;

/** A filter as callers write it. */
export interface CaseFilterInput extends PlaceInput {
  readonly kinds?: Some<CaseKind>;
  readonly categories?: Some<CategoryKey>;
  readonly categoryBasis?: Some<Basis>;
  readonly provinces?: Some<string>;
  readonly regions?: Some<string>;
  readonly industries?: Some<string>;
  readonly practices?: Some<string>;
  readonly tags?: Some<string>;
  readonly rounds?: Some<number>;
  readonly towns?: Some<string>;
  readonly statuses?: Some<TownStatusKind>;
  readonly hasSection?: Some<SectionKind>;
  readonly problems?: Some<string>;
  readonly warningKinds?: Some<WarningKind>;
  readonly measures?: Some<MeasureFilterInput>;
  readonly updatedSince?: Date | null | undefined;
}

interface PlaceInput {
  readonly near?: NearFilter | null | undefined;
  readonly within?: BoxFilter | null | undefined;
}

export interface MeasureFilterInput {
  readonly measure: string;
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
  /** ACTUAL unless told. */
  readonly nature?: IndicatorNature | null | undefined;
  /** TOWN unless told. */
  readonly scope?: EvidenceScope | null | undefined;
}

export interface TownFilterInput extends PlaceInput {
  readonly kinds?: Some<TownKind>;
  readonly regions?: Some<string>;
  readonly industries?: Some<string>;
  readonly statuses?: Some<TownStatusKind>;
}

/**
 * Checks each value against the vocabulary; an empty list restricts nothing.
 * @throws {AppError} BAD_USER_INPUT naming the argument and the value that no vocabulary has.
 */
export function parseCaseFilter(
  input: CaseFilterInput | null | undefined,
  edition: Edition,
  path = "filter",
): CaseFilter {
  const { vocabulary } = edition;
  return withoutEmpty({
    kinds: input?.kinds,
    categories: input?.categories,
    categoryBasis: input?.categoryBasis,
    provinces: keysIn(`${path}.provinces`, input?.provinces, () => knownRegions(edition).provinces),
    regions: keysIn(`${path}.regions`, input?.regions, () => knownRegions(edition).all),
    industries: keysIn(`${path}.industries`, input?.industries, () =>
      keysOf("industries", vocabulary.industries),
    ),
    problems: keysIn(`${path}.problems`, input?.problems, () => keysOf("problems", vocabulary.problems)),
    warningKinds: input?.warningKinds,
    practices: keysIn(`${path}.practices`, input?.practices, () =>
      slugsOf("practices", vocabulary.practices),
    ),
    tags: keysIn(`${path}.tags`, input?.tags, () => keysOf("tags", vocabulary.tags)),
    rounds: keysIn(
      `${path}.rounds`,
      input?.rounds,
      sameKeys("facets { rounds }", nationalRounds.map(String)),
    ),
    towns: keysIn(`${path}.towns`, input?.towns, () => knownTowns(edition)),
    statuses: input?.statuses,
    hasSection: input?.hasSection,
    figures: input?.measures?.map((measure, index) =>
      parseMeasure(`${path}.measures[${index}]`, measure, edition),
    ),
    near: parseNear(`${path}.near`, input?.near),
    within: parseBox(`${path}.within`, input?.within),
    updatedSince: input?.updatedSince,
  });
}

/** @throws {AppError} BAD_USER_INPUT as above. */
export function parseTownFilter(input: TownFilterInput | null | undefined, edition: Edition): TownFilter {
  return withoutEmpty({
    kinds: input?.kinds,
    regions: keysIn("filter.regions", input?.regions, () => knownRegions(edition).all),
    industries: keysIn("filter.industries", input?.industries, () =>
      keysOf("industries", edition.vocabulary.industries),
    ),
    statuses: input?.statuses,
    near: parseNear("filter.near", input?.near),
    within: parseBox("filter.within", input?.within),
  });
}

/** @throws {AppError} BAD_USER_INPUT as above. */
export function parseMeasureKeys(
  keys: Some<string>,
  { vocabulary }: Edition,
  path = "measures",
): readonly string[] | undefined {
  return keysIn(path, keys, () => knownMeasures(vocabulary.measures));
}

/** A list asks for them once a case. */
const knownMeasures = madeOnce((measures: Edition["vocabulary"]["measures"]) => keysOf("measures", measures));

function parseMeasure(path: string, input: MeasureFilterInput, edition: Edition): MeasureFilter {
  const [measure = ""] = parseMeasureKeys([input.measure], edition, `${path}.measure`) ?? [];
  const [min, max] = [input.min ?? null, input.max ?? null];
  if (min !== null && max !== null && min > max) {
    throw badInput(`${path}.min`, min, { zh: `大于max（${max}）。`, en: `it is above \`max\`, ${max}.` });
  }
  return { measure, min, max, nature: input.nature ?? "ACTUAL", scope: input.scope ?? "TOWN" };
}

type WithoutEmpty<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], null | undefined> };

export function withoutEmpty<Fields extends object>(fields: Fields): WithoutEmpty<Fields> {
  const isGiven = (value: unknown): boolean =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => isGiven(value)),
  ) as WithoutEmpty<Fields>;
}
