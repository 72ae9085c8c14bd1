import { expect, test } from "vitest";
import { testApp } from "../support/app.js";
import { aCase, contentOf, enterprisesFigure, label } from "../support/content.js";

const stated = (anchor: string, period: object | undefined) => ({
  ...enterprisesFigure({}),
  anchor,
  ...(period === undefined ? {} : { period }),
});

const reported = { label: label("2020年的报道", "as reported in 2020"), basis: "INFERRED" };

test("a timeline has the dates that sources give, oldest first, and none that is only the report's", async () => {
  const app = await testApp(
    contentOf([
      aCase({
        slug: "one",
        evidence: [
          stated("f1", { from: "2021", to: "2022", basis: "SOURCE" }),
          stated("reported", { to: "2016", ...reported }),
          stated("by-the-end-of-2018", { to: "2018-12", basis: "SOURCE" }),
          stated("since-2017", { from: "2017", basis: "INFERRED" }),
          stated("undated", undefined),
          stated("same-day", { from: "2021-01-01", to: "2021-01-01", basis: "SOURCE" }),
        ],
      }),
    ]),
  );
  const { case: one } = await app.data<{ case: { timeline: { anchor: string }[] } }>(
    '{ case(slug: "one") { timeline { anchor } } }',
  );
  expect(one.timeline.map(({ anchor }) => anchor)).toEqual([
    "since-2017",
    "by-the-end-of-2018",
    "f1",
    "same-day",
  ]);
});

test("no published timeline has a statement that only its report dates, and cases keep those with dates", async () => {
  const app = await testApp();
  const { cases } = await app.data<{ cases: { nodes: { slug: string; timeline: Dated[] }[] } }>(
    "{ cases(first: 100) { nodes { slug timeline { period { from to basis } } } } }",
  );
  const periods = cases.nodes.flatMap(({ timeline }) => timeline.map(({ period }) => period));
  expect(periods.length).toBeGreaterThan(300);
  expect(periods.filter(({ from, basis }) => from === null && basis === "INFERRED")).toEqual([]);
});

interface Dated {
  readonly period: { readonly from: string | null; readonly to: string | null; readonly basis: string };
}
