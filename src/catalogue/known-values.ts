import { badInput } from "../errors.js";
import type { Label } from "../terms.js";
import type { Edition } from "./edition.js";
import { valueMeant, type KnownValue } from "./value-meant.js";
import type { RegionView } from "./vocabulary-views.js";

/** The values that an argument takes. */
export interface Known {
  /** Where the API lists them, for the message to who has written another. */
  readonly list: string;
  /** What may be written → the key that it stands for. */
  readonly keys: ReadonlyMap<string, string>;
  readonly values: readonly KnownValue[];
}

/**
 * The keys that these values stand for; what is known is only made where there are values.
 * @throws {AppError} BAD_USER_INPUT naming the argument, the value, the list to look in, and what is like it.
 */
export function keysIn(
  argument: string,
  values: readonly (string | number)[] | null | undefined,
  known: Known | (() => Known),
): readonly string[] | undefined {
  if (values == null) return undefined;
  const all = typeof known === "function" ? known() : known;
  return values.map((value) => all.keys.get(String(value)) ?? refuse(argument, value, all));
}

function refuse(argument: string, value: string | number, { list, values }: Known): never {
  const meant = valueMeant(String(value), values);
  const [zh, en] = meant?.name ? [`（${meant.name.zh}）`, ` (${meant.name.en})`] : ["", ""];
  throw badInput(argument, value, {
    zh: `\`${list}\`中没有这个值。${meant ? `是否指${meant.value}${zh}？` : ""}`,
    en: `\`${list}\` has no such value${meant ? `; did you mean ${meant.value}${en}?` : "."}`,
  });
}

/** Regions go by their key and, where they have one, by their code. */
export function knownRegions({ vocabulary: { regions } }: Edition): { provinces: Known; all: Known } {
  const provinces = regions.filter(({ level }) => level === "PROVINCE");
  return {
    all: regionsIn("regions", regions),
    provinces: regionsIn("regions(level: PROVINCE)", provinces),
  };
}

function regionsIn(list: string, regions: readonly RegionView[]): Known {
  const keys = regions.flatMap(({ key, code }) => [
    [key, key] as const,
    ...(code === null ? [] : [[code, key] as const]),
  ]);
  const values = regions.map(({ key, code, name }) => ({ value: code ?? key, name }));
  return { list, keys: new Map(keys), values };
}

/** Values that are written as they are, without names. */
export const sameKeys = (list: string, keys: readonly string[]): Known => ({
  list,
  keys: new Map(keys.map((key) => [key, key])),
  values: [...new Set(keys)].map((value) => ({ value, name: null })),
});

export const keysOf = (
  list: string,
  items: readonly { readonly key: string; readonly name: Label }[],
): Known => ({
  ...sameKeys(
    list,
    items.map(({ key }) => key),
  ),
  values: items.map(({ key, name }) => ({ value: key, name })),
});

export const slugsOf = (
  list: string,
  items: readonly { readonly slug: string; readonly name: Label }[],
): Known =>
  keysOf(
    list,
    items.map(({ slug, name }) => ({ key: slug, name })),
  );

export const knownTowns = ({ towns }: Edition): Known =>
  slugsOf(
    "towns",
    towns.map(({ slug, nameZh, nameEn }) => ({ slug, name: { zh: nameZh, en: nameEn } })),
  );

/** The same, made once of each list. */
export function madeOnce<List extends object>(make: (list: List) => Known): (list: List) => Known {
  const made = new WeakMap<List, Known>();
  return (list) => {
    const known = made.get(list) ?? make(list);
    made.set(list, known);
    return known;
  };
}
