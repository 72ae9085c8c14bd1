import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseFile } from "../../src/content/case-file.js";
import { readSeedLists } from "../../src/content/seed-files.js";
import { syntheticCase } from "../../src/content/synthetic/case.js";
import { choicesOf, syntheticLists } from "../../src/content/synthetic/lists.js";
import { seedsFolder } from "../../src/project-folders.js";
import { categoryKeys } from "../../src/terms.js";
import { openTestApp, type TestApp } from "../support/app.js";

/** A generated set, served; what the files say is the oracle. */
const size = { cases: 300, seed: 42 };
const lists = syntheticLists(readSeedLists(seedsFolder), size);
const files = Array.from({ length: size.cases }, (_, place) => syntheticCase(size, place, choicesOf(lists)));

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ lists, cases: files.map((content) => ({ file: content.slug, content })) });
});
afterAll(() => app.close());

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The slugs of all pages of `cases` or `searchCases`, in their order. */
async function walk(field: "cases" | "searchCases", filter: object, more = ""): Promise<string[]> {
  const slugs: string[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($filter: CaseFilter, $after: String) {
      list: ${field}(filter: $filter, first: 37, after: $after ${more}) {
        totalCount nodes { slug } pageInfo { hasNextPage endCursor }
      }
    }`;
    const { list }: { list: Listed } = await app.data(query, { filter, after });
    slugs.push(...list.nodes.map(({ slug }) => slug));
    after = list.pageInfo.endCursor;
    if (list.pageInfo.hasNextPage) continue;
    expect(slugs.length).toBe(list.totalCount);
    return slugs;
  }
}

const filters: [object, (file: CaseFile) => boolean][] = [
  [{}, () => true],
  ...categoryKeys.map((key): [object, (file: CaseFile) => boolean] => [
    { categories: [key] },
    ({ category }) => category === key,
  ]),
  [{ kinds: ["CAUTIONARY"] }, ({ kind }) => kind === "CAUTIONARY"],
  ...choicesOf(lists)
    .tags.slice(0, 4)
    .map((tag): [object, (file: CaseFile) => boolean] => [{ tags: [tag] }, ({ tags }) => tags.includes(tag)]),
  ...choicesOf(lists)
    .problems.slice(0, 3)
    .map((key): [object, (file: CaseFile) => boolean] => [
      { problems: [key], kinds: ["EXEMPLARY"] },
      ({ problems, kind }) => kind === "EXEMPLARY" && problems.some(({ problem }) => problem === key),
    ]),
  [
    { measures: [{ measure: "enterprises", min: 100 }] },
    ({ evidence }) =>
      evidence.some(({ scope, indicators }) =>
        indicators.some(
          ({ measure, nature, value }) =>
            measure === "enterprises" && nature === "ACTUAL" && scope === "TOWN" && value >= 100,
        ),
      ),
  ],
];

test.each(filters)("the pages of %j have each case that passes, once", async (filter, passes) => {
  const wanted = files.filter(passes).map(({ slug }) => slug);
  expect(wanted.length).toBeGreaterThan(0);
  expect((await walk("cases", filter)).sort()).toEqual(wanted.sort());
});

test("facets count what the files say", async () => {
  const query = "{ cases { facets { tags { value count } kinds { value count } } } }";
  const { cases } = await app.data<{
    cases: { facets: Record<"tags" | "kinds", { value: string; count: number }[]> };
  }>(query);
  for (const { value, count } of cases.facets.tags)
    expect([value, count]).toEqual([value, files.filter(({ tags }) => tags.includes(value)).length]);
  for (const { value, count } of cases.facets.kinds)
    expect([value, count]).toEqual([value, files.filter(({ kind }) => kind === value).length]);
});

test("a search finds exactly the cases that have a string, page after page", async () => {
  const word = "手艺师傅";
  const textsOf = ({ title, summary, sections, evidence }: CaseFile): string =>
    [
      title.zh,
      summary.zh,
      ...sections.map(({ narratives }) => narratives.zh),
      ...evidence.map(({ statement }) => statement.zh),
    ]
      .join("\n")
      .replace(/\[\^f\d+\]/g, "");
  const text = [word, "小镇产业"].find((one) => files.some((file) => textsOf(file).includes(one))) ?? "";
  const wanted = files.filter((file) => textsOf(file).includes(text)).map(({ slug }) => slug);
  const found = await walk(
    "searchCases",
    {},
    `, query: ${JSON.stringify(`"${text}"`)}, fields: [TITLE, SUMMARY, NARRATIVE, EVIDENCE]`,
  );
  expect(new Set(found)).toEqual(new Set(wanted));
  expect(found.length).toBe(wanted.length);
});
