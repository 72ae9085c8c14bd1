import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

interface Indicator {
  readonly measure: { readonly key: string };
  readonly nature: string;
  readonly scope: string;
  readonly asOf: string | null;
}
interface Evidence {
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
  readonly case: { readonly slug: string; readonly kind: string };
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly indicators: readonly Indicator[];
  readonly source: { readonly id: string; readonly language: string };
  readonly conflictsWith: readonly { readonly id: string }[];
}

const FIELDS = `id kind scope case { slug kind } period { from to }
  indicators { measure { key } nature scope asOf } source { id language } conflictsWith { id }`;

/** All that a filter finds, page by page. */
async function found(filter: object | null): Promise<Evidence[]> {
  const nodes: Evidence[] = [];
  for (let after: string | null = null; ;) {
    const { evidence }: { evidence: Page } = await app.data(
      `query ($filter: EvidenceFilter, $after: String) {
        evidence(filter: $filter, first: 100, after: $after) {
          totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor }
        }
      }`,
      { filter, after },
    );
    nodes.push(...evidence.nodes);
    if (!evidence.pageInfo.hasNextPage) {
      expect(nodes.length).toBe(evidence.totalCount);
      return nodes;
    }
    after = evidence.pageInfo.endCursor;
  }
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Evidence[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe("the evidence of all cases", () => {
  test("is all there, case by case in the order of the list of cases", async () => {
    const { cases } = await app.data<{
      cases: { nodes: { slug: string; evidence: { totalCount: number } }[] };
    }>("{ cases(first: 100) { nodes { slug evidence { totalCount } } } }");
    const all = await found(null);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const slugs = [...new Set(all.map((one) => one.case.slug))];
    expect(slugs).toEqual(cases.nodes.map(({ slug }) => slug));
    for (const { slug, evidence } of cases.nodes) {
      expect(all.filter((one) => one.case.slug === slug)).toHaveLength(evidence.totalCount);
    }
  });

  const conditions: readonly (readonly [string, object, (one: Evidence) => boolean])[] = [
    ["by kind", { kinds: ["CHALLENGE"] }, ({ kind }) => kind === "CHALLENGE"],
    ["by case", { cases: { kinds: ["CAUTIONARY"] } }, (one) => one.case.kind === "CAUTIONARY"],
    ["by conflict", { hasConflict: true }, ({ conflictsWith }) => conflictsWith.length > 0],
    ["by no conflict", { hasConflict: false }, ({ conflictsWith }) => conflictsWith.length === 0],
    ["by language of the source", { languages: ["en"] }, ({ source }) => source.language === "en"],
    [
      "by measure, nature and scope of one and the same figure",
      { measures: ["enterprises", "area"], natures: ["ACTUAL"], scopes: ["TOWN"] },
      ({ indicators }) =>
        indicators.some(
          ({ measure, nature, scope }) =>
            ["enterprises", "area"].includes(measure.key) && nature === "ACTUAL" && scope === "TOWN",
        ),
    ],
    [
      "by scope of the statement or a figure",
      { scopes: ["WIDER_AREA"] },
      ({ scope, indicators }) =>
        indicators.some((one) => one.scope === "WIDER_AREA") || scope === "WIDER_AREA",
    ],
  ];
  test.each(conditions)("is filtered %s", async (_how, filter, passes) => {
    const all = await found(null);
    const wanted = all.filter(passes).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(all.length);
    expect((await found(filter)).map(({ id }) => id)).toEqual(wanted);
  });

  test("is filtered by source, and by when it took place; what is undated is left out", async () => {
    const all = await found(null);
    const [first] = all;
    const ofSource = await found({ sources: [first?.source.id] });
    expect(ofSource.length).toBeGreaterThan(0);
    expect(new Set(ofSource.map(({ source }) => source.id))).toEqual(new Set([first?.source.id]));
    const in2015 = await found({ from: "2015", to: "2015-12" });
    expect(in2015.length).toBeGreaterThan(5);
    for (const { period, indicators } of in2015) {
      const dates = [period?.from, period?.to, ...indicators.map(({ asOf }) => asOf)].filter(Boolean);
      expect(dates.length).toBeGreaterThan(0);
    }
    const whenever = await found({ from: "0001", to: "9999" });
    expect(whenever.length).toBeLessThan(all.length);
    expect(
      whenever.every(({ period, indicators }) => period !== null || indicators.some(({ asOf }) => asOf)),
    ).toBe(true);
  });
});

describe("a filter of evidence that cannot be used", () => {
  test.each([
    [{ measures: ["happiness"] }, "filter.measures", "happiness"],
    [{ languages: ["tlh"] }, "filter.languages", "tlh"],
    [{ sources: ["not an id"] }, "filter.sources", "not an id"],
    [{ cases: { problems: ["boredom"] } }, "filter.cases.problems", "boredom"],
    [{ from: "2020", to: "2019-05" }, "filter.from", "2020"],
  ])("%j names the argument and the value", async (filter, argument, value) => {
    const { errors, status } = await app.ask(
      "query ($filter: EvidenceFilter) { evidence(filter: $filter) { totalCount } }",
      { filter },
    );
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument, value });
  });

  test.each(["2019-13", "2019-02-30", "19", "yesterday", "2019-7"])("from %s is no date", async (from) => {
    const { errors } = await app.ask(
      "query ($from: PartialDate) { evidence(filter: { from: $from }) { totalCount } }",
      {
        from,
      },
    );
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});
