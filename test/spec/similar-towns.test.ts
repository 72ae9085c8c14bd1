import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { aCase, aTown, contentOf, enterprisesFigure, label, vocabulary } from "../support/content.js";
import { askSimilar, placedAt } from "../support/similar-cases.js";

const figures = (...indicators: readonly object[]) => ({
  evidence: [
    {
      ...enterprisesFigure({}),
      indicators: indicators.map((one) => ({
        ...{ measure: "enterprises", timeBasis: "POINT", valueText: label("若干家", "some firms") },
        ...one,
      })),
    },
  ],
});
const withInvestment = {
  "vocabulary/measures.yaml": [
    ...vocabulary["vocabulary/measures.yaml"],
    { key: "investment", unit: "CNY", name: label("投资额", "Investment") },
  ],
};

/** The English reasons for which each other case is similar to one, by slug. */
async function reasonsBySlug(app: TestApp, slug: string): Promise<Record<string, string[]>> {
  const similar = await askSimilar(app, slug);
  return Object.fromEntries(similar.map((one) => [one.case.slug, one.reasons.map(({ en }) => en)]));
}
describe("sizes are alike", () => {
  const cases: readonly (readonly [
    when: string,
    to: "thousand" | "none",
    indicator: object,
    isAlike: boolean,
  ])[] = [
    ["at the same number", "thousand", { value: 1000 }, true],
    ["at twice the number", "thousand", { value: 2000 }, true],
    ["at half the number", "thousand", { value: 500 }, true],
    ["not beyond twice the number", "thousand", { value: 2001 }, false],
    ["not below half the number", "thousand", { value: 499 }, false],
    ["by the number of “more than”", "thousand", { value: 900, qualifier: "MORE_THAN" }, true],
    ["at either end of a range", "thousand", { value: 100, valueMax: 500, qualifier: "RANGE" }, true],
    ["of nothing and nothing", "none", { value: 0 }, true],
    ["not of nothing and something", "none", { value: 1 }, false],
    ["not to a plan", "thousand", { value: 1000, nature: "PLANNED" }, false],
    ["not to a target", "thousand", { value: 1000, nature: "TARGET" }, false],
    ["not to the county's", "thousand", { value: 1000, scope: "WIDER_AREA" }, false],
    ["not to a firm's", "thousand", { value: 1000, scope: "ONE_ORGANISATION" }, false],
    ["not to what came in a year", "thousand", { value: 1000, timeBasis: "PERIOD" }, false],
  ];
  const slugAt = (index: number): string => `other-${index}`;
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(
      contentOf([
        aCase({ slug: "thousand", ...figures({ value: 1000 }) }),
        aCase({ slug: "none", ...figures({ value: 0 }) }),
        ...cases.map(([, , indicator], index) => aCase({ slug: slugAt(index), ...figures(indicator) })),
      ]),
    );
  });
  afterAll(() => app.close());

  test.each(cases.map(([when, to, , isAlike], index) => [when, to, slugAt(index), isAlike] as const))(
    "%s",
    async (_when, to, slug, isAlike) => {
      const reasons = (await reasonsBySlug(app, to))[slug];
      expect(reasons?.includes("Enterprises of like size: some firms here, some firms there")).toBe(isAlike);
    },
  );

  test("by the newest figure: an older one is not looked at, an undated one is the oldest", async () => {
    const of = (slug: string, ...values: readonly (readonly [number, string | null])[]) =>
      aCase({
        slug,
        ...figures(
          ...values.map(([value, asOf]) => ({
            value,
            asOf,
            valueText: label(`${value}家`, `${value} firms`),
          })),
        ),
      });
    const app = await testApp(
      contentOf([
        of("read", [7, null], [900, "2019"], [100, "2016"], [100, "2019-05"]),
        of("alike", [1000, "2017"], [5, "2015-12"]),
        of("once-alike", [1000, "2015"], [5, "2017"]),
        of("first-of-two", [1100, "2017"], [5, "2017"]),
      ]),
    );
    const sizes = Object.entries(await reasonsBySlug(app, "read")).map(([slug, reasons]) => [
      slug,
      reasons.filter((one) => one.includes("like size")),
    ]);
    expect(Object.fromEntries(sizes)).toEqual({
      alike: ["Enterprises of like size: 900 firms here, 1000 firms there"],
      "first-of-two": ["Enterprises of like size: 900 firms here, 1100 firms there"],
      "once-alike": [],
    });
  });

  test("by the newest figure: one of a period is of its end, one of a year of its last day", async () => {
    const of = (slug: string, ...figuresOf: readonly (readonly [number, object])[]) =>
      aCase({
        slug,
        ...figures(
          ...figuresOf.map(([value, date]) => ({
            ...{ value, ...date },
            valueText: label(`${value}家`, `${value} firms`),
          })),
        ),
      });
    const during = (from: string | null, to: string | null) => ({ period: { from, to } });
    const app = await testApp(
      contentOf([
        of("read", [7, { asOf: "2018-11" }], [900, { asOf: "2018" }]),
        of("by-period", [5, { asOf: "2016" }], [1000, during("2015", "2017")]),
        of("since", [5, { asOf: "2016" }], [1000, during("2017", null)]),
        of("before", [1000, during("2013", "2015")], [5, { asOf: "2016" }]),
      ]),
    );
    const sizes = Object.entries(await reasonsBySlug(app, "read")).map(([slug, reasons]) => [
      slug,
      reasons.filter((one) => one.includes("like size")),
    ]);
    expect(Object.fromEntries(sizes)).toEqual({
      "by-period": ["Enterprises of like size: 900 firms here, 1000 firms there"],
      since: ["Enterprises of like size: 900 firms here, 1000 firms there"],
      before: [],
    });
  });

  test("of investment only in what was put in so far", async () => {
    const put = (slug: string, timeBasis: string) =>
      aCase({ slug, ...figures({ measure: "investment", value: 5e9, timeBasis }) });
    const others = ["CUMULATIVE", "POINT", "PERIOD", "RECURRING"].map((basis) =>
      put(basis.toLowerCase(), basis),
    );
    const app = await testApp(contentOf([put("read", "CUMULATIVE"), ...others], withInvestment));
    const alike = Object.entries(await reasonsBySlug(app, "read")).filter(([, reasons]) =>
      reasons.some((one) => one.startsWith("Investment of like size")),
    );
    expect(alike.map(([slug]) => slug)).toEqual(["cumulative"]);
  });
});
describe("distance", () => {
  const distances = [
    [0, "Less than 10 km apart"],
    [0.05, "Less than 10 km apart"],
    [0.1, "About 10 km apart"],
    [1, "About 110 km apart"],
    [2.69, "About 300 km apart"],
    [2.7, undefined],
  ] as const;
  let app: TestApp;
  beforeAll(async () => {
    const placed = (slug: string, degrees: number) =>
      aCase({ slug, town: aTown(slug, placedAt(30 + degrees, 120)) });
    app = await openTestApp(
      contentOf([
        placed("read", 0),
        aCase({ slug: "nowhere" }),
        ...distances.map(([degrees], index) => placed(`at-${index}`, degrees)),
      ]),
    );
  });
  afterAll(() => app.close());

  test.each(distances.map(([degrees, reason], index) => [degrees, reason, `at-${index}`] as const))(
    "of %s degrees of latitude gives the reason %s",
    async (_degrees, reason, slug) => {
      const reasons = (await reasonsBySlug(app, "read"))[slug];
      expect(reasons?.find((one) => one.endsWith("km apart"))).toBe(reason);
    },
  );

  test("counts more the closer it is, and a place that is not known counts nothing", async () => {
    const scores = (await askSimilar(app, "read")).map(({ score, case: { slug } }) => [slug, score] as const);
    expect(scores.slice(0, 4).map(([slug]) => slug)).toEqual(["at-0", "at-1", "at-2", "at-3"]);
    expect(Object.fromEntries(scores)).toMatchObject({ "at-0": 0.65, "at-5": 0.5, nowhere: 0.5 });
  });

  test.each([0, -1, 101, 2 ** 31 - 1])("%i similar cases are out of range", async (first) => {
    const answer = await app.ask(`{ case(slug: "read") { similarCases(first: ${first}) { score } } }`);
    expect(answer.errors?.[0]?.extensions).toEqual({
      ...{ code: "PAGE_SIZE_OUT_OF_RANGE", argument: "first", sent: first, limit: 100 },
    });
  });
});
