import { expect, test } from "vitest";
import { compareNewestFirst } from "../../src/catalogue/newest-first.js";
import type { PartialDate, Period } from "../../src/terms.js";

const during = (from: PartialDate | null, to: PartialDate | null): Period => ({
  ...{ from, to, label: null, basis: "SOURCE" },
});
const figure = (name: string, asOf: PartialDate | null, period: Period | null = null) => ({
  ...{ name, asOf, period },
});
const sorted = (...figures: ReturnType<typeof figure>[]) =>
  figures.sort(compareNewestFirst).map(({ name }) => name);

test("a figure is of its date, else of the end of its period, else of its beginning", () => {
  expect(
    sorted(
      figure("since 2014", null, during("2014", null)),
      figure("undated", null),
      figure("all of 2017", null, during("2017-01", "2017-12")),
      figure("2018", "2018", during("2009", "2010")),
      figure("until 2016", null, during(null, "2016")),
    ),
  ).toEqual(["2018", "all of 2017", "until 2016", "since 2014", "undated"]);
});

test("a year is later than its months, and a month than its days", () => {
  expect(sorted(figure("July", "2019-07"), figure("a day", "2019-07-05"), figure("a year", "2019"))).toEqual([
    "a year",
    "July",
    "a day",
  ]);
});

test("what is of one date, or of none, keeps its order", () => {
  expect(sorted(figure("a", "2019"), figure("b", "2019"), figure("c", null), figure("d", null))).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
});
