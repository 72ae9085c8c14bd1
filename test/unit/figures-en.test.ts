import { describe, expect, it } from "vitest";
import { days, MU, told, YEAR } from "../support/told-figures.js";

describe("the figures of an English text", () => {
  it.each<[string, string[]]>([
    [
      "CNY 740 million, or 740 million yuan",
      ["CNY 740 million=money 740000000", "740 million yuan=money 740000000"],
    ],
    [
      "RMB5bn, ¥20,000 and a 50-million-yuan fund",
      ["RMB5bn=money 5000000000", "¥20,000=money 20000", "50-million-yuan=money 50000000"],
    ],
    ["US$3 million, not 3 million yuan", ["US$3 million=dollars 3000000", "3 million yuan=money 3000000"]],
    [
      "15 billion yuan of output, 160 million of tax",
      ["15 billion yuan=money 15000000000", "160 million=money 160000000"],
    ],
    [
      "2.87 square kilometres, 17 hectares and 116 mu",
      [
        "2.87 square kilometres=area 2870000",
        "17 hectares=area 170000",
        `116 mu=area ${Number((116 * MU).toPrecision(9))}`,
      ],
    ],
    [
      "10 kilometres, 1,700-metre, 50 minutes",
      ["10 kilometres=length 10000", "1,700-metre=length 1700", `50 minutes=${days(50 / 1440)}`],
    ],
    [
      "89.5 percent, 5 per cent, 70% and 2 percentage points",
      [
        "89.5 percent=percent 89.5",
        "5 per cent=percent 5",
        "70%=percent 70",
        "2 percentage points=percent 2",
      ],
    ],
    [
      "two-thirds of the people, a fifth of the houses, seven in ten",
      ["two-thirds=percent 66.6666667", "a fifth=percent 20", "seven in ten=percent 70"],
    ],
    ["6,500 sock businesses and 25 billion pairs", ["6,500=count 6500", "25 billion=count 25000000000"]],
    [
      "three firms, fourteen universities, twenty-one towns",
      ["three=count 3", "fourteen=count 14", "twenty-one=count 21"],
    ],
    [
      "three hundred and five people, half-a-dozen firms, a hundred",
      ["three hundred and five=count 305", "half-a-dozen=count 6", "a hundred=count 100"],
    ],
    ["one million visits", ["one million=count 1000000"]],
    [
      "over three years, a three-year plan, two and a half years",
      [
        `three years=${days(3 * YEAR)}`,
        `three-year=${days(3 * YEAR)}`,
        `two and a half years=${days(2.5 * YEAR)}`,
      ],
    ],
    ["in 2019, a 2018 report, sales in 2017 passed", ["2019=year 2019", "2018=year 2018", "2017=year 2017"]],
    [
      "October 2015, in May, 28 March 2015, August 6",
      [
        "October=month 10",
        "2015=year 2015",
        "May=month 5",
        "28=day 28",
        "March=month 3",
        "2015=year 2015",
        "August=month 8",
        "6=day 6",
      ],
    ],
    [
      "on 1-3 July and from 28 August to 1 September",
      ["1=day 1", "3=day 3", "July=month 7", "28=day 28", "August=month 8", "1=day 1", "September=month 9"],
    ],
    [
      "By June 2016 2.5 billion yuan",
      ["June=month 6", "2016=year 2016", "2.5 billion yuan=money 2500000000"],
    ],
    ["the 1990s", ["1990s=decade 1990"]],
    [
      "the fifth year, the second group, the 14th plan, phase two",
      ["fifth=ordinal 5", "second=ordinal 2", "14th=ordinal 14", "two=ordinal 2"],
    ],
    [
      "CNY 6–8 a kilogram, 40–70 milligrams, 5 to 10 million yuan",
      [
        "CNY 6=money 6",
        "8=money 8",
        "40=weight 0.00004",
        "70 milligrams=weight 0.00007",
        "5=money 5000000",
        "10 million yuan=money 10000000",
      ],
    ],
    [
      "CNY 3–5 million, CNY 400,000 to 700,000, from CNY 5m to 300 firms",
      [
        "CNY 3=money 3000000",
        "5 million=money 5000000",
        "CNY 400,000=money 400000",
        "700,000=money 700000",
        "CNY 5m=money 5000000",
        "300=count 300",
      ],
    ],
    ["from 75 to 13", ["75=count 75", "13=count 13"]],
    ["Output doubled", ["doubled=count 2"]],
  ])("of %s", (text, figures) => {
    expect(told(text, "EN")).toEqual(figures);
  });

  it.each([
    "one of the towns, one another, at first, a year, half of them",
    "dozens of firms, thousands of people, several hundred visitors, tens of thousands",
    "a third party, second-hand machines, a two-way street, the second half",
    "a 5A attraction, the first 5G street, the Hongqi H9, the 13th Five-Year Plan",
    "It may march on. May it last.",
  ])("are none in %s", (text) => {
    expect(told(text, "EN")).toEqual([]);
  });
});
