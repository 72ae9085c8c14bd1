import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf, enterprisesFigure } from "../support/content.js";
import { daysOf, evidenceIsIn } from "../support/evidence-dates.js";
import { allNodes } from "../support/exports.js";

interface Evidence {
  readonly id: string;
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly indicators: readonly {
    readonly period: { readonly from: string | null; readonly to: string | null } | null;
    readonly asOf: string | null;
  }[];
}

describe("the evidence of the real cases", () => {
  let app: TestApp;
  let all: readonly Evidence[];
  beforeAll(async () => {
    app = await openTestApp();
    all = await found(app, {});
  });
  afterAll(() => app.close());
  const idsIn = async (range: object) => new Set((await found(app, range)).map(({ id }) => id));

  test("has nothing before its earliest date and nothing after its latest", async () => {
    const days = all.flatMap(daysOf).flat().sort();
    const [earliest = "", latest = ""] = [days.at(0), days.at(-1)];
    expect(await idsIn({ to: dayFrom(earliest, -1) })).toEqual(new Set());
    expect(await idsIn({ from: dayFrom(latest, 1) })).toEqual(new Set());
    expect((await idsIn({ to: earliest })).size).toBeGreaterThan(0);
    expect((await idsIn({ from: latest })).size).toBeGreaterThan(0);
  });

  test("is found in the years of its dates and of its figures', and in no other year", async () => {
    const years = [...new Set(all.flatMap(daysOf).flatMap((days) => days.map((day) => day.slice(0, 4))))];
    for (const year of ["1900", "1990", ...years, "2099"]) {
      const wanted = all.filter((one) => evidenceIsIn(one, { from: year, to: year })).map(({ id }) => id);
      expect([year, await idsIn({ from: year, to: year })]).toEqual([year, new Set(wanted)]);
    }
  });

  test("is found by the years of a stretch one by one as by the stretch as a whole", async () => {
    const whole = await idsIn({ from: "2010", to: "2019" });
    const byYear = await Promise.all(
      Array.from({ length: 10 }, (_, place) => String(2010 + place)).map((year) =>
        idsIn({ from: year, to: year }),
      ),
    );
    expect(new Set(byYear.flatMap((ids) => [...ids]))).toEqual(whole);
    const dated = all.filter((one) => daysOf(one).length > 0);
    expect((await idsIn({ from: "0001" })).size).toBe(dated.length);
    expect((await idsIn({ to: "9999" })).size).toBe(dated.length);
  });
});

describe("evidence with", () => {
  const counted = { timeBasis: "POINT", asOf: "2016", asOfBasis: "SOURCE" };
  const undated = { timeBasis: "POINT", asOf: null, asOfBasis: null };
  const rows: readonly (readonly [
    what: string,
    dates: object | null,
    figure: object | null,
    years: string[],
  ])[] = [
    ["only an end counts at that date", { to: "2017-05" }, null, ["2017"]],
    ["only a beginning counts at that date", { from: "2015" }, null, ["2015"]],
    ["both counts at all between", { from: "2014", to: "2016-02" }, null, ["2014", "2015", "2016"]],
    ["a figure of another date counts at both", { to: "2019" }, counted, ["2016", "2019"]],
    ["a figure without a date counts at its own", { to: "2019" }, undated, ["2019"]],
    ["only a figure's date counts at that", null, counted, ["2016"]],
    ["no date counts at none", null, undated, []],
  ];
  const named = rows.map((row, place) => [...row, `case-${place}`] as const);
  let app: TestApp;
  beforeAll(async () => {
    const cases = named.map(([, dates, figure, , slug]) =>
      aCase({ slug, evidence: [evidenceOf(dates, figure)] }),
    );
    app = await openTestApp(contentOf(cases));
  });
  afterAll(() => app.close());

  test.each(named)("%s", async (_what, _dates, _figure, expected, slug) => {
    const years = ["2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020"];
    const cases = { towns: [`${slug}-town`] };
    const answers = await Promise.all(years.map((year) => found(app, { cases, from: year, to: year })));
    expect(years.filter((_year, place) => answers[place]?.length)).toEqual(expected);
  });

  test("a figure that is asked for passes by the figure's own date, not by the statement's", async () => {
    const asked = { measures: ["enterprises"], cases: { towns: ["case-3-town"] } };
    expect(await found(app, { ...asked, from: "2019" })).toHaveLength(0);
    expect(await found(app, { ...asked, to: "2016" })).toHaveLength(1);
  });
});

const evidenceOf = (dates: object | null, figure: object | null) => ({
  ...enterprisesFigure(figure ?? {}),
  ...(dates && { period: { ...dates, basis: "SOURCE" } }),
  ...(!figure && { indicators: [] }),
});

const found = async (app: TestApp, filter: object): Promise<readonly Evidence[]> =>
  (
    await allNodes<Evidence>(
      app,
      "evidence",
      filter,
      "id period { from to } indicators { period { from to } asOf }",
    )
  ).nodes;

function dayFrom(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
