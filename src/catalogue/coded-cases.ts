import type { CaseFacts } from "./case-facts.js";
import type { Dictionary } from "./dictionary.js";

/** What all cases of a town have alike. */
export type FactsOfTown = Pick<
  CaseFacts,
  "town" | "province" | "regions" | "industries" | "statuses" | "townSources"
>;

/** The rest of its facts as JSON: what many cases have alike is a number out of a list of words. */
export type CodedCase = readonly (string | number | null | readonly number[] | CaseFacts["sizes"])[];

export const factsOfTown = (facts: CaseFacts): FactsOfTown => {
  const { town, province, regions, industries, statuses, townSources } = facts;
  return { town, province, regions, industries, statuses, townSources };
};

const plainFields = [
  "slug",
  "titleZh",
  "titleEn",
  "categoryPosition",
  "round",
  "sizes",
] as const satisfies readonly (keyof CaseFacts)[];

const wordFields = [
  "kind",
  "category",
  "categoryBasis",
  "warningKind",
] as const satisfies readonly (keyof CaseFacts)[];

const listFields = [
  "formerSlugs",
  "practices",
  "tags",
  "contradicts",
  "problems",
  "documents",
  "sectionKinds",
  "missingLocales",
  "measures",
  "sources",
] as const satisfies readonly (keyof CaseFacts)[];

/** In the order in which `decodedCase` reads it. */
export function codedCase(facts: CaseFacts, words: Dictionary<string>): CodedCase {
  return [
    ...plainFields.map((field) => facts[field]),
    ...wordFields.map((field) => (facts[field] === null ? null : words.codeOf(facts[field]))),
    ...listFields.map((field) => facts[field].map((word) => words.codeOf(word))),
  ];
}

/** What columns have of a case outside its text. */
export interface FactsBeside extends Pick<CaseFacts, "id" | "evidence" | "updatedAt"> {
  readonly ofTown: FactsOfTown;
}

export function decodedCase(
  at: CodedCase,
  { id, evidence, updatedAt, ofTown }: FactsBeside,
  words: Dictionary<string>,
): CaseFacts {
  const known = words.values();
  const optional = <Word extends string>(place: number): Word | null =>
    at[place] === null ? null : (known[at[place] as number] as Word);
  const list = <Word extends string>(place: number): readonly Word[] =>
    (at[place] as readonly number[]).map((code) => known[code] as Word);
  // Written out: to spread one object into another takes ten times as long.
  return {
    town: ofTown.town,
    province: ofTown.province,
    regions: ofTown.regions,
    industries: ofTown.industries,
    statuses: ofTown.statuses,
    townSources: ofTown.townSources,
    id,
    evidence,
    updatedAt,
    slug: at[0] as string,
    titleZh: at[1] as string,
    titleEn: at[2] as string,
    categoryPosition: at[3] as number,
    round: at[4] as number | null,
    sizes: at[5] as CaseFacts["sizes"],
    kind: known[at[6] as number] as CaseFacts["kind"],
    category: optional(7),
    categoryBasis: optional(8),
    warningKind: optional(9),
    formerSlugs: list(10),
    practices: list(11),
    tags: list(12),
    contradicts: list(13),
    problems: list(14),
    documents: list(15),
    sectionKinds: list(16),
    missingLocales: list(17),
    measures: list(18),
    sources: list(19),
  };
}
