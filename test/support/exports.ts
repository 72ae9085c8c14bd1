import { parse } from "csv-parse/sync";
import type { TestApp } from "./app.js";

/** An export as it came over the wire. */
export interface Exported {
  readonly status: number;
  readonly headers: Headers;
  /** The bytes as UTF-8, the byte-order mark included. */
  readonly text: string;
}

/** The address of an export; `filter` is written as JSON. */
export function exportPath(name: string, filter?: unknown): string {
  const search = filter === undefined ? "" : `?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return `/export/${name}${search}`;
}

/** Fetches from a server that listens at `origin`. */
export async function fetchExport(origin: string, path: string, init: RequestInit = {}): Promise<Exported> {
  const response = await fetch(origin + path, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text: bytes.toString("utf8") };
}

export type Row = Readonly<Record<string, string>>;

/** Reads CSV as RFC 4180 has it; anything else throws, and so does a row that is too long or too short. */
export function rowsIn(csv: string): Row[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: "\r\n" });
}

export function linesIn(jsonl: string): unknown[] {
  return jsonl
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

/** Every node of a list of the API, page by page, and how many the API counts. */
export async function allNodes<Node>(
  app: TestApp,
  list: "evidence" | "cases",
  filter: unknown,
  selection: string,
): Promise<{ readonly totalCount: number; readonly nodes: Node[] }> {
  const type = list === "evidence" ? "EvidenceFilter" : "CaseFilter";
  const query = `query ($filter: ${type}, $after: String) { list: ${list}(filter: $filter, first: 5, after: $after) {
    totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor }
  } }`;
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const { list: page }: { list: Page<Node> } = await app.data(query, { filter, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { totalCount: page.totalCount, nodes };
    after = page.pageInfo.endCursor;
  }
}

interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
