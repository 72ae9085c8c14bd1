import { readFileSync } from "node:fs";
import { categoryKeys } from "../../src/terms.js";

export const queries = ["list", "case", "search", "typename"] as const;
export type QueryName = (typeof queries)[number];

type Ask = (document: string, variables: object) => Promise<unknown>;

/** A page of a list: what it shows, by slug, and where the next one begins; null: nowhere. */
export interface ListPage {
  readonly nodes: readonly { readonly slug: string }[];
  readonly next: string | null;
}

/** How a server is asked for the same things. */
export interface Dialect {
  readonly documents: Readonly<Partial<Record<QueryName, string>>>;
  /** `$category` for each category. */
  categories(ask: Ask): Promise<readonly string[]>;
  pageIn(data: unknown): ListPage;
}

interface Connection {
  readonly nodes: ListPage["nodes"];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageOf = ({ nodes, pageInfo }: Connection): ListPage => ({
  nodes,
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

/** Of our schema, or of a part of it. */
export const ourDialect: Dialect = {
  documents: Object.fromEntries(queries.map((name) => [name, documentIn(`${name}.graphql`)])),
  categories: () => Promise.resolve(categoryKeys),
  pageIn: (data) => pageOf((data as { cases: Connection }).cases),
};

/** PostGraphile's schema is that of the tables. */
export const tableDialect: Dialect = {
  documents: {
    list: documentIn("postgraphile/list.graphql"),
    case: documentIn("postgraphile/case.graphql"),
    typename: documentIn("typename.graphql"),
  },
  async categories(ask) {
    const data = await ask("{ allCategories { nodes { rowId } } }", {});
    const { allCategories } = data as { allCategories: { nodes: { rowId: string }[] } };
    return allCategories.nodes.map(({ rowId }) => rowId);
  },
  pageIn: (data) => pageOf((data as { allCaseRecords: Connection }).allCaseRecords),
};

function documentIn(file: string): string {
  return readFileSync(new URL(`documents/${file}`, import.meta.url), "utf8");
}
