import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseView } from "../../src/catalogue/views.js";
import { planQuery } from "../../src/search/plan-query.js";
import { openTestApp, type TestApp } from "../support/app.js";

let app: TestApp;
let views: CaseView[];

beforeAll(async () => {
  app = await openTestApp();
  const edition = app.catalogue.current();
  views = (await edition.cases([...edition.columns.facts].map(({ id }) => id))).filter(
    (view) => view !== null,
  );
});
afterAll(() => app.close());

/** The cases that a query finds, with all that the engine can do to the text switched on. */
async function found(query: string): Promise<ReadonlySet<string>> {
  const { columns, vocabulary } = app.catalogue.current();
  const plan = planQuery(query, { glossary: vocabulary.glossary });
  const { hits } = await app.engine.search({
    ...{ plan, filter: {}, columns, sort: "RELEVANCE" as const },
    ...{ limit: 100, after: null, wantsFacets: false },
  });
  return new Set(hits.map(({ id }) => id));
}

/** Each distinct piece of the narratives of a language, with the cases that have it. */
function piecesOf(locale: "ZH" | "EN", cut: (text: string) => Iterable<string>): Map<string, Set<string>> {
  const pieces = new Map<string, Set<string>>();
  for (const { id, sections } of views) {
    for (const { text } of sections.flatMap(({ narratives }) =>
      narratives.filter((one) => one.locale === locale),
    )) {
      for (const piece of cut(text)) pieces.set(piece, (pieces.get(piece) ?? new Set()).add(id));
    }
  }
  return pieces;
}

function* hanStrings(text: string): Generator<string> {
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run];
    for (let length = 2; length <= 6; length++) {
      for (let start = 0; start + length <= characters.length; start++) {
        yield characters.slice(start, start + length).join("");
      }
    }
  }
}

const latinWords = (text: string): string[] =>
  text.match(/[\p{Script=Latin}\p{N}]+(?:['’.-][\p{Script=Latin}\p{N}]+)*/gu) ?? [];

async function missed(pieces: ReadonlyMap<string, ReadonlySet<string>>): Promise<string[]> {
  const misses: string[] = [];
  for (const [piece, ids] of pieces) {
    const hits = await found(piece);
    if ([...ids].some((id) => !hits.has(id))) misses.push(piece);
  }
  return misses;
}

test(
  "every Chinese string of 2 to 6 characters taken from a narrative finds its case",
  { timeout: 300_000 },
  async () => {
    const pieces = piecesOf("ZH", hanStrings);
    expect(pieces.size).toBeGreaterThan(10_000);
    expect(await missed(pieces)).toEqual([]);
  },
);

test("every English word taken from a narrative finds its case", { timeout: 300_000 }, async () => {
  const pieces = piecesOf("EN", latinWords);
  expect(pieces.size).toBeGreaterThan(1_000);
  expect(await missed(pieces)).toEqual([]);
});
