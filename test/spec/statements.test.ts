import { afterAll, beforeAll, expect, test } from "vitest";
import { allRecords } from "../../src/content/records/all-records.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { seed } from "../../src/content/seed.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { randomContent } from "../support/random-content.js";

const content = randomContent(70, 5);
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(content);
});
afterAll(() => app.close());

let turn = 0;
/** Changes what all cases show, so that no case and no town is cached any more; the index is left behind. */
async function makeCold(): Promise<SeedFiles> {
  const sources = content.lists["sources.yaml"].map((source) => ({ ...source, publisher: `报社${turn}` }));
  turn += 1;
  const files = { ...content, lists: { ...content.lists, "sources.yaml": sources } };
  await change(files);
  return files;
}

async function change(files: SeedFiles): Promise<void> {
  await seed(app.storage.unitOfWork, allRecords(files));
  await app.catalogue.refresh();
}

/** How many SQL statements the content database is asked for one operation. */
async function statementsFor(query: string): Promise<number> {
  const before = app.storage.reader.statementCount();
  expect((await app.ask(query)).errors).toBeUndefined();
  return app.storage.reader.statementCount() - before;
}

const fifty = `{ cases(first: 50) {
  nodes {
    slug title { zh en }
    category { key name { zh en } }
    town { name { zh en } region { name { zh en } parent { name { zh en } } } }
    practices { slug name { zh en } }
    indicators { measure { key } value unit { code } }
  }
} }`;

test("fifty cases with town, region, category, practices and indicators cost at most ten statements cold, and none warm", async () => {
  await makeCold();
  const cold = await statementsFor(fifty);
  expect(cold).toBeGreaterThan(0);
  expect(cold).toBeLessThanOrEqual(10);
  expect(await statementsFor(fifty)).toBe(0);
  expect(await statementsFor(fifty.replace("50", "20"))).toBe(0);
});

test("as many statements fetch one case as fifty", async () => {
  const one = fifty.replace("50", "1");
  await makeCold();
  const forOne = await statementsFor(one);
  await makeCold();
  expect(await statementsFor(fifty)).toBe(forOne);
});

test("totals and facets cost none, cold and with filters", async () => {
  await makeCold();
  const facets = "facets { categories { count } provinces { count } tags { count } practices { count } }";
  for (const [query, selection] of [
    ["{ cases { SELECTION } }", facets],
    ['{ cases(filter: { tags: ["craft"], rounds: [1] }, orderBy: UPDATED_DESC) { SELECTION } }', facets],
    ["{ categories { cases { SELECTION } } }", facets],
    ["{ practices { nodes { cases { SELECTION } } } }", facets],
    ['{ region(code: "zhejiang") { towns { SELECTION } } }', ""],
    ["{ towns(filter: { statuses: [CLOSED] }) { SELECTION } }", ""],
  ] as const) {
    const asked = query.replace("SELECTION", `totalCount ${selection} pageInfo { endCursor }`);
    expect([query, await statementsFor(asked)]).toEqual([query, 0]);
  }
});

test("a warm search costs none on the content database, and a cold one no more than a list", async () => {
  await makeCold();
  const search = `{ searchCases(query: "495 firms", first: 50) {
    totalCount
    facets { tags { count } }
    edges { score highlights { text ranges { start end } evidence { anchor } } node { title { zh } town { name { zh } } } }
    searchInfo { contentRevision }
  } }`;
  expect(await statementsFor(search)).toBeLessThanOrEqual(10);
  expect(await statementsFor(search)).toBe(0);
});

test("after a change in one case the others stay warm", async () => {
  const { cases, lists } = await makeCold();
  await statementsFor(fifty.replace("50", "45"));
  const { cases: shown } = await app.data<{ cases: { nodes: { slug: string }[] } }>(
    "{ cases(first: 45) { nodes { slug } } }",
  );
  const [changed, ...others] = shown.nodes.map(({ slug }) => slug);
  const title = { zh: "新", en: "New" };
  await change({
    lists,
    cases: cases.map((one) =>
      one.content.slug === changed ? { ...one, content: { ...one.content, title } } : one,
    ),
  });
  for (const slug of others)
    expect(await statementsFor(`{ case(slug: "${slug}") { title { zh } } }`)).toBe(0);
  expect(await statementsFor(`{ case(slug: "${changed ?? ""}") { title { zh } } }`)).toBeGreaterThan(0);
});
