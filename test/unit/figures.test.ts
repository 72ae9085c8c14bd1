import { describe, expect, it } from "vitest";
import { sameFigure } from "../../src/text/figure.js";
import { figuresIn, type FigureOptions } from "../../src/text/figures.js";

const YEAR = 365.25;
const MU = 2000 / 3;

/** `7.4亿元=money 740000000`, so that a table reads well. */
function told(text: string, locale: "ZH" | "EN", options?: FigureOptions): string[] {
  return figuresIn(text, locale, options).map(
    (figure) => `${figure.text}=${figure.dimension} ${Number(figure.value.toPrecision(9))}`,
  );
}

const days = (count: number) => `time ${Number(count.toPrecision(9))}`;

describe("the figures of a Chinese text", () => {
  it.each<[string, string[]]>([
    ["投资7.4亿元，占地26.2公顷", ["7.4亿元=money 740000000", "26.2公顷=area 262000"]],
    ["产值1250多亿元", ["1250多亿元=money 125000000000"]],
    ["共2亿5000万元", ["2亿5000万元=money 250000000"]],
    ["亏损３５．５亿元", ["３５．５亿元=money 3550000000"]],
    ["每双只赚一分钱，合计3万美元", ["3万美元=dollars 30000"]],
    [
      "116亩、2.87平方公里和17万平方米",
      [
        `116亩=area ${Number((116 * MU).toPrecision(9))}`,
        "2.87平方公里=area 2870000",
        "17万平方米=area 170000",
      ],
    ],
    ["县城以东10公里，单圈3163.991米", ["10公里=length 10000", "3163.991米=length 3163.991"]],
    ["增长89.5%，占七成以上", ["89.5%=percent 89.5", "七成=percent 70"]],
    ["三分之二的人，百分之七十五的户", ["三分之二=percent 66.6666667", "百分之七十五=percent 75"]],
    ["原有6,500多家袜企，400万人次", ["6,500多家=count 6500", "400万人次=count 4000000"]],
    ["三家企业、十四所大学、一百零五名绣娘", ["三家=count 3", "十四所=count 14", "一百零五名=count 105"]],
    ["上万家企业，过亿元资产，百余名村民", ["万家=count 10000", "亿元=money 100000000", "百余名=count 100"]],
    ["常住人口5.42万", ["5.42万=count 54200"]],
    ["9成立项，3成立足，5成以上", ["9=count 9", "3=count 3", "5成=percent 50"]],
    [
      "三年投资，一年半建成，七个月后，一个半小时",
      [
        `三年=${days(3 * YEAR)}`,
        `一年半=${days(1.5 * YEAR)}`,
        `七个月=${days((7 * YEAR) / 12)}`,
        `一个半小时=${days(1.5 / 24)}`,
      ],
    ],
    ["2019年7月5日", ["2019年=year 2019", "7月=month 7", "5日=day 5"]],
    ["二〇一九年十月", ["二〇一九年=year 2019", "十月=month 10"]],
    ["2017年来客很多，已有2500年历史", ["2017年=year 2017", `2500年=${days(2500 * YEAR)}`]],
    ["上世纪90年代和19世纪七十年代", ["上世纪90年代=decade 1990", "19世纪七十年代=decade 1870"]],
    ["第五年，第二批，二期工程", ["第五=ordinal 5", "第二=ordinal 2", "二期=ordinal 2"]],
    [
      "每公斤6—8元，含40至70毫克，3至5万元",
      [
        "6=money 6",
        "8元=money 8",
        "40=weight 0.00004",
        "70毫克=weight 0.00007",
        "3=money 30000",
        "5万元=money 50000",
      ],
    ],
    [
      "7月1至3日，1—9月，2015至2017年",
      [
        "7月=month 7",
        "1=day 1",
        "3日=day 3",
        "1=month 1",
        "9月=month 9",
        "2015=year 2015",
        "2017年=year 2017",
      ],
    ],
    ["两三年里翻了一番", [`两三年=${days(2 * YEAR)}`, `两三年=${days(3 * YEAR)}`, "翻了一番=count 2"]],
    ["“两街一区”，七国选手，六大中心", ["两街=count 2", "七国=count 7", "六大=count 6"]],
  ])("of %s", (text, figures) => {
    expect(told(text, "ZH")).toEqual(figures);
  });

  it.each([
    "一个村、一家企业和一些人，其中一半统一管理，唯一的一次",
    "一带一路的第一线，第三方十分满意，千方百计做好第三产业",
    "“三合一”作坊、三农、从零起步、二手设备",
    "“十三五”期间的5A级景区，5G街路，红旗H9，90后员工，A股",
    "数十家、十几家、几百人、数千元",
    "五台山、二道白河和三门峡",
  ])("are none in %s", (text) => {
    expect(told(text, "ZH")).toEqual([]);
  });
});

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

describe("figures", () => {
  it("have the place of their words in the text", () => {
    const text = "面积２.９６平方公里。";
    const [figure] = figuresIn(text, "ZH");
    expect(figure).toEqual({
      text: "２.９６平方公里",
      start: 2,
      end: 10,
      dimension: "area",
      value: 2_960_000,
    });
  });

  it("leave out the names that are exempt", () => {
    expect(told("万年县有三家企业", "ZH", { exempt: ["万年县"] })).toEqual(["三家=count 3"]);
  });

  it("count articles, firsts and halves only where one asks for them", () => {
    expect(told("一个村，首批，约半小时", "ZH", { ones: true })).toEqual([
      "一个=count 1",
      "首=ordinal 1",
      `半小时=${days(0.5 / 24)}`,
    ]);
    expect(told("one village, the first list, half an hour, about half", "EN", { ones: true })).toEqual([
      "one=count 1",
      "first=ordinal 1",
      `half an hour=${days(0.5 / 24)}`,
      "half=percent 50",
    ]);
  });

  it.each([
    ["7.4亿元", "CNY 740 million"],
    ["116亩", "116 mu"],
    ["七成", "70 percent"],
    ["约三分之二", "two thirds"],
    ["十四所", "fourteen universities"],
    ["第五年", "the fifth year"],
    ["2019年", "in 2019"],
    ["10月", "in October"],
    ["三年", "three-year"],
    ["上世纪90年代", "the 1990s"],
    ["30万人次", "300,000 visits"],
  ])("say the same in %s and %s", (zh, en) => {
    const [[one], [other]] = [figuresIn(zh, "ZH"), figuresIn(en, "EN")];
    expect(one !== undefined && other !== undefined && sameFigure(one, other)).toBe(true);
  });

  it.each([
    ["7.4亿元", "CNY 741 million"],
    ["7.4亿元", "USD 740 million"],
    ["三年", "three firms"],
    ["2019年", "2,019 firms"],
    ["第五年", "five years"],
  ])("differ in %s and %s", (zh, en) => {
    const [[one], [other]] = [figuresIn(zh, "ZH"), figuresIn(en, "EN")];
    expect(one !== undefined && other !== undefined && !sameFigure(one, other)).toBe(true);
  });
});
