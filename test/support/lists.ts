import { publicId, seededId } from "../../src/ids.js";
import type { TestApp } from "./app.js";

/** A list: its name in the schema, where it hangs, its own arguments. */
export interface List {
  readonly name: string;
  readonly parent?: string;
  readonly args?: string;
}

const sourceOf = `node(id: "${publicId("Source", seededId("Source", "paper"))}") { ... on Source`;
const orders = ["CATEGORY_ASC", "TITLE_ZH_ASC", "TITLE_EN_ASC", "UPDATED_DESC", "ROUND_ASC"];
const sorts = ["RELEVANCE", "UPDATED_DESC", "TITLE_ZH_ASC", "TITLE_EN_ASC"];

/** Every list of the API that has pages, in every order and with some filters, on `pagedContent`. */
export const lists: readonly List[] = [
  ...orders.map((order) => ({ name: "Query.cases", args: `orderBy: ${order}` })),
  { name: "Query.cases", args: 'filter: { tags: ["craft"], rounds: [1, 2] }' },
  { name: "Query.cases", args: 'filter: { regions: ["330500"], kinds: [EXEMPLARY] }, orderBy: UPDATED_DESC' },
  ...sorts.map((sort) => ({ name: "Query.searchCases", args: `query: "案例", sort: ${sort}` })),
  { name: "Query.searchCases", args: 'query: ""' },
  { name: "Query.searchCases", args: 'query: "2016 firms title", filter: { statuses: [CITED] }' },
  { name: "Query.searchCases", args: 'query: "正文 -阿"' },
  { name: "Query.towns" },
  { name: "Query.towns", args: 'filter: { industries: ["hosiery"], statuses: [NAMED, CLOSED] }' },
  {
    name: "Query.cases",
    args: "orderBy: DISTANCE_ASC, filter: { near: { latitude: 35, longitude: 110, withinKilometres: 5000 } }",
  },
  {
    name: "Query.towns",
    args: "orderBy: DISTANCE_ASC, filter: { near: { latitude: 35, longitude: 110, withinKilometres: 5000 } }",
  },
  { name: "Query.towns", args: "filter: { within: { south: 0, west: 0, north: 90, east: 180 } }" },
  { name: "Query.evidence" },
  {
    name: "Query.evidence",
    args: 'filter: { cases: { rounds: [1] }, measures: ["enterprises"], natures: [ACTUAL] }',
  },
  { name: "Query.practices" },
  { name: "Query.sources" },
  { name: "Category.cases", parent: "category(key: CULTURAL_HERITAGE)" },
  {
    name: "Category.cases",
    parent: "category(key: NEW_INDUSTRY_CLUSTER)",
    args: 'filter: { tags: ["craft"] }',
  },
  { name: "Category.practices", parent: "category(key: NEW_INDUSTRY_CLUSTER)" },
  { name: "Practice.cases", parent: 'practice(slug: "shared-design")' },
  { name: "Region.towns", parent: 'region(code: "zhejiang")' },
  { name: "Source.cases", parent: sourceOf },
  { name: "Source.evidence", parent: sourceOf },
  { name: "PolicyDocument.cases", parent: "programme { documents" },
  { name: "Case.evidence", parent: 'case(slug: "many-facts")' },
  { name: "Case.evidence", parent: 'case(slug: "many-facts")', args: "kinds: [PRACTICE]" },
];
/** A page as `askForPage` gives it. */
export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** One page of a list; `paging` is written as in a document. */
export async function askForPage(
  app: TestApp,
  { name, parent, args = "" }: List,
  paging: string,
): Promise<Page> {
  const field = `list: ${name.split(".")[1] ?? ""}(${args} ${paging})`;
  const opened = parent === undefined ? "" : `${parent} { `;
  const query = `{ ${opened}${field} {
    totalCount
    edges { cursor node { id } }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } ${"}".repeat(opened.split("{ ").length)}`;
  return listIn(await app.data(query));
}

/** What is called `list`, however deep. */
function listIn(data: unknown): Page {
  if (typeof data !== "object" || data === null) throw new Error("The answer has no list");
  return "list" in data ? (data.list as Page) : listIn(Object.values(data)[0]);
}

/** All pages of a list from its beginning or from its end, in the order of the list. */
export async function walkPages(
  app: TestApp,
  list: List,
  size: number,
  isBackwards = false,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let paging = isBackwards ? `last: ${size}` : `first: ${size}`; pages.length < 100;) {
    const next = await askForPage(app, list, paging);
    pages.push(next);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = next.pageInfo;
    if (!(isBackwards ? hasPreviousPage : hasNextPage)) break;
    paging = isBackwards
      ? `last: ${size}, before: ${JSON.stringify(startCursor)}`
      : `first: ${size}, after: ${JSON.stringify(endCursor)}`;
  }
  return isBackwards ? pages.reverse() : pages;
}

export const idsOf = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
