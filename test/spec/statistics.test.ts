import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseDimensions, type CaseDimension } from "../../src/matching/case-statistics.js";
import { bases, caseKinds, categoryKeys, warningKinds } from "../../src/terms.js";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { aCase, aTown, contentOf, label } from "../support/content.js";
import { randomContent } from "../support/random-content.js";

const statistics = `query ($filter: CaseFilter, $groupBy: [CaseDimension!]!) {
  caseStatistics(filter: $filter, groupBy: $groupBy) {
    totalCount
    cells { count keys { dimension value label { zh en } } }
  }
}`;

interface Statistics {
  readonly totalCount: number;
  readonly cells: readonly {
    readonly count: number;
    readonly keys: readonly {
      readonly dimension: CaseDimension;
      readonly value: string;
      readonly label: { readonly zh: string; readonly en: string };
    }[];
  }[];
}

async function counted(
  app: TestApp,
  groupBy: readonly CaseDimension[],
  filter: object | null = null,
): Promise<Statistics> {
  return (await app.data<{ caseStatistics: Statistics }>(statistics, { groupBy, filter })).caseStatistics;
}

/** Cells as `value value: count`. */
const written = ({ cells }: Statistics): string[] =>
  cells.map(({ keys, count }) => `${keys.map(({ value }) => value).join(" ")}: ${count}`);
const sumOf = ({ cells }: Statistics): number => cells.reduce((sum, { count }) => sum + count, 0);

/** SQL is the oracle: every case with each of its values, null where it has none. */
const valuesBySql: Readonly<Record<CaseDimension, string>> = {
  CATEGORY: "SELECT c.id, k.key AS value FROM case_record c LEFT JOIN category k ON k.id = c.category_id",
  CATEGORY_BASIS: "SELECT id, category_basis AS value FROM case_record",
  PROVINCE: `SELECT c.id, tree.value FROM case_record c JOIN town t ON t.id = c.town_id JOIN tree ON tree.id = t.region_id`,
  ROUND: "SELECT id, CAST(round AS TEXT) AS value FROM case_record",
  KIND: "SELECT id, kind AS value FROM case_record",
  INDUSTRY: `SELECT c.id, i.key AS value FROM case_record c
    LEFT JOIN town_industry l ON l.town_id = c.town_id LEFT JOIN industry i ON i.id = l.industry_id`,
  PROBLEM: `SELECT c.id, p.key AS value FROM case_record c
    LEFT JOIN case_problem l ON l.case_id = c.id LEFT JOIN problem p ON p.id = l.problem_id`,
  PRACTICE: `SELECT c.id, p.slug AS value FROM case_record c
    LEFT JOIN case_practice l ON l.case_id = c.id LEFT JOIN practice p ON p.id = l.practice_id`,
  WARNING_KIND:
    "SELECT c.id, w.kind AS value FROM case_record c LEFT JOIN case_warning w ON w.case_id = c.id",
};

async function countedBySql(app: TestApp, groupBy: readonly CaseDimension[], where: string) {
  const [a = "KIND", b = "KIND"] = groupBy;
  const isCrossed = groupBy.length > 1;
  const [rows = [], [total] = []] = await app.storage.reader.snapshot([
    {
      text: `
        WITH RECURSIVE tree(value, id) AS (
          SELECT COALESCE(code, key), id FROM region WHERE parent_id IS NULL
          UNION ALL SELECT tree.value, region.id FROM region JOIN tree ON region.parent_id = tree.id
        )
        SELECT COALESCE(a.value, 'UNKNOWN') AS a, COALESCE(b.value, 'UNKNOWN') AS b, COUNT(DISTINCT c.id) AS count
        FROM case_record c JOIN (${valuesBySql[a]}) AS a ON a.id = c.id JOIN (${valuesBySql[b]}) AS b ON b.id = c.id
        WHERE c.status = 'published' AND ${where} GROUP BY ${isCrossed ? "1, 2" : "1"}`,
    },
    { text: `SELECT COUNT(*) AS total FROM case_record c WHERE c.status = 'published' AND ${where}` },
  ]);
  return {
    total: Number(total?.["total"]),
    cells: rows
      .map(
        (row) =>
          `${[row["a"], ...(isCrossed ? [row["b"]] : [])].map(String).join(" ")}: ${String(row["count"])}`,
      )
      .sort(),
  };
}

const single = caseDimensions.map((dimension) => [dimension] as const);
const pairs = caseDimensions.flatMap((one, place) =>
  caseDimensions.slice(place + 1).map((other) => [other, one] as const),
);
const filters: readonly (readonly [filter: object | null, where: string])[] = [
  [null, "TRUE"],
  [{ kinds: ["EXEMPLARY"] }, "c.kind = 'EXEMPLARY'"],
  [{ rounds: [2], categoryBasis: ["SOURCE"] }, "c.round = 2 AND c.category_basis = 'SOURCE'"],
  [
    { warningKinds: ["RED_LINE", "FALSE_TOWN"] },
    "c.id IN (SELECT case_id FROM case_warning WHERE kind IN ('RED_LINE', 'FALSE_TOWN'))",
  ],
];

let real: TestApp;
let generated: TestApp;
beforeAll(async () => {
  real = await openTestApp();
  generated = await openTestApp(randomContent(120, 7));
});
afterAll(async () => {
  await real.close();
  await generated.close();
});

describe.each([
  ["a generated set", () => generated],
  ["the real cases", () => real],
])("on %s", (_what, app) => {
  test.each(filters)("every table counts what SQL counts, under the filter %j", async (filter, where) => {
    for (const groupBy of [...single, ...pairs]) {
      const found = await counted(app(), groupBy, filter);
      const expected = await countedBySql(app(), groupBy, where);
      const filled = written(found).filter((cell) => !cell.endsWith(": 0"));
      expect([groupBy, found.totalCount, filled.sort()]).toEqual([groupBy, expected.total, expected.cells]);
    }
  });

  test("a dimension of which a case has one value adds up to the total, the others to no less", async () => {
    for (const [dimension] of single) {
      const found = await counted(app(), [dimension]);
      if (["INDUSTRY", "PROBLEM", "PRACTICE"].includes(dimension)) {
        expect([dimension, sumOf(found) > found.totalCount]).toEqual([dimension, true]);
      } else {
        expect([dimension, sumOf(found)]).toEqual([dimension, found.totalCount]);
      }
    }
    const crossed = await counted(app(), ["PROVINCE", "WARNING_KIND"]);
    expect(sumOf(crossed)).toBe(crossed.totalCount);
  });

  test("two dimensions give each value of one with each of the other, in the order of each alone", async () => {
    for (const groupBy of pairs) {
      const [rows, columns] = await Promise.all(groupBy.map((dimension) => counted(app(), [dimension])));
      const values = (of: Statistics | undefined) => (of?.cells ?? []).map(({ keys }) => keys[0]);
      const { cells } = await counted(app(), groupBy);
      expect(cells.map(({ keys }) => keys)).toEqual(
        values(rows).flatMap((row) => values(columns).map((column) => [row, column])),
      );
    }
  });
});

describe("on the real cases", () => {
  test("categories by rounds are what a reader counts in the list", async () => {
    const { totalCount, cells } = await counted(real, ["CATEGORY", "ROUND"]);
    const { cases } = await real.data<{
      cases: { totalCount: number; nodes: { category: { key: string } | null; round: number | null }[] };
    }>("{ cases(first: 100) { totalCount nodes { category { key } round } } }");
    expect(totalCount).toBe(cases.totalCount);
    for (const { keys, count } of cells) {
      const here = cases.nodes.filter(
        ({ category, round }) =>
          (category?.key ?? "UNKNOWN") === keys[0]?.value && String(round ?? "UNKNOWN") === keys[1]?.value,
      );
      expect([keys, count]).toEqual([keys, here.length]);
    }
  });

  test("every value but UNKNOWN is one that the filter takes, and finds as many cases", async () => {
    const fields = {
      CATEGORY: "categories",
      CATEGORY_BASIS: "categoryBasis",
      PROVINCE: "provinces",
      ROUND: "rounds",
      KIND: "kinds",
      INDUSTRY: "industries",
      PROBLEM: "problems",
      PRACTICE: "practices",
      WARNING_KIND: "warningKinds",
    } as const;
    for (const [dimension] of single) {
      const { cells } = await counted(real, [dimension]);
      for (const { keys, count } of cells) {
        const value = keys[0]?.value ?? "";
        if (value === "UNKNOWN") continue;
        const filter = { [fields[dimension]]: [dimension === "ROUND" ? Number(value) : value] };
        const { totalCount } = await counted(real, ["KIND"], filter);
        expect([value, totalCount]).toEqual([value, count]);
      }
    }
  });
});

describe("a table of few cases", () => {
  const content = contentOf([
    aCase({ slug: "plain", practices: [] }),
    aCase({
      ...{ slug: "bare", category: null, categoryBasis: null, round: null },
      town: aTown("bare", { region: "automobile-zone", industries: [] }),
    }),
    aCase({ slug: "secret", status: "draft", category: "CULTURAL_HERITAGE", categoryBasis: "EDITORIAL" }),
  ]);

  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(content);
  });
  afterAll(() => app.close());

  test("lists every value of a closed set, zeros included, and of an open one those that cases have", async () => {
    const values = async (dimension: CaseDimension) => written(await counted(app, [dimension]));
    expect(await values("CATEGORY")).toEqual([
      ...categoryKeys.map((key) => `${key}: ${key === "NEW_INDUSTRY_CLUSTER" ? 1 : 0}`),
      "UNKNOWN: 1",
    ]);
    expect(await values("CATEGORY_BASIS")).toEqual([
      ...bases.map((key) => `${key}: ${key === "SOURCE" ? 1 : 0}`),
      "UNKNOWN: 1",
    ]);
    expect(await values("ROUND")).toEqual(["1: 1", "2: 0", "UNKNOWN: 1"]);
    expect(await values("KIND")).toEqual(caseKinds.map((key) => `${key}: ${key === "EXEMPLARY" ? 2 : 0}`));
    expect(await values("WARNING_KIND")).toEqual([...warningKinds.map((key) => `${key}: 0`), "UNKNOWN: 2"]);
    expect(await values("PROVINCE")).toEqual(["220000: 1", "330000: 1"]);
    expect(await values("INDUSTRY")).toEqual(["hosiery: 1", "UNKNOWN: 1"]);
    expect(await values("PRACTICE")).toEqual(["UNKNOWN: 2"]);
    expect(await counted(app, ["INDUSTRY"], { rounds: [2] })).toEqual({ totalCount: 0, cells: [] });
  });

  test("says in words what a missing value means", async () => {
    const missing = async (dimension: CaseDimension) =>
      (await counted(app, [dimension])).cells.find(({ keys }) => keys[0]?.value === "UNKNOWN")?.keys[0]
        ?.label;
    for (const dimension of ["CATEGORY", "CATEGORY_BASIS", "ROUND"] as const) {
      expect(await missing(dimension)).toEqual(label("未注明", "Not stated"));
    }
    expect(await missing("WARNING_KIND")).toEqual(label("非警示案例", "Not a warning"));
    for (const dimension of ["INDUSTRY", "PROBLEM", "PRACTICE"] as const) {
      expect(await missing(dimension)).toEqual(label("未记录", "None noted"));
    }
  });

  test("counts a draft once it is published, and no longer once it is withdrawn", async () => {
    const app = await testApp(content);
    const heritage = async () =>
      written(await counted(app, ["CATEGORY", "KIND"])).filter((cell) => cell.startsWith("CULTURAL"));
    expect(await heritage()).toEqual(["CULTURAL_HERITAGE EXEMPLARY: 0", "CULTURAL_HERITAGE CAUTIONARY: 0"]);
    const published = content.cases.map(({ content }) => ({ ...content, status: "published" as const }));
    await app.seed(contentOf(published));
    expect(await heritage()).toEqual(["CULTURAL_HERITAGE EXEMPLARY: 1", "CULTURAL_HERITAGE CAUTIONARY: 0"]);
    await app.seed(contentOf(published.slice(0, 2)));
    expect(await heritage()).toEqual(["CULTURAL_HERITAGE EXEMPLARY: 0", "CULTURAL_HERITAGE CAUTIONARY: 0"]);
  });

  const refused: readonly (readonly [what: string, groupBy: string[], argument: string, value: unknown])[] = [
    ["no dimension", [], "groupBy", []],
    ["three dimensions", ["KIND", "ROUND", "CATEGORY"], "groupBy", ["KIND", "ROUND", "CATEGORY"]],
    ["a dimension twice", ["ROUND", "ROUND"], "groupBy[1]", "ROUND"],
  ];
  test.each(refused)("is not made of %s", async (_what, groupBy, argument, value) => {
    for (const language of ["en", "zh"]) {
      const response = await ask(app.http, statistics, { groupBy }, { "accept-language": language });
      const { message, ...rest } = firstError(response);
      expect([response.statusCode, rest]).toEqual([400, { code: "BAD_USER_INPUT", argument, value }]);
      expect(message).toContain(argument);
      expect(/\p{Script=Han}/u.test(String(message))).toBe(language === "zh");
    }
  });

  test("is not made under a filter with a value that no vocabulary has", async () => {
    const { status, errors } = await app.ask(statistics, {
      groupBy: ["KIND"],
      filter: { tags: ["no-such"] },
    });
    expect([status, errors?.[0]?.extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", argument: "filter.tags", value: "no-such" },
    ]);
  });
});
