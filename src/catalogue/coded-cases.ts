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
  const listed = lists.map((codes) => codes.map((code) => words[code]));
  return (coded) => {
    const facts: Record<string, unknown> = {};
    let place = 0;
    for (const field of plainFields) facts[field] = coded[place++];
    for (const field of wordFields) {
      const code = coded[place++];
      facts[field] = code === null ? null : words[Number(code)];
    }
    for (const field of listFields) facts[field] = listed[Number(coded[place++])];
    for (const field of ownListFields) {
      facts[field] = (coded[place++] as readonly number[]).map((code) => words[code]);
    }
    facts.town = towns[Number(coded[place++])];
    facts.evidence = { start: Number(coded[place++]), length: Number(coded[place]) };
    return facts as unknown as CaseFacts;
  };
}
