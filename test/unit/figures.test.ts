import { describe, expect, it } from "vitest";
import { sameFigure } from "../../src/text/figure.js";
import { figuresIn } from "../../src/text/figures.js";
import { days, MU, told, YEAR } from "../support/told-figures.js";

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
