import { join } from "node:path";
import { syntheticCase } from "../../../src/content/synthetic/case.js";
import { readSeedLists } from "../../../src/content/seed-files.js";
import {
  choicesOf,
  syntheticLists,
  type Choices,
  type SetSize,
} from "../../../src/content/synthetic/lists.js";
import { randomFor, type Random } from "../../../src/content/synthetic/random.js";
import { chineseWordAt, englishWordAt } from "../../../src/content/synthetic/words.js";
import { readOperations } from "../../../src/http/pages/operations.js";
import { seededId, publicId } from "../../../src/ids.js";
import { schemaFolder, seedsFolder } from "../../../src/project-folders.js";

/** What the service is asked, by name: different each time, so that no value is in a cache. */
export type Questions = ReadonlyMap<string, readonly object[]>;

/** Everything that a set is asked, made of what is in it. */
export function setQuestions(size: SetSize) {
  const choices = choicesOf(syntheticLists(readSeedLists(seedsFolder), size));
  return {
    choices,
    operations: operationQuestions(size, choices),
    searches: searchQuestions(size, choices),
  };
}

const EACH = 30;

/** Pages of the list, of cases and of searches, and every operation of `schema/operations` with cases of the set. */
export function operationQuestions(size: SetSize, choices: Choices): Questions {
  const questions = new Map<string, object[]>();
  const repeat = (
    name: string,
    query: string,
    variablesAt: (turn: number, random: Random) => object,
  ): void => {
    const asked = Array.from({ length: EACH }, (_, turn) => ({
      query,
      variables: variablesAt(turn, randomFor(size.seed, 90, name.length, turn)),
    }));
    questions.set(name, asked);
  };
  const slug = (random: Random): string => `synthetic-${size.seed}-case-${random.between(0, size.cases - 1)}`;
  repeat("list page", LIST, (turn) => ({
    filter: { categories: [choices.categories[turn % choices.categories.length]] },
    orderBy: ["CATEGORY_ASC", "TITLE_ZH_ASC", "TITLE_EN_ASC", "UPDATED_DESC", "ROUND_ASC"][
      Math.floor(turn / 5) % 5
    ],
  }));
  repeat("list page with facets", LIST_WITH_FACETS, (turn) => ({
    filter: { tags: choices.tags.slice(turn % 10, (turn % 10) + 2), kinds: ["EXEMPLARY"] },
  }));
  for (const { name, query, variables } of readOperations(join(schemaFolder, "operations"))) {
    repeat(name, query, (_turn, random) => {
      const own: Record<string, unknown> = { ...variables };
      if ("slug" in own) own.slug = slug(random);
      if ("slugs" in own) own.slugs = [slug(random), slug(random)];
      if ("ids" in own) own.ids = [publicId("Case", seededId("Case", slug(random)))];
      if ("prefix" in own) own.prefix = chineseWordAt(random.rank(5_000));
      if (name === "research-full-text" || name === "government-town-like-ours")
        own.query = chineseWordAt(random.between(50, 5_000));
      return own;
    });
  }
  return questions;
}

const LIST = `query List($filter: CaseFilter, $orderBy: CaseOrder) {
  cases(filter: $filter, orderBy: $orderBy, first: 20) {
    totalCount
    nodes {
      slug title { zh en } category { key name { zh en } } tags { key name { zh } }
      town { slug name { zh en } region { name { zh } } }
      indicators { value unit { code } measure { key } }
    }
  }
}`;

const LIST_WITH_FACETS = `query Facets($filter: CaseFilter) {
  cases(filter: $filter, first: 1) {
    totalCount
    facets {
      categories { value count } kinds { value count } provinces { value count } industries { value count }
      problems { value count } warningKinds { value count } practices { value count } tags { value count } rounds { value count }
    }
  }
}`;

/** The mix of searches: as many of each kind. */
export function searchQuestions(size: SetSize, choices: Choices): Questions {
  const search = (query: string, filter: object | null = null): object => ({
    query: filter === null ? SEARCH : SEARCH_WITH_FACETS,
    variables: { query, filter },
  });
  const of = (kind: number, ask: (random: Random) => object): object[] =>
    Array.from({ length: EACH }, (_, turn) => ask(randomFor(size.seed, 91, kind, turn)));
  const zh = (random: Random): string => chineseWordAt(random.between(90, 20_000));
  const en = (random: Random): string => englishWordAt(random.between(90, 20_000));
  const someCase = (random: Random) => syntheticCase(size, random.between(0, size.cases - 1), choices);
  const chineseOf = (random: Random): string =>
    someCase(random).evidence[2]?.statement.zh.match(/\p{Script=Han}{8,}/u)?.[0] ?? "小镇产业";
  const englishOf = (random: Random): string[] =>
    (someCase(random).evidence[3]?.statement.en ?? "")
      .replace(/^.*?\. /, "")
      .split(" ")
      .slice(2, 8);
  return new Map([
    ["one Chinese word", of(1, (random) => search(zh(random)))],
    ["long Chinese string", of(2, (random) => search(chineseOf(random).slice(0, random.between(5, 8))))],
    ["one English word", of(3, (random) => search(en(random)))],
    ["phrase", of(4, (random) => search(`"${englishOf(random).slice(0, 3).join(" ")}"`))],
    ["unfinished word", of(5, (random) => search(en(random).slice(0, random.between(3, 5))))],
    [
      "with a word left out",
      of(6, (random) => search(`${zh(random)} -${englishWordAt(random.between(10, 90))}`)),
    ],
    [
      "both languages",
      of(7, (random) => search(`${chineseOf(random).slice(0, 4)} ${englishWordAt(random.between(20, 400))}`)),
    ],
    [
      "filter and facets",
      of(8, (random) =>
        search(zh(random), { categories: [random.of(choices.categories)], kinds: ["EXEMPLARY"] }),
      ),
    ],
    ["with a typing error", of(9, (random) => search(misspelt(en(random))))],
    [
      "frequent word",
      of(10, (random) =>
        search(random.isOneIn(2) ? chineseWordAt(random.between(0, 9)) : englishWordAt(random.between(0, 9))),
      ),
    ],
    [
      "nothing found",
      of(11, (random) =>
        search(`${"龘靐齉爩"[random.between(0, 3)] ?? ""}${random.between(1_000_000, 9_999_999)}`),
      ),
    ],
  ]);
}

function misspelt(word: string): string {
  return word.slice(0, 3) + word.slice(4);
}

const HITS = `totalCount edges { score highlights { field text ranges { start end } } node { slug title { zh en } town { name { zh } } } }`;
const SEARCH = `query Search($query: String!, $filter: CaseFilter) { searchCases(query: $query, filter: $filter, first: 20) { ${HITS} } }`;
const SEARCH_WITH_FACETS = `query Search($query: String!, $filter: CaseFilter) {
  searchCases(query: $query, filter: $filter, first: 20) {
    ${HITS} facets { categories { value count } provinces { value count } tags { value count } practices { value count } }
  }
}`;
