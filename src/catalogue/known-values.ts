import { badInput } from "../errors.js";
import type { Edition } from "./edition.js";

/** What may be written → the key that it stands for. */
export type Known = ReadonlyMap<string, string>;

export function keysIn(
  argument: string,
  values: readonly (string | number)[] | null | undefined,
  known: Known,
): readonly string[] | undefined {
  return values?.map((value) => {
    const key = known.get(String(value));
    if (key === undefined) {
      throw badInput(argument, value, { zh: "没有这个值。", en: "there is no such value." });
    }
    return key;
  });
}

/** Regions go by their key and, where they have one, by their code. */
export function knownRegions({ vocabulary: { regions } }: Edition): { provinces: Known; all: Known } {
  const named = (some: typeof regions): Known =>
    new Map(
      some.flatMap(({ key, code }) => [
        [key, key] as const,
        ...(code === null ? [] : [[code, key] as const]),
      ]),
    );
  return { all: named(regions), provinces: named(regions.filter(({ level }) => level === "PROVINCE")) };
}

export const sameKeys = (keys: readonly string[]): Known => new Map(keys.map((key) => [key, key]));
export const keysOf = (items: readonly { readonly key: string }[]): Known =>
  sameKeys(items.map(({ key }) => key));
export const slugsOf = (items: readonly { readonly slug: string }[]): Known =>
  sameKeys(items.map(({ slug }) => slug));
