import type { CaseFacts, TownFacts } from "./case-facts.js";
import { Dictionary } from "./dictionary.js";

/** Facts as numbers and few texts: what many cases have alike stands once in a list of words, of lists or of towns. */
export type CodedCase = readonly (string | number | null | readonly number[] | CaseFacts["sizes"])[];

export interface CaseWords {
  readonly words: readonly string[];
  readonly lists: readonly (readonly number[])[];
  readonly towns: readonly TownFacts[];
}

const listFields = [
  "formerSlugs",
  "regions",
  "industries",
  "practices",
  "tags",
  "contradicts",
  "problems",
  "townSources",
  "documents",
  "statuses",
  "sectionKinds",
  "missingLocales",
] as const satisfies readonly (keyof CaseFacts)[];

/** Hardly any two cases have these alike. */
const ownListFields = ["measures", "sources"] as const satisfies readonly (keyof CaseFacts)[];

const wordFields = [
  "kind",
  "category",
  "categoryBasis",
  "province",
  "warningKind",
] as const satisfies readonly (keyof CaseFacts)[];

const plainFields = [
  "id",
  "slug",
  "titleZh",
  "titleEn",
  "categoryPosition",
  "round",
  "updatedAt",
  "sizes",
] as const satisfies readonly (keyof CaseFacts)[];

/** Codes cases; their words are complete when the last one has been coded. */
export function createCaseCoder() {
  const words = new Dictionary<string>((word) => word);
  const lists = new Dictionary<readonly number[]>((codes) => codes.join());
  const towns = new Map<TownFacts, number>();
  const townOf = (town: TownFacts): number => {
    const code = towns.get(town) ?? towns.size;
    towns.set(town, code);
    return code;
  };
  return {
    /** In the order in which `caseDecoder` reads it. */
    code: (facts: CaseFacts): CodedCase => [
      ...plainFields.map((field) => facts[field]),
      ...wordFields.map((field) => (facts[field] === null ? null : words.codeOf(facts[field]))),
      ...listFields.map((field) => lists.codeOf(facts[field].map((word) => words.codeOf(word)))),
      ...ownListFields.map((field) => facts[field].map((word) => words.codeOf(word))),
      townOf(facts.town),
      ...[facts.evidence.start, facts.evidence.length],
    ],
    words: (): CaseWords => ({ words: words.values(), lists: lists.values(), towns: [...towns.keys()] }),
  };
}

/** The facts that were coded with these words. */
export function caseDecoder({ words, lists, towns }: CaseWords): (coded: CodedCase) => CaseFacts {
  const listed: (readonly string[])[] = lists.map((codes) => codes.map((code) => words[code] ?? ""));
  return (coded) => {
    const at = coded;
    const word = <Word extends string>(place: number): Word => words[at[place] as number] as Word;
    const optional = <Word extends string>(place: number): Word | null =>
      at[place] === null ? null : word<Word>(place);
    const list = <Word extends string>(place: number): readonly Word[] =>
      (listed[at[place] as number] ?? []) as readonly Word[];
    const own = (place: number): string[] =>
      (at[place] as readonly number[]).map((code) => words[code] ?? "");
    // Written out, field by field: an object that grows by names out of a list takes three times the memory.
    return {
      id: at[0] as string,
      slug: at[1] as string,
      titleZh: at[2] as string,
      titleEn: at[3] as string,
      categoryPosition: at[4] as number,
      round: at[5] as number | null,
      updatedAt: at[6] as number,
      sizes: at[7] as CaseFacts["sizes"],
      kind: word(8),
      category: optional(9),
      categoryBasis: optional(10),
      province: word(11),
      warningKind: optional(12),
      formerSlugs: list(13),
      regions: list(14),
      industries: list(15),
      practices: list(16),
      tags: list(17),
      contradicts: list(18),
      problems: list(19),
      townSources: list(20),
      documents: list(21),
      statuses: list(22),
      sectionKinds: list(23),
      missingLocales: list(24),
      measures: own(25),
      sources: own(26),
      town: towns[at[27] as number] as TownFacts,
      evidence: { start: at[28] as number, length: at[29] as number },
    };
  };
}
