import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { figureIsIn } from "../support/evidence-dates.js";
import { evidenceRow, figureRow, type EvidenceNode, type IndicatorNode } from "../support/export-rows.js";
import { evidenceOfCase, listedEvidence, wholeCase } from "../support/export-selections.js";
import { allNodes, exportPath, fetchExport, linesIn, rowsIn } from "../support/exports.js";

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await openTestApp();
  origin = await app.http.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

const whole = (name: string, filter?: unknown) => fetchExport(origin, exportPath(name, filter));
const countOf = ({ headers }: { readonly headers: Headers }) => Number(headers.get("x-total-count"));

/** A filter of evidence, as far as the tests look into it. */
interface Wanted {
  readonly measures?: readonly string[];
  readonly natures?: readonly string[];
  readonly scopes?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const evidenceFilters: readonly (readonly [string, Wanted & Readonly<Record<string, unknown>>])[] = [
  ["everything", {}],
  ["a measure in a category", { cases: { categories: ["POPULATION_TRANSFER"] }, measures: ["enterprises"] }],
  ["firms of the towns themselves", { measures: ["enterprises"], natures: ["ACTUAL"], scopes: ["TOWN"] }],
  ["plans and targets", { natures: ["PLANNED", "TARGET"] }],
  ["what covers a wider area", { scopes: ["WIDER_AREA"], from: "2016", to: "2020-06" }],
  ["what went wrong", { kinds: ["CHALLENGE"], cases: { kinds: ["CAUTIONARY"] } }],
  ["one year", { from: "2017", to: "2017" }],
  ["results of one year", { from: "2017", to: "2017", natures: ["ACTUAL"] }],
  ["what is disputed", { hasConflict: true }],
  ["sources in English", { languages: ["en"] }],
  ["cases with a hundred firms", { cases: { measures: [{ measure: "enterprises", min: 100 }] } }],
  ["nothing", { cases: { rounds: [1], kinds: ["CAUTIONARY"] } }],
];

describe.each(evidenceFilters)("an export of evidence, of %s,", (_name, filter) => {
  let nodes: readonly EvidenceNode[];
  let totalCount: number;
  beforeAll(async () => {
    ({ nodes, totalCount } = await allNodes<EvidenceNode>(app, "evidence", filter, listedEvidence));
  });

  test("is as a table what the API lists, row by row and cell by cell", async () => {
    const table = await whole("evidence.csv", filter);
    expect(countOf(table)).toBe(totalCount);
    expect(rowsIn(table.text)).toEqual(nodes.map(evidenceRow));
  });

  test("is in lines what the API lists, name by name", async () => {
    const lines = await whole("evidence.jsonl", filter);
    expect(countOf(lines)).toBe(totalCount);
    expect(linesIn(lines.text)).toEqual(nodes);
  });

  test("has as a table of figures those that the filter asks for, one a row", async () => {
    const table = await whole("figures.csv", filter);
    const rows = nodes.flatMap((node) =>
      node.indicators.flatMap((figure, place) =>
        isWanted(figure, node, filter) ? [figureRow(node, place)] : [],
      ),
    );
    expect(countOf(table)).toBe(rows.length);
    expect(rowsIn(table.text)).toEqual(rows);
  });
});

/** An empty list restricts nothing. */
function isWanted(figure: IndicatorNode, node: EvidenceNode, wanted: Wanted): boolean {
  const { measure, nature, scope } = figure;
  const anyOf = (values: readonly string[] | undefined, value: string) => values?.includes(value) ?? true;
  return (
    anyOf(wanted.measures, measure.key) &&
    anyOf(wanted.natures, nature) &&
    anyOf(wanted.scopes, scope) &&
    figureIsIn(figure, node, wanted)
  );
}

const caseFilters: readonly (readonly [string, unknown])[] = [
  ["everything", undefined],
  ["a province", { provinces: ["330000"] }],
  ["the warnings", { kinds: ["CAUTIONARY"] }],
  ["a neighbourhood", { near: { latitude: 30.5, longitude: 120, withinKilometres: 100 } }],
  ["late news", { updatedSince: "2999-01-01T00:00:00Z" }],
];

interface Part {
  readonly evidence: unknown;
  readonly [name: string]: unknown;
}
interface CaseLine extends Part {
  readonly slug: string;
  readonly practices: readonly (Part & { readonly reason: unknown })[];
  readonly problems: readonly Part[];
  readonly contradictions: readonly (Part & { readonly slug: string; readonly reason: unknown })[];
}

describe.each(caseFilters)("an export of cases, of %s,", (_name, filter) => {
  test("is in lines what the API lists, name by name", async () => {
    const { totalCount, nodes } = await allNodes<{ slug: string }>(app, "cases", filter, wholeCase);
    const lines = await whole("cases.jsonl", filter);
    expect(countOf(lines)).toBe(totalCount);
    const found = linesIn(lines.text) as CaseLine[];
    const asListed = found.map((line) => ({
      ...without(line, "evidence", "contradictions"),
      practices: line.practices.map((practice) => without(practice, "reason", "evidence")),
      problems: line.problems.map((problem) => without(problem, "evidence")),
    }));
    expect(asListed).toEqual(nodes);
  });
});

describe("a case in an export", () => {
  let lines: readonly CaseLine[];
  beforeAll(async () => {
    lines = linesIn((await whole("cases.jsonl")).text) as CaseLine[];
  });

  test("has all its evidence", async () => {
    for (const { slug, evidence } of lines.slice(0, 3)) {
      expect(evidence).toEqual(await evidenceOf(slug));
    }
  });

  test("says how it bears practices out and speaks against them, as the practice itself does", async () => {
    for (const [list, ours] of [
      ["uses", "practices"],
      ["contradictions", "contradictions"],
    ] as const) {
      const { practices } = await app.data<{ practices: Practices }>(`{ practices(first: 60) {
        nodes { slug uses: ${list} { case { slug } reason { zh en } evidence { id anchor } } }
        pageInfo { hasNextPage }
      } }`);
      expect(practices.pageInfo.hasNextPage).toBe(false);
      const told = practices.nodes.flatMap(({ slug, uses }) =>
        uses.map((use) => ({ ...use, case: use.case.slug, slug })),
      );
      const exported = lines.flatMap((line) =>
        line[ours].map(({ slug, reason, evidence }) => ({ case: line.slug, reason, evidence, slug })),
      );
      expect(told.length).toBeGreaterThan(10);
      expect(exported).toHaveLength(told.length);
      expect(exported).toEqual(expect.arrayContaining(told));
    }
  });
});

interface Use {
  readonly case: { readonly slug: string };
  readonly reason: unknown;
  readonly evidence: unknown;
}
interface Practices {
  readonly nodes: readonly { readonly slug: string; readonly uses: readonly Use[] }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

function without(value: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

async function evidenceOf(slug: string): Promise<unknown[]> {
  const nodes: unknown[] = [];
  for (let after: string | null = null; ;) {
    const answer: { case: { evidence: EvidencePage } } = await app.data(evidenceOfCase, { slug, after });
    const { evidence } = answer.case;
    nodes.push(...evidence.nodes);
    if (!evidence.pageInfo.hasNextPage) return nodes;
    after = evidence.pageInfo.endCursor;
  }
}

interface EvidencePage {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
