import type { CaseFile, TownFile } from "../../src/content/case-file.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import type { Label } from "../../src/terms.js";
import { label } from "./content.js";
import {
  idOf,
  kilometresByCosines,
  newestSize,
  publishedIn,
  sizeMeasures,
  townsIn,
} from "./towns-in-files.js";

/** What `Case.similarCases` has to answer, worked out pair by pair from the files: by the words that are published. */

export interface ExpectedSimilar {
  readonly slug: string;
  readonly score: number;
  readonly reasons: readonly Label[];
}

/** All that is similar to the case with this slug, best first. */
export function expectedSimilar(files: SeedFiles, slug: string): ExpectedSimilar[] {
  const published = publishedIn(files);
  const read = published.find((one) => one.slug === slug);
  if (!read) return [];
  const words = wordsOf(files);
  return published
    .filter((one) => one !== read)
    .map((one) => ({ ...compared(read, one, words), slug: one.slug, id: idOf(one) }))
    .filter(({ isTied }) => isTied)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ score, reasons, slug: found }) => ({ slug: found, score, reasons }));
}

type Names = ReadonlyMap<string, Label>;
interface Words {
  readonly townOf: (file: CaseFile) => TownFile;
  readonly practices: Names;
  readonly categories: Names;
  readonly industries: Names;
  readonly problems: Names;
  readonly measures: Names;
}

function wordsOf(files: SeedFiles): Words {
  const { lists } = files;
  const named = (list: readonly { key: string; name: Label }[]): Names =>
    new Map(list.map(({ key, name }) => [key, name]));
  return {
    townOf: townsIn(files),
    practices: new Map(lists["vocabulary/practices.yaml"].map(({ slug, name }) => [slug, name])),
    categories: named(lists["vocabulary/categories.yaml"]),
    industries: named(lists["vocabulary/industries.yaml"]),
    problems: named(lists["vocabulary/problems.yaml"]),
    measures: named(lists["vocabulary/measures.yaml"]),
  };
}

interface Part {
  readonly score: number;
  readonly reasons: readonly Label[];
}
const nothing: Part = { score: 0, reasons: [] };

function compared(a: CaseFile, b: CaseFile, words: Words): Part & { readonly isTied: boolean } {
  const ties = a.kind === "EXEMPLARY" ? tiesOfModels(a, b, words) : tiesOfWarning(a, b, words);
  const towns = [words.townOf(a), words.townOf(b)] as const;
  const places = a.kind === "EXEMPLARY" ? [sizes(a, b, words), distance(...towns)] : [];
  const parts = [...ties, ...places];
  return {
    isTied: ties.some(({ score }) => score > 0),
    score: Math.round(1000 * parts.reduce((sum, { score }) => sum + score, 0)) / 1000,
    reasons: parts.flatMap(({ reasons }) => reasons),
  };
}

const practicesOf = (file: CaseFile) => file.practices.map(({ practice }) => practice);
const contradictedBy = (file: CaseFile) => file.contradicts.map(({ practice }) => practice);
const problemsOf = (file: CaseFile) => file.problems.map(({ problem }) => problem);
const categoryOf = ({ category }: CaseFile) => (category === null ? [] : [category]);

function tiesOfModels(a: CaseFile, b: CaseFile, words: Words): Part[] {
  if (b.kind !== "EXEMPLARY") return [];
  const { practices, categories, industries, townOf } = words;
  const trades = [townOf(a).industries, townOf(b).industries] as const;
  const fewer = Math.min(...trades.map(({ length }) => length));
  return [
    shared(0.35, [practicesOf(a), practicesOf(b)], practices, label("共有做法：", "Both use: ")),
    shared(0.15, [categoryOf(a), categoryOf(b)], categories, label("同属类别：", "Same category: ")),
    shared(0.25, trades, industries, label("共有产业：", "Industries of both: "), fewer),
  ];
}

function tiesOfWarning(a: CaseFile, b: CaseFile, { problems, practices }: Words): Part[] {
  const theirs = b.kind === "EXEMPLARY" ? practicesOf(b) : contradictedBy(b);
  const said =
    b.kind === "EXEMPLARY"
      ? label("它采用、而本案例是其反例的做法：", "It uses what this case is a counter-example of: ")
      : label("都是反例的做法：", "Both are counter-examples of: ");
  return [
    shared(0.6, [problemsOf(a), problemsOf(b)], problems, label("共有问题：", "Problems of both: ")),
    shared(0.4, [contradictedBy(a), theirs], practices, said),
  ];
}

/** The weight, times the values of both over those of either, or over another number. */
function shared(
  weight: number,
  [a, b]: readonly [readonly string[], readonly string[]],
  names: Names,
  said: Label,
  outOf = new Set([...a, ...b]).size,
): Part {
  const both = new Set(a.filter((value) => b.includes(value)));
  if (both.size === 0) return nothing;
  const found = [...names].filter(([key]) => both.has(key)).map(([, name]) => name);
  const reason = {
    zh: said.zh + found.map(({ zh }) => zh).join("、"),
    en: said.en + found.map(({ en }) => en).join(", "),
  };
  return { score: (weight * both.size) / outOf, reasons: [reason] };
}

function sizes(a: CaseFile, b: CaseFile, { measures }: Words): Part {
  const pairs = sizeMeasures.flatMap((measure) => {
    const [mine, theirs] = [newestSize(a, measure), newestSize(b, measure)];
    return mine && theirs ? [{ name: measures.get(measure), mine, theirs }] : [];
  });
  const alike = pairs.filter(
    ({ mine, theirs }) =>
      mine.value <= 2 * (theirs.valueMax ?? theirs.value) &&
      theirs.value <= 2 * (mine.valueMax ?? mine.value),
  );
  return {
    score: pairs.length === 0 ? 0 : (0.1 * alike.length) / pairs.length,
    reasons: alike.map(({ name, mine, theirs }) => ({
      zh: `${name?.zh ?? ""}相近：本镇${mine.valueText.zh}，对方${theirs.valueText.zh}`,
      en: `${name?.en ?? ""} of like size: ${mine.valueText.en} here, ${theirs.valueText.en} there`,
    })),
  };
}

function distance({ location: a }: TownFile, { location: b }: TownFile): Part {
  if (!a || !b) return nothing;
  const kilometres = kilometresByCosines(a, b);
  if (kilometres >= 300) return nothing;
  const reason =
    kilometres < 10
      ? { zh: "相距不到10公里", en: "Less than 10 km apart" }
      : {
          zh: `相距约${(kilometres / 10).toFixed(0)}0公里`,
          en: `About ${(kilometres / 10).toFixed(0)}0 km apart`,
        };
  return { score: 0.15 * (1 - kilometres / 300), reasons: [reason] };
}
