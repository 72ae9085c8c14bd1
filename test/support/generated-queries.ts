import type { CaseColumns } from "../../src/catalogue/columns.js";
import type { CaseFacts } from "../../src/catalogue/case-facts.js";
import type { MeasureFilter } from "../../src/catalogue/figure-facts.js";
import type { CaseFilter } from "../../src/catalogue/filter.js";
import { passagesOf } from "../../src/search/passages.js";
import type { IndexedEdition } from "../../src/search/published-documents.js";
import { seededRandom, type Random } from "./random.js";

export interface GeneratedQuery {
  readonly query: string;
  readonly filter: CaseFilter;
}

/** Queries out of the texts themselves, the same ones every time: each kind in its turn, some with a filter. */
export async function generatedQueries(edition: IndexedEdition, count: number): Promise<GeneratedQuery[]> {
  const { columns } = edition;
  const random = seededRandom(20_261_128);
  const kinds = kindsOfQueries(await textsOf(edition), random);
  return Array.from({ length: count }, (_, place) => ({
    query: kinds[place % kinds.length]?.() ?? "",
    filter: random.oneIn(3) ? filterFrom(columns, random.of([...columns.facts]), random) : {},
  }));
}

async function textsOf(edition: IndexedEdition): Promise<string[]> {
  const views = await edition.cases([...edition.columns.facts].map(({ id }) => id));
  return views.flatMap((view) => (view ? passagesOf(view).map(({ text }) => text) : []));
}

function kindsOfQueries(texts: readonly string[], random: Random): (() => string)[] {
  const all = (pattern: RegExp): string[] => texts.flatMap((text) => text.match(pattern) ?? []);
  const runs = all(/\p{Script=Han}{2,}/gu);
  const words = all(/[A-Za-z]{3,}/g);
  const threeWords = all(/[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/g);
  const mixedRuns = all(/[\dA-Za-z]+\p{Script=Han}+/gu);
  const word = (): string => random.of(words);
  const han = (most = 6): string => {
    const run = Array.from(random.of(runs));
    const length = Math.min(run.length, random.between(2, most));
    const start = random.between(0, run.length - length);
    return run.slice(start, start + length).join("");
  };
  return [
    () => han(),
    word,
    () => word().slice(0, random.between(2, 5)),
    () => `"${random.of(threeWords)}"`,
    () => `“${han(12)}”`,
    () => `${han()} -${han()}`,
    () => `${word()} -${word()}`,
    () => `${han()} -"${random.of(threeWords)}"`,
    () => `${han()} ${word()}`,
    () => `${word()} ${word()}`,
    () => `${han()} ${han()} ${han()}`,
    () => random.of(mixedRuns),
    () => random.of(threeWords),
    () => han(1),
    () => withTypo(word(), random),
    () => `${han(10)}${han(10)}`,
  ];
}

function withTypo(word: string, random: Random): string {
  const place = random.between(1, word.length - 1);
  return word.slice(0, place) + random.of([..."aeinrst"]) + word.slice(place + 1);
}

function filterFrom(columns: CaseColumns, facts: CaseFacts, random: Random): CaseFilter {
  const { location } = facts.town;
  const around = (degrees: number, span: number) => [degrees - span, degrees + span] as const;
  const [south, north] = around(location?.latitude ?? 30, 3);
  const [west, east] = around(location?.longitude ?? 120, 3);
  return random.of<CaseFilter>([
    { provinces: [facts.province] },
    { kinds: [facts.kind], ...(facts.category && { categories: [facts.category] }) },
    { practices: facts.practices.slice(0, 2) },
    { tags: facts.tags.slice(0, 2), rounds: [facts.round === null ? "UNKNOWN" : String(facts.round)] },
    { near: { latitude: north - 3, longitude: east - 3, withinKilometres: 300 } },
    { within: { south, north, west, east } },
    { figures: [{ ...firstFigure(columns, facts), min: 1, max: null }] },
    { updatedSince: new Date(facts.updatedAt) },
  ]);
}

function firstFigure(
  { evidence: columns }: CaseColumns,
  { evidence: { start, length } }: CaseFacts,
): Pick<MeasureFilter, "measure" | "nature" | "scope"> {
  const { dictionaries, evidence, figures } = columns;
  const row = evidence.figures.at(start);
  const hasOne = length > 0 && row < columns.figuresEnd(start + length - 1);
  return {
    measure: (hasOne ? dictionaries.measures.values()[figures.measure.at(row)] : null) ?? "",
    nature: (hasOne ? dictionaries.natures.values()[figures.nature.at(row)] : null) ?? "ACTUAL",
    scope: (hasOne ? dictionaries.scopes.values()[figures.scope.at(row)] : null) ?? "TOWN",
  };
}
