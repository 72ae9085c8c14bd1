import type { FactsOfTown } from "./coded-cases.js";
import type { Dictionary } from "./dictionary.js";

/**
 * What is known of a town as few texts and numbers out of a list of words: of ten thousands of towns that is read in
 * half the time that their names for everything would take.
 */
export type CodedTown = readonly [
  id: string,
  slug: string,
  nameZh: string,
  nameEn: string,
  formerNamesZh: readonly string[],
  formerNamesEn: readonly string[],
  location: readonly [latitude: number, longitude: number] | null,
  kindAndProvince: readonly [number, number],
  regions: readonly number[],
  industries: readonly number[],
  statuses: readonly number[],
  townSources: readonly number[],
];

export function codedTown(facts: FactsOfTown, words: Dictionary<string>): CodedTown {
  const { town, province, regions, industries, statuses, townSources } = facts;
  const { id, slug, nameZh, nameEn, formerNamesZh, formerNamesEn, location } = town;
  const codes = (some: readonly string[]): number[] => some.map((word) => words.codeOf(word));
  return [
    ...([id, slug, nameZh, nameEn, formerNamesZh, formerNamesEn] as const),
    location && [location.latitude, location.longitude],
    [words.codeOf(town.kind), words.codeOf(province)],
    ...([codes(regions), codes(industries), codes(statuses), codes(townSources)] as const),
  ];
}

/** Of towns that were coded with these words. */
export function townDecoder(words: readonly string[]): (coded: CodedTown) => FactsOfTown {
  const word = (code: number | undefined): string => words[code ?? -1] ?? "";
  const list = <Word extends string>(codes: readonly number[]): readonly Word[] => codes.map(word) as Word[];
  return (at) => ({
    town: {
      id: at[0],
      slug: at[1],
      kind: word(at[7][0]) as FactsOfTown["town"]["kind"],
      nameZh: at[2],
      nameEn: at[3],
      formerNamesZh: at[4],
      formerNamesEn: at[5],
      location: at[6] && { latitude: at[6][0], longitude: at[6][1] },
    },
    province: word(at[7][1]),
    regions: list(at[8]),
    industries: list(at[9]),
    statuses: list(at[10]),
    townSources: list(at[11]),
  });
}
