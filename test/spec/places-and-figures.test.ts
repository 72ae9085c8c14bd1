import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kilometresBetween } from "../../src/catalogue/distance.js";
import { openTestApp, type TestApp } from "../support/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

interface Case {
  readonly slug: string;
  readonly town: {
    readonly slug: string;
    readonly location: { readonly latitude: number; readonly longitude: number } | null;
  };
}
interface TownPage {
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const deqing = { latitude: 30.54, longitude: 119.97 };

async function cases(filter: object, orderBy: string | null = null): Promise<Case[]> {
  const { cases: list } = await app.data<{ cases: { nodes: Case[] } }>(
    `query ($filter: CaseFilter, $orderBy: CaseOrder) { cases(filter: $filter, orderBy: $orderBy, first: 100) {
      nodes { slug town { slug location { latitude longitude } } }
    } }`,
    { filter, orderBy },
  );
  return list.nodes;
}

describe("cases near a point", () => {
  test("are those within the distance, nearest first when asked so; a town without a place is not among them", async () => {
    const all = await cases({});
    expect(all.some(({ town }) => town.location === null)).toBe(true);
    const near = await cases({ near: { ...deqing, withinKilometres: 300 } }, "DISTANCE_ASC");
    const distances = near.map(({ town }) => kilometresBetween(deqing, town.location ?? deqing));
    expect(near[0]?.slug).toBe("deqing-geographic-information-town");
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const within = all.filter(({ town }) => town.location && kilometresBetween(deqing, town.location) <= 300);
    expect(new Set(near.map(({ slug }) => slug))).toEqual(new Set(within.map(({ slug }) => slug)));
  });

  test("Beijing and Shanghai are about 1,068 kilometres apart", () => {
    const beijing = { latitude: 39.9042, longitude: 116.4074 };
    const shanghai = { latitude: 31.2304, longitude: 121.4737 };
    expect(kilometresBetween(beijing, shanghai)).toBeCloseTo(1067, -1);
    expect(kilometresBetween({ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 })).toBeCloseTo(
      222.4,
      1,
    );
  });

  test.each([
    [{ near: { latitude: 91, longitude: 0, withinKilometres: 1 } }, "filter.near.latitude", 91],
    [{ near: { latitude: 0, longitude: -181, withinKilometres: 1 } }, "filter.near.longitude", -181],
    [{ near: { ...deqing, withinKilometres: 20001 } }, "filter.near.withinKilometres", 20001],
    [{ near: { ...deqing, withinKilometres: 0 } }, "filter.near.withinKilometres", 0],
    [{ within: { south: 40, north: 30, west: 100, east: 120 } }, "filter.within.south", 40],
    [{ within: { south: 0, north: 30, west: 100, east: 200 } }, "filter.within.east", 200],
  ])("off the globe, %j, are an error with the argument's path", async (filter, argument, value) => {
    for (const list of ["cases", "towns"]) {
      const type = list === "cases" ? "CaseFilter" : "TownFilter";
      const { errors } = await app.ask(
        `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`,
        {
          filter,
        },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument, value });
    }
  });

  test.each(["cases", "towns"])("%s cannot be ordered by distance without a point", async (list) => {
    const { errors } = await app.ask(`{ ${list}(orderBy: DISTANCE_ASC) { totalCount } }`);
    expect(errors?.[0]?.extensions).toEqual({
      ...{ code: "BAD_USER_INPUT", argument: "orderBy", value: "DISTANCE_ASC" },
    });
  });

  test("towns come nearest first as their cases do, page by page; else by name", async () => {
    const near = { ...deqing, withinKilometres: 500 };
    const expected = (await cases({ near }, "DISTANCE_ASC")).map(({ town }) => town.slug);
    const towns = async (orderBy: string | null) => {
      const slugs: string[] = [];
      for (let after: string | null = null; ;) {
        const { towns: page }: { towns: TownPage } = await app.data(
          `query ($near: NearFilter, $orderBy: TownOrder, $after: String) {
            towns(filter: { near: $near }, orderBy: $orderBy, first: 4, after: $after) {
              nodes { slug } pageInfo { hasNextPage endCursor }
            }
          }`,
          { near, orderBy, after },
        );
        slugs.push(...page.nodes.map(({ slug }) => slug));
        if (!page.pageInfo.hasNextPage) return slugs;
        after = page.pageInfo.endCursor;
      }
    };
    expect(expected.length).toBeGreaterThan(8);
    expect(await towns("DISTANCE_ASC")).toEqual([...new Set(expected)]);
    const byName = await towns(null);
    expect(byName).not.toEqual(expected);
    expect(new Set(byName)).toEqual(new Set(expected));
    expect(await towns("NAME_ZH_ASC")).toEqual(byName);
  });

  test("a box of a map finds its towns, also over the 180th meridian", async () => {
    const { east, over, none } = await app.data<Record<string, { totalCount: number }>>(`{
      east: towns(filter: { within: { south: 18, north: 54, west: 73, east: 135 } }) { totalCount }
      over: towns(filter: { within: { south: 18, north: 54, west: 119, east: -170 } }) { totalCount }
      none: towns(filter: { within: { south: 18, north: 54, west: 140, east: -170 } }) { totalCount }
    }`);
    expect(east?.totalCount).toBe(36);
    expect(over?.totalCount).toBeGreaterThan(0);
    expect(over?.totalCount).toBeLessThan(36);
    expect(none?.totalCount).toBe(0);
  });
});

describe("cases with a figure", () => {
  const slugs = async (filter: object) => (await cases(filter)).map(({ slug }) => slug);

  test("of at least so much have it for certain, as a result of the town unless asked otherwise", async () => {
    const found = await slugs({ measures: [{ measure: "enterprises", min: 1000 }] });
    const { evidence } = await app.data<{
      evidence: { nodes: { case: { slug: string }; indicators: { value: number; qualifier: string }[] }[] };
    }>(`{ evidence(filter: { measures: ["enterprises"], natures: [ACTUAL], scopes: [TOWN] }, first: 100) {
      nodes { case { slug } indicators { value qualifier } }
    } }`);
    const expected = evidence.nodes
      .filter(({ indicators }) =>
        indicators.some(({ value, qualifier }) => value >= 1000 && qualifier !== "AT_MOST"),
      )
      .map((one) => one.case.slug);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(expected.filter((slug) => found.includes(slug))));
    expect(found.every((slug) => expected.includes(slug))).toBe(true);
  });

  test("of two measures have both; of one measure twice, either", async () => {
    const enterprises = { measure: "enterprises", min: 1 };
    const jobs = { measure: "jobs", min: 1 };
    const [withEnterprises, withJobs, withBoth] = [
      await slugs({ measures: [enterprises] }),
      await slugs({ measures: [jobs] }),
      await slugs({ measures: [enterprises, jobs] }),
    ];
    expect(withBoth).toEqual(withEnterprises.filter((slug) => withJobs.includes(slug)));
    const few = await slugs({ measures: [{ measure: "enterprises", max: 100 }] });
    const many = await slugs({ measures: [{ measure: "enterprises", min: 1000 }] });
    const either = await slugs({
      measures: [
        { measure: "enterprises", max: 100 },
        { measure: "enterprises", min: 1000 },
      ],
    });
    expect(new Set(either)).toEqual(new Set([...few, ...many]));
  });

  test.each([
    [[{ measure: "happiness" }], "filter.measures[0].measure", "happiness"],
    [[{ measure: "jobs" }, { measure: "jobs", min: 5, max: 3 }], "filter.measures[1].min", 5],
  ])("that cannot be, %j, is an error with the argument's path", async (measures, argument, value) => {
    const { errors } = await app.ask(
      "query ($filter: CaseFilter) { cases(filter: $filter) { totalCount } }",
      {
        filter: { measures },
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument, value });
  });
});
