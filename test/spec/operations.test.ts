import { join } from "node:path";
import { buildSchema, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { costOf } from "../../src/graphql/cost.js";
import { describeSchema } from "../../src/graphql/describe-schema.js";
import { limits } from "../../src/graphql/limits.js";
import { listSizes } from "../../src/graphql/list-sizes.js";
import { readOperations } from "../../src/http/pages/operations.js";
import { schemaFolder } from "../../src/project-folders.js";
import { openTestApp, PUBLISHED_CASES, type TestApp } from "../support/app.js";

const operations = readOperations(join(schemaFolder, "operations"));
const operation = (name: string) => operations.find((one) => one.name === name) ?? operations[0];

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const run = <Data>(name: string, variables: object = {}): Promise<Data> => {
  const found = operation(name);
  return app.data<Data>(found?.query ?? "", { ...found?.variables, ...variables });
};

interface Label {
  readonly zh: string;
  readonly en: string;
}
interface Nodes<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
}

describe("the operations on the real content", () => {
  test.each(operations.map(({ name, query, variables }) => [name, query, variables] as const))(
    "%s runs as it is",
    async (_name, query, variables) => {
      const answer = await app.ask(query, variables);
      expect(answer.errors).toBeUndefined();
      expect(answer.status).toBe(200);
    },
  );

  test("no operation costs more than half of what is allowed, and the dearest costs half", () => {
    const schema = buildSchema(describeSchema());
    const costs = operations.map(({ query, variables }) =>
      costOf(schema, parse(query), null, variables, listSizes),
    );
    expect(limits.maxCost).toBe(2 * Math.max(...costs));
  });

  test("a local government finds the cases of a category in its province, with practices and figures", async () => {
    const { category, cases } = await run<{
      category: { key: string; definition: Label };
      cases: Nodes<{
        slug: string;
        practices: unknown[];
        indicators: { nature: string; unit: { code: string } }[];
      }>;
    }>("government-cases-by-category");
    expect(category.key).toBe("TRADITIONAL_INDUSTRY_UPGRADING");
    expect(cases.nodes.map(({ slug }) => slug)).toEqual(["zhuji-hosiery-town"]);
    expect(cases.nodes[0]?.practices.length).toBeGreaterThan(0);
    expect(cases.nodes[0]?.indicators.length).toBeGreaterThan(10);
  });

  test("a portal's home page has five categories with their counts, and the programme", async () => {
    const { categories, serviceInfo, programme } = await run<{
      categories: { key: string; cases: { totalCount: number } }[];
      serviceInfo: { caseCount: number; limits: { maxCost: number } };
      programme: { events: unknown[]; correctionStatistics: { listed: number | null }[] };
    }>("portal-home");
    expect(categories.map(({ cases }) => cases.totalCount)).toEqual([14, 9, 4, 4, 5]);
    expect(serviceInfo.caseCount).toBe(PUBLISHED_CASES);
    expect(serviceInfo.limits.maxCost).toBe(limits.maxCost);
    expect(programme.events.length).toBeGreaterThan(0);
  });

  test("a portal refetches by id: cases and towns come back, what is no id is null", async () => {
    const { cases } = await app.data<{ cases: Nodes<{ id: string; town: { id: string } }> }>(
      "{ cases(first: 1) { nodes { id town { id } } } }",
    );
    const [first] = cases.nodes;
    const { nodes } = await run<{ nodes: unknown[] }>("portal-refetch", {
      ids: [first?.id, first?.town.id, "not an id"],
    });
    expect(nodes).toMatchObject([
      { __typename: "Case", id: first?.id },
      { __typename: "Town", id: first?.town.id },
      null,
    ]);
  });

  test("a researcher gets a case's evidence with sources and citations", async () => {
    const { case: found } = await run<{
      case: { evidence: Nodes<{ source: { citation: string }; statement: Label }>; sources: unknown[] };
    }>("research-evidence");
    expect(found.evidence.totalCount).toBe(found.evidence.nodes.length);
    for (const { source, statement } of found.evidence.nodes) {
      expect(source.citation).toMatch(/\[(EB\/OL|Z)\]/);
      expect(statement.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("what the main job promises", () => {
  test.each([
    ["地理信息", "deqing-geographic-information-town"],
    ["袜业 转型", "zhuji-hosiery-town"],
    ["lithium batery", "ningde-lithium-battery-new-energy-town"],
  ])("a search for %s finds %s first, highlighted", async (query, slug) => {
    const { searchCases } = await run<{
      searchCases: {
        edges: {
          node: { slug: string };
          highlights: { text: string; ranges: { start: number; end: number }[] }[];
        }[];
      };
    }>("research-full-text", { query });
    const [first] = searchCases.edges;
    expect(first?.node.slug).toBe(slug);
    const [highlight] = first?.highlights ?? [];
    const [range] = highlight?.ranges ?? [];
    expect(highlight?.text.slice(range?.start, range?.end).toLowerCase()).toContain(
      query.slice(0, 2).toLowerCase(),
    );
  });

  test("a search for 袜业 finds the two sock towns before all others", async () => {
    const { searchCases } = await run<{ searchCases: { edges: { node: { slug: string } }[] } }>(
      "research-full-text",
      { query: "袜业" },
    );
    const first = searchCases.edges.slice(0, 2).map(({ node }) => node.slug);
    expect(new Set(first)).toEqual(new Set(["liaoyuan-socks-town", "zhuji-hosiery-town"]));
  });

  test("the correction figures come out as data with sources", async () => {
    const { programme } = await app.data<{
      programme: {
        correctionStatistics: {
          listed: number | null;
          renamed: number | null;
          eliminatedOrRectified: number | null;
          retained: number | null;
          derivedFigures: string[];
          parts: { eliminatedOrRectified: number; retained: number | null; isOnGovernmentList: boolean }[];
          asOf: string;
          sources: { publisher: string }[];
          otherReadings: { eliminatedOrRectified: number | null }[];
        }[];
        mechanisms: { name: Label; sources: unknown[] }[];
      };
    }>(`{ programme {
      correctionStatistics {
        listed renamed eliminatedOrRectified retained derivedFigures asOf
        parts { eliminatedOrRectified retained isOnGovernmentList }
        sources { publisher } otherReadings { eliminatedOrRectified }
      }
      mechanisms { name { zh en } sources { id } }
    } }`);
    const release = programme.correctionStatistics.filter(({ asOf }) => asOf === "2018-12-31");
    expect(
      release.map(({ listed, renamed, eliminatedOrRectified, retained }) => [
        listed,
        renamed,
        eliminatedOrRectified,
        retained,
      ]),
    ).toEqual([
      [403, 403, null, null],
      [96, null, 34, 62],
      [50, null, null, null],
      [null, null, 385, null],
    ]);
    expect(release.at(-1)?.parts).toEqual([
      { eliminatedOrRectified: 70, retained: 996, isOnGovernmentList: true },
      { eliminatedOrRectified: 174, retained: null, isOnGovernmentList: true },
      { eliminatedOrRectified: 141, retained: null, isOnGovernmentList: false },
    ]);
    expect(release.at(-1)?.otherReadings).toEqual([{ eliminatedOrRectified: 419 }]);
    for (const statistic of programme.correctionStatistics)
      expect(statistic.sources.length).toBeGreaterThan(0);
    expect(programme.mechanisms.map(({ name }) => name.zh)).toEqual([
      "典型引路",
      "规范纠偏",
      "政银企服务平台",
    ]);
  });

  test("whatever the programme says names who says so, the themes and the praise of provinces too", async () => {
    const sourced = ["mechanisms", "documents", "events", "correctionStatistics", "statistics"];
    const { programme } = await app.data<{
      programme: Record<string, { region?: { code: string }; sources: { publisher: string }[] }[]> & {
        praisedProvinces: { code: string }[];
      };
    }>(`{ programme {
      ${sourced.map((list) => `${list} { sources { publisher } }`).join(" ")}
      themes { sources { publisher } }
      praise { region { code } sources { publisher } }
      praisedProvinces { code }
    } }`);
    for (const list of [...sourced, "themes", "praise"]) {
      expect([list, programme[list]?.length]).not.toEqual([list, 0]);
      for (const { sources } of programme[list] ?? []) expect([list, sources.length]).not.toEqual([list, 0]);
    }
    expect(programme.praise?.map(({ region }) => region)).toEqual(programme.praisedProvinces);
    expect(programme.themes?.[0]?.sources).toEqual([
      { publisher: "dzb.jzsbs.com newspaper e-edition (source: NDRC)" },
    ]);
  });

  test("all thirty-six towns and seventeen warnings are there, each section in both languages", async () => {
    const { cases } = await app.data<{
      cases: Nodes<{
        slug: string;
        round: number | null;
        categoryBasis: string | null;
        sections: { narratives: { locale: string; length: number }[] }[];
      }>;
    }>(
      "{ cases(first: 100) { totalCount nodes { slug round categoryBasis sections { narratives { locale length } } } } }",
    );
    expect(cases.totalCount).toBe(PUBLISHED_CASES);
    const inRound = (wanted: number | null) => cases.nodes.filter(({ round }) => round === wanted);
    expect([inRound(1), inRound(2), inRound(null)].map(({ length }) => length)).toEqual([16, 20, 17]);
    expect(new Set(inRound(1).map(({ categoryBasis }) => categoryBasis))).toEqual(new Set(["SOURCE"]));
    expect(new Set(inRound(2).map(({ categoryBasis }) => categoryBasis))).toEqual(new Set(["EDITORIAL"]));
    expect(new Set(inRound(null).map(({ categoryBasis }) => categoryBasis))).toEqual(new Set([null]));
    for (const { sections } of cases.nodes) {
      for (const { narratives } of sections)
        expect(narratives.map(({ locale }) => locale)).toEqual(["ZH", "EN"]);
    }
  });
});
