import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TownProfileInput } from "../../src/matching/town-profile.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { contentOf } from "../support/content.js";
import { everywhere, lists, modern, silent, told } from "../support/planted-towns.js";
import { matchesOf, slugsOf } from "../support/town-matches.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(contentOf([told, silent, modern], lists));
});
afterAll(() => app.close());

interface Row {
  readonly part: TownProfileInput;
  readonly told: string;
  readonly silent: string;
  readonly modern: string;
  /** In the case that tells all; none unless told. */
  readonly evidence?: readonly string[];
  readonly zh: string;
  readonly en: string;
}

const here = { latitude: 30.5, longitude: 120, withinKilometres: 60 };
const far = { latitude: -30, longitude: -70.25, withinKilometres: 50 };
const notKnown = { silent: "UNKNOWN", modern: "UNKNOWN" } as const;
const size = { ...notKnown, modern: "NOT_MET", evidence: ["f2"] } as const;

const rows: readonly Row[] = [
  ...["330000", "zhejiang"].map((province) => ({
    ...{ part: { province }, told: "MET", silent: "MET", modern: "NOT_MET" },
    ...{ zh: "位于浙江省", en: "In Zhejiang" },
  })),
  {
    ...{ part: { province: "jilin" }, told: "NOT_MET", silent: "NOT_MET", modern: "MET" },
    ...{ zh: "位于吉林省", en: "In Jilin" },
  },
  {
    ...{ part: { near: here }, told: "MET", ...notKnown },
    ...{ zh: "距北纬30.5°、东经120°不超过60公里", en: "Within 60 km of 30.5° N, 120° E" },
  },
  {
    ...{ part: { near: far }, told: "NOT_MET", ...notKnown },
    ...{ zh: "距南纬30°、西经70.25°不超过50公里", en: "Within 50 km of 30° S, 70.25° W" },
  },
  {
    ...{ part: { industries: ["hosiery"] }, told: "MET", silent: "UNKNOWN", modern: "NOT_MET" },
    ...{ zh: "产业：袜业", en: "Industry: Hosiery" },
  },
  {
    ...{ part: { industries: ["cars"] }, told: "MET", silent: "UNKNOWN", modern: "MET" },
    ...{ zh: "产业：汽车", en: "Industry: Cars" },
  },
  {
    ...{ part: { isTraditionalIndustry: true }, told: "MET", silent: "UNKNOWN", modern: "NOT_MET" },
    ...{ zh: "有传统产业", en: "Has a traditional industry" },
  },
  {
    ...{ part: { isTraditionalIndustry: false }, told: "NOT_MET", silent: "UNKNOWN", modern: "MET" },
    ...{ zh: "没有传统产业", en: "Has no traditional industry" },
  },
  {
    ...{ part: { problems: ["thin-margins"] }, told: "MET", ...notKnown, evidence: ["f1", "f2"] },
    ...{ zh: "问题：利润微薄", en: "Problem: Thin margins" },
  },
  {
    ...{ part: { problems: ["no-designers"] }, told: "UNKNOWN", ...notKnown },
    ...{ zh: "问题：缺少设计师", en: "Problem: No designers" },
  },
  {
    ...{ part: { practices: ["shared-design"] }, told: "MET", ...notKnown, evidence: ["f2"] },
    ...{ zh: "做法：共享设计", en: "Practice: shared design" },
  },
  {
    ...{ part: { practices: ["night-market"] }, told: "UNKNOWN", ...notKnown },
    ...{ zh: "做法：夜市", en: "Practice: night market" },
  },
  {
    ...{ part: { enterprises: 2700 }, told: "MET", ...size },
    ...{ zh: "企业数2700家上下（相差不超过3倍）", en: "Enterprises: 2,700, within a factor of 3" },
  },
  {
    ...{ part: { enterprises: 2701 }, told: "NOT_MET", ...size },
    ...{ zh: "企业数2701家上下（相差不超过3倍）", en: "Enterprises: 2,701, within a factor of 3" },
  },
  {
    ...{ part: { enterprises: 300 }, told: "MET", ...size, modern: "MET" },
    ...{ zh: "企业数300家上下（相差不超过3倍）", en: "Enterprises: 300, within a factor of 3" },
  },
  {
    ...{ part: { enterprises: 299 }, told: "NOT_MET", ...size, modern: "MET" },
    ...{ zh: "企业数299家上下（相差不超过3倍）", en: "Enterprises: 299, within a factor of 3" },
  },
  {
    ...{ part: { areaSquareKilometres: 3.5 }, told: "MET", ...notKnown, evidence: ["f3"] },
    ...{ zh: "面积3.5平方公里上下（相差不超过3倍）", en: "Area: 3.5 km², within a factor of 3" },
  },
  {
    ...{ part: { areaSquareKilometres: 3_000_000 }, told: "NOT_MET", ...notKnown, evidence: ["f3"] },
    ...{ zh: "面积300万平方公里上下（相差不超过3倍）", en: "Area: 3 million km², within a factor of 3" },
  },
  {
    ...{ part: { jobs: 2000 }, told: "MET", ...notKnown, evidence: ["f4"] },
    ...{ zh: "就业人数2000人上下（相差不超过3倍）", en: "Jobs: 2,000, within a factor of 3" },
  },
  {
    ...{ part: { investmentCny: 15e9 }, told: "MET", ...notKnown, evidence: ["f5"] },
    ...{ zh: "投资额150亿元上下（相差不超过3倍）", en: "Investment: 15 billion yuan, within a factor of 3" },
  },
  {
    ...{ part: { investmentCny: 16e9 }, told: "NOT_MET", ...notKnown, evidence: ["f5"] },
    ...{ zh: "投资额160亿元上下（相差不超过3倍）", en: "Investment: 16 billion yuan, within a factor of 3" },
  },
];

describe("a condition", () => {
  test.each(rows)(
    "$part is $told where all is told, $silent where nothing is, $modern in another province and trade",
    async ({ part, zh, en, evidence = [], ...states }) => {
      const matches = await matchesOf(app, { ...part, practices: [...(part.practices ?? []), everywhere] });
      const found = new Map(
        matches.map(({ case: { slug }, conditions }) => [
          slug,
          conditions.find(({ name }) => name.zh !== "做法：先整治"),
        ]),
      );
      expect(Object.fromEntries([...found].map(([slug, one]) => [slug, one?.state]))).toEqual(states);
      expect(found.get("told")?.name).toEqual({ zh, en });
      expect(found.get("told")?.evidence.map(({ anchor }) => anchor)).toEqual(evidence);
      expect(found.get("silent")?.evidence).toEqual([]);
    },
  );

  test("is one for each industry, problem and practice, each key once, in the order of the profile", async () => {
    const [match] = await matchesOf(app, {
      ...{ practices: [everywhere, everywhere], problems: ["no-designers", "thin-margins"] },
      ...{ isTraditionalIndustry: true, industries: ["cars", "hosiery", "cars"], near: here },
      ...{ jobs: 1, enterprises: 1, investmentCny: 1, areaSquareKilometres: 1, province: "330000" },
    });
    expect(match?.conditions.map(({ name }) => /^[A-Za-z ]+/.exec(name.en)?.[0])).toEqual([
      ...["In Zhejiang", "Within ", "Industry", "Industry", "Has a traditional industry"],
      ...["Problem", "Problem", "Practice", "Area", "Enterprises", "Jobs", "Investment"],
    ]);
  });

  test("that is UNKNOWN counts in the whole, and never as met", async () => {
    const profile = { practices: [everywhere], problems: ["thin-margins"], enterprises: 900 };
    const scores = (await matchesOf(app, profile)).map(({ score, case: { slug } }) => [slug, score]);
    expect(scores).toEqual([
      ["told", 1],
      ["modern", 0.5],
      ["silent", 0.333],
    ]);
  });

  test("that a case does not meet leaves it out, unless it meets another", async () => {
    expect(await matchesOf(app, { practices: ["night-market"] })).toEqual([]);
    expect(await matchesOf(app, { enterprises: 2_000_000_000, problems: ["no-designers"] })).toEqual([]);
    const either = await matchesOf(app, { problems: ["thin-margins"], province: "220000" });
    expect(slugsOf(either)).toEqual(["told", "modern"]);
  });
});
