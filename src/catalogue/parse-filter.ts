import { AppError } from "../errors.js";
import {
  nationalRounds,
  type Basis,
  type CaseKind,
  type CategoryKey,
  type SectionKind,
  type TownKind,
  type TownStatusKind,
} from "../terms.js";
import type { Edition } from "./edition.js";
import type { CaseFilter } from "./filter.js";
import type { TownFilter } from "./towns.js";

type Some<Value> = readonly Value[] | null | undefined;

/** A filter as callers write it. */
export interface CaseFilterInput {
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
  readonly updatedSince?: Date | null | undefined;
}

export interface TownFilterInput {
  readonly kinds?: Some<TownKind>;
  readonly regions?: Some<string>;
  readonly industries?: Some<string>;
  readonly statuses?: Some<TownStatusKind>;
}

/**
 * Checks each value against the vocabulary; an empty list restricts nothing.
 * @throws {AppError} BAD_USER_INPUT naming the argument and the value that no vocabulary has.
 */
export function parseCaseFilter(input: CaseFilterInput | null | undefined, edition: Edition): CaseFilter {
  const { vocabulary } = edition;
  const known = knownRegions(edition);
  return withoutEmpty({
    kinds: input?.kinds,
    categories: input?.categories,
    categoryBasis: input?.categoryBasis,
    provinces: keysIn("filter.provinces", input?.provinces, known.provinces),
    regions: keysIn("filter.regions", input?.regions, known.all),
    industries: keysIn("filter.industries", input?.industries, keysOf(vocabulary.industries)),
    practices: keysIn("filter.practices", input?.practices, slugsOf(vocabulary.practices)),
    tags: keysIn("filter.tags", input?.tags, keysOf(vocabulary.tags)),
    rounds: keysIn("filter.rounds", input?.rounds, sameKeys(nationalRounds.map(String))),
    towns: keysIn("filter.towns", input?.towns, slugsOf(edition.towns)),
    statuses: input?.statuses,
    hasSection: input?.hasSection,
    updatedSince: input?.updatedSince,
  });
}

/** @throws {AppError} BAD_USER_INPUT as above. */
export function parseTownFilter(input: TownFilterInput | null | undefined, edition: Edition): TownFilter {
  return withoutEmpty({
    kinds: input?.kinds,
    regions: keysIn("filter.regions", input?.regions, knownRegions(edition).all),
    industries: keysIn("filter.industries", input?.industries, keysOf(edition.vocabulary.industries)),
    statuses: input?.statuses,
  });
}

/** @throws {AppError} BAD_USER_INPUT as above. */
export function parseMeasureKeys(keys: Some<string>, { vocabulary }: Edition): readonly string[] | undefined {
  return keysIn("measures", keys, keysOf(vocabulary.measures));
}

/** What may be written → the key that it stands for. */
type Known = ReadonlyMap<string, string>;

function keysIn(
  argument: string,
  values: Some<string | number>,
  known: Known,
): readonly string[] | undefined {
  return values?.map((value) => {
    const key = known.get(String(value));
    if (key === undefined) {
      throw new AppError(
        "BAD_USER_INPUT",
        {
          zh: `${argument} 中的没有“${value}”这个值。`,
          en: `\`${argument}\`: there is no value “${value}”.`,
        },
        { argument, value },
      );
    }
    return key;
  });
}

/** Regions go by their key and, where they have one, by their code. */
function knownRegions({ vocabulary: { regions } }: Edition): { provinces: Known; all: Known } {
  const named = (some: typeof regions): Known =>
    new Map(
      some.flatMap(({ key, code }) => [
        [key, key] as const,
        ...(code === null ? [] : [[code, key] as const]),
      ]),
    );
  return { all: named(regions), provinces: named(regions.filter(({ level }) => level === "PROVINCE")) };
}

const sameKeys = (keys: readonly string[]): Known => new Map(keys.map((key) => [key, key]));
const keysOf = (items: readonly { readonly key: string }[]): Known => sameKeys(items.map(({ key }) => key));
const slugsOf = (items: readonly { readonly slug: string }[]): Known =>
  sameKeys(items.map(({ slug }) => slug));

type WithoutEmpty<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], null | undefined> };

function withoutEmpty<Fields extends object>(fields: Fields): WithoutEmpty<Fields> {
  const isGiven = (value: unknown): boolean =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => isGiven(value)),
  ) as WithoutEmpty<Fields>;
}
