import { getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseFile } from "../../src/content/case-file.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { askForPage, idsOf, lists, walkPages } from "../support/lists.js";
import { pagedContent } from "../support/paged-content.js";
import { reachableFields } from "../support/schema-fields.js";

const named = lists.map((list) => [list.name, list.args ?? "", list] as const);

const connections = reachableFields().filter(({ field }) =>
  getNamedType(field.type).name.endsWith("Connection"),
);
const goesBackwards = new Set(
  connections.filter(({ field }) => field.args.some(({ name }) => name === "last")).map(({ name }) => name),
);

const content = pagedContent();
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(content);
});
afterAll(() => app.close());

describe("walking all pages", () => {
  test("is tried on every list of the schema", () => {
    expect(new Set(lists.map(({ name }) => name))).toEqual(new Set(connections.map(({ name }) => name)));
  });

  test.each(named)(
    "of %s(%s) gives each item once, as many as totalCount says",
    async (_name, _args, list) => {
      for (const size of [4, 100]) {
        const pages = await walkPages(app, list, size);
        const ids = idsOf(pages);
        expect(ids.length).toBeGreaterThan(4);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([ids.length]));
        expect(pages.length).toBe(Math.ceil(ids.length / size));
        for (const [index, { edges, nodes, pageInfo }] of pages.entries()) {
          expect(edges.map(({ node }) => node)).toEqual(nodes);
          expect(pageInfo).toEqual({
            hasNextPage: index < pages.length - 1,
            hasPreviousPage: index > 0,
            startCursor: edges.at(0)?.cursor,
            endCursor: edges.at(-1)?.cursor,
          });
        }
      }
    },
  );

  test.each(named.filter(([name]) => goesBackwards.has(name)))(
    "of %s(%s) backwards gives the same in the same order",
    async (_name, _args, list) => {
      const forwards = idsOf(await walkPages(app, list, 100));
      expect(idsOf(await walkPages(app, list, 4, true))).toEqual(forwards);
    },
  );

  test("a single item at a time gives the same, from both ends", async () => {
    const list = { name: "Query.cases" };
    const all = idsOf(await walkPages(app, list, 100));
    expect(idsOf(await walkPages(app, list, 1))).toEqual(all);
    expect(idsOf(await walkPages(app, list, 1, true))).toEqual(all);
  });

  test("stops at both ends, and between two cursors stays between them", async () => {
    const list = { name: "Query.cases" };
    const [all] = await walkPages(app, list, 100);
    const cursors = all?.edges.map(({ cursor }) => JSON.stringify(cursor)) ?? [];
    const between = await askForPage(
      app,
      list,
      `first: 100, after: ${cursors[4] ?? ""}, before: ${cursors[9] ?? ""}`,
    );
    expect(between.nodes).toEqual(all?.nodes.slice(5, 9));
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const beyond = await askForPage(app, list, `first: 5, after: ${cursors.at(-1) ?? ""}`);
    expect(beyond).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect(beyond.pageInfo).toMatchObject({ startCursor: null, endCursor: null });
  });
});

describe("lists by Chinese names", () => {
  const byPinyin = ["阿", "波", "德", "杨", "诸"];
  test.each([
    ["cases(first: 100, orderBy: TITLE_ZH_ASC)", "title"],
    ['searchCases(query: "", first: 100, sort: TITLE_ZH_ASC)', "title"],
    ["towns(first: 100)", "name"],
  ])("%s follow pinyin", async (list, field) => {
    const { found } = await app.data<{ found: { nodes: Record<string, { zh: string }>[] } }>(
      `{ found: ${list} { nodes { ${field} { zh } } } }`,
    );
    const firsts = found.nodes.flatMap((node) => node[field]?.zh.slice(0, 1) ?? []);
    expect(new Set(firsts).size).toBe(5);
    expect(firsts).toEqual(firsts.toSorted((a, b) => byPinyin.indexOf(a) - byPinyin.indexOf(b)));
  });
});

describe("totalCount", () => {
  const published = content.cases
    .map(({ content: one }) => one)
    .filter(({ status }) => status === "published");
  const townOf = ({ town }: CaseFile) => (typeof town === "string" ? undefined : town);
  const tests: readonly (readonly [string, (one: CaseFile) => boolean])[] = [
    ["{}", () => true],
    ['{ tags: ["craft"] }', ({ tags }) => tags.includes("craft")],
    ['{ tags: ["craft", "talent"] }', ({ tags }) => tags.length > 0],
    [
      "{ categories: [CULTURAL_HERITAGE], kinds: [CAUTIONARY] }",
      (one) => one.category === "CULTURAL_HERITAGE" && one.kind === "CAUTIONARY",
    ],
    ["{ categoryBasis: [EDITORIAL] }", ({ categoryBasis }) => categoryBasis === "EDITORIAL"],
    ['{ provinces: ["220000"] }', (one) => townOf(one)?.region === "automobile-zone"],
    ['{ regions: ["huzhou"] }', (one) => townOf(one)?.region !== "automobile-zone"],
    ['{ regions: ["330521"] }', (one) => townOf(one)?.region === "deqing-county"],
    [
      '{ industries: ["cars"], rounds: [2] }',
      (one) => townOf(one)?.industries.includes("cars") === true && one.round === 2,
    ],
    [
      '{ practices: ["practice-7"] }',
      (one) => one.practices.some(({ practice }) => practice === "practice-7"),
    ],
    ['{ towns: ["many-facts-town"] }', ({ slug }) => slug === "many-facts"],
    [
      "{ statuses: [CLOSED, NAMED] }",
      (one) => townOf(one)?.statusHistory.some(({ kind }) => kind === "CLOSED" || kind === "NAMED") === true,
    ],
    ["{ hasSection: [LESSON] }", ({ sections }) => sections.some(({ kind }) => kind === "LESSON")],
    ['{ updatedSince: "2026-05-01T00:00:00Z" }', ({ updatedOn }) => updatedOn >= "2026-05-01"],
  ];

  test.each(tests)("with the filter %s is exact, in a list and in a search", async (filter, isWanted) => {
    const { cases, searchCases } = await app.data<
      Record<"cases" | "searchCases", { totalCount: number; nodes: { slug: string }[] }>
    >(
      `{ cases(filter: ${filter}, first: 100) { totalCount nodes { slug } }
         searchCases(query: " ", filter: ${filter}, first: 1) { totalCount } }`,
    );
    const wanted = published.filter(isWanted).map(({ slug }) => slug);
    expect(wanted.length).toBeGreaterThan(0);
    expect(cases.nodes.map(({ slug }) => slug).toSorted()).toEqual(wanted.toSorted());
    expect([cases.totalCount, searchCases.totalCount]).toEqual([wanted.length, wanted.length]);
  });
});
