import { createHash } from "node:crypto";
import { categoryKeys } from "../../src/terms.js";
import { seededRandom } from "../support/random.js";
import { ourDialect, queries, type Dialect, type QueryName } from "./dialects.js";
import { ask } from "./load.js";

/** `unchanged`: the list page by `GET`, asked again with the tag of the answer. */
export const workloads = [...queries, "unchanged"] as const;
export type Workload = (typeof workloads)[number];

/** One request, ready to be sent. */
export interface Call {
  readonly method: "GET" | "POST";
  /** Of the URL, with its question mark; or empty. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | undefined;
  /** 200 where nothing else is said. */
  readonly status?: number;
}

export type Calls = Readonly<Partial<Record<Workload, readonly Call[]>>>;

/** Everything that a server is asked, and what its list pages show of each case. */
export interface Material {
  readonly calls: Calls;
  readonly listed: ReadonlyMap<string, unknown>;
}

const [PAGE_SIZE, MOST_PAGES, MOST_CASES, MOST_SEARCHES] = [20, 100, 499, 200] as const;
/** The two that most cases have. */
const MEASURES = ["enterprises", "enterprises_above_scale"];

/** Goes through the lists of a server by its own cursors, and makes the requests of what it finds. */
export async function materialOf(
  url: string,
  { documents, ...dialect }: Dialect,
  wanted: readonly Workload[],
): Promise<Material> {
  const random = seededRandom(1);
  const asked = async (query: string, variables: object): Promise<unknown> => {
    const { text } = await ask(url, postOf("list", query, variables));
    expectData(url, text);
    return (JSON.parse(text) as { data: unknown }).data;
  };
  const listed = new Map<string, { readonly slug: string }>();
  const pages: object[] = [];
  for (const category of await dialect.categories(asked)) {
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const variables: object = { category, first: PAGE_SIZE, after, measures: MEASURES };
      const { nodes, next } = dialect.pageIn(await asked(documents.list ?? "", variables));
      for (const node of nodes) listed.set(node.slug, node);
      pages.push(variables);
      if (next === null) break;
      after = next;
    }
  }
  const slugs = random.some([...listed.keys()].sort(), MOST_CASES);
  const variables: Record<QueryName, readonly object[]> = {
    list: random.some(pages, pages.length),
    case: slugs.map((slug) => ({ slug })),
    search: slugs.slice(0, MOST_SEARCHES).map((slug) => ({ query: wordIn(listed.get(slug)) })),
    typename: [{}],
  };
  const calls = queries.map((name) => {
    const document = wanted.includes(name) ? documents[name] : undefined;
    return [name, document ? variables[name].map((one) => postOf(name, document, one)) : []] as const;
  });
  for (const [name, [call]] of calls) if (call) expectData(name, (await ask(url, call)).text);
  return { calls: Object.fromEntries(calls), listed };
}

/** An error is quickly answered: who answers with one is no peer. */
function expectData(name: string, text: string): void {
  const { errors } = JSON.parse(text) as { errors?: unknown };
  if (errors) throw new Error(`${name}: ${text.slice(0, 500)}`);
}

/** The first list page of our schema. */
export function firstListPage(): Call {
  const variables = { category: categoryKeys[0], first: PAGE_SIZE, after: null, measures: MEASURES };
  return postOf("list", ourDialect.documents.list ?? "", variables);
}

/**
 * The same list pages by `GET`, from a client that has them already; as clients ask by `GET`, with the hash of a document
 * that the server has been told once.
 */
export async function unchangedCalls(url: string, list: readonly Call[]): Promise<readonly Call[]> {
  const { query, variables: some } = JSON.parse(list[0]?.body ?? "{}") as {
    query: string;
    variables: object;
  };
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
  const getOf = (parameters: Record<string, string>): Call => ({
    ...{ method: "GET", headers: {}, body: undefined },
    search: `?${String(new URLSearchParams({ ...parameters, extensions }))}`,
  });
  await ask(url, getOf({ query, variables: JSON.stringify(some) }));
  return Promise.all(
    list.map(async ({ body }) => {
      const { variables } = JSON.parse(body ?? "{}") as { variables: object };
      const call = getOf({ variables: JSON.stringify(variables) });
      const { etag, text } = await ask(url, call);
      expectData("unchanged", text);
      return { ...call, headers: { "if-none-match": etag }, status: 304 };
    }),
  );
}

function postOf(name: QueryName, query: string, variables: object): Call {
  const body = JSON.stringify({ query, variables });
  return {
    ...{ method: "POST", search: "", body },
    headers: {
      ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      // For the servers without GraphQL.
      "x-workload": name,
    },
  };
}

/** Two characters out of the middle of its Chinese title. */
function wordIn(node: unknown): string {
  const title = (node as { title?: { zh: string } } | undefined)?.title?.zh ?? "小镇";
  const hanzi = [...title].filter((character) => /\p{Script=Han}/u.test(character));
  return hanzi.slice(4, 6).join("");
}
