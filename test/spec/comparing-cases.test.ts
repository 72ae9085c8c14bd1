import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { aCase, contentOf, enterprisesFigure, label } from "../support/content.js";

const comparison = `query ($slugs: [String!]!) {
  compareCases(slugs: $slugs) {
    cases { slug }
    sections { kind cells { id kind anchor } }
    measures {
      measure { key unit { code } } scope nature timeBasis
      cells { measure { key } scope nature timeBasis value unit { code } asOf evidence { case { slug } } otherValues { value timeBasis } }
    }
    sharedPractices { slug }
  }
}`;

interface Indicator {
  readonly measure: { readonly key: string };
  readonly scope: string;
  readonly nature: string;
  readonly timeBasis: string;
  readonly value: number;
  readonly unit: { readonly code: string };
  readonly evidence: { readonly case: { readonly slug: string } };
  readonly otherValues: readonly { readonly value: number; readonly timeBasis: string }[];
}
interface Comparison {
  readonly cases: readonly { readonly slug: string }[];
  readonly sections: readonly {
    readonly kind: string;
    readonly cells: readonly ({ readonly kind: string; readonly anchor: string } | null)[];
  }[];
  readonly measures: readonly {
    readonly measure: { readonly key: string; readonly unit: { readonly code: string } };
    readonly scope: string;
    readonly nature: string;
    readonly timeBasis: string;
    readonly cells: readonly (Indicator | null)[];
  }[];
  readonly sharedPractices: readonly { readonly slug: string }[];
}

async function compared(app: TestApp, slugs: readonly string[]): Promise<Comparison> {
  return (await app.data<{ compareCases: Comparison }>(comparison, { slugs })).compareCases;
}

const section = (kind: string, anchor: string) => ({
  ...{ kind, anchor, heading: label("标题", "Heading"), narratives: label("正文", "Text") },
});
const figure = (anchor: string, indicator: object) => ({ ...enterprisesFigure(indicator), anchor });
const use = (practice: string) => ({ practice, reason: label("做法。", "How."), evidence: ["f1"] });
const money = { measure: "output_value", valueText: label("7元", "CNY 7") };
const year = (from: string) => ({
  timeBasis: "PERIOD",
  asOf: null,
  asOfBasis: null,
  period: { from, to: from },
});

/** Three cases that share some rows and not others, and one that is a draft. */
const content = contentOf([
  aCase({
    ...{ slug: "alpha", formerSlugs: ["alpha-before"], practices: ["shared-design"].map(use) },
    sections: [section("RESULT", "result"), section("PRACTICE", "practice"), section("PRACTICE", "more")],
    evidence: [
      figure("f1", { value: 1, asOf: "2016" }),
      figure("f2", { value: 3, asOf: "2019-07" }),
      figure("f3", { value: 2, asOf: "2018" }),
      figure("f4", { value: 4, asOf: null, asOfBasis: null }),
      figure("f5", { value: 9, timeBasis: "CUMULATIVE", asOf: "2024" }),
      figure("f6", { value: 8, asOf: "2024", nature: "TARGET" }),
      figure("f7", { value: 7, asOf: "2024", scope: "WIDER_AREA" }),
    ],
  }),
  aCase({
    ...{ slug: "beta", practices: ["clean-up-first", "shared-design"].map(use) },
    sections: [section("LESSON", "lesson"), section("PRACTICE", "practice")],
    evidence: [
      figure("f1", { ...money, ...year("2016"), value: 16 }),
      figure("f2", { ...money, ...year("2018"), value: 18 }),
      figure("f3", { ...money, ...year("2017"), value: 17 }),
      figure("f4", { value: 20 }),
    ],
  }),
  aCase({
    ...{ slug: "gamma", practices: ["clean-up-first", "shared-design"].map(use) },
    evidence: [figure("f1", { value: 30 }), figure("f2", { value: 31, nature: "TARGET" })],
  }),
  aCase({ slug: "hidden", status: "draft", formerSlugs: ["hidden-before"] }),
]);

describe("cases made to differ", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(content);
  });
  afterAll(() => app.close());

  test("stand in the order of the slugs, and former slugs count", async () => {
    const { cases } = await compared(app, ["gamma", "alpha-before", "beta"]);
    expect(cases.map(({ slug }) => slug)).toEqual(["gamma", "alpha", "beta"]);
  });

  test("line up by section; a missing one is null, and a second of a kind has a second row", async () => {
    const { sections } = await compared(app, ["alpha", "beta"]);
    expect(sections.map(({ kind, cells }) => [kind, ...cells.map((cell) => cell?.anchor ?? null)])).toEqual([
      ["PRACTICE", "practice", "practice"],
      ["PRACTICE", "more", null],
      ["RESULT", "result", null],
      ["LESSON", null, "lesson"],
    ]);
  });

  test("line up by measure, scope, nature and time basis; shared rows first, then by the vocabulary", async () => {
    const { measures } = await compared(app, ["alpha", "beta", "gamma"]);
    expect(
      measures.map(({ measure: { key }, scope, nature, timeBasis, cells }) => [
        `${key} ${scope} ${nature} ${timeBasis}`,
        ...cells.map((cell) => cell?.value ?? null),
      ]),
    ).toEqual([
      ["enterprises TOWN ACTUAL POINT", 3, 20, 30],
      ["enterprises TOWN TARGET POINT", 8, null, 31],
      ["enterprises TOWN ACTUAL CUMULATIVE", 9, null, null],
      ["enterprises WIDER_AREA ACTUAL POINT", 7, null, null],
      ["output_value TOWN ACTUAL PERIOD", null, 18, null],
    ]);
  });

  test("show the newest value of each, and the others of the row behind it, newest first", async () => {
    const { measures } = await compared(app, ["alpha", "beta"]);
    const others = (key: string) => {
      const row = measures.find(({ measure, cells }) => measure.key === key && cells.some((cell) => cell));
      return row?.cells
        .find((cell) => cell)
        ?.otherValues.filter(({ timeBasis }) => timeBasis === row.timeBasis)
        .map(({ value }) => value);
    };
    expect(others("enterprises")).toEqual([2, 1, 4]);
    expect(others("output_value")).toEqual([17, 16]);
  });

  test("share a practice when two of them use it; those that most use come first", async () => {
    const shared = async (...slugs: string[]) =>
      (await compared(app, slugs)).sharedPractices.map(({ slug }) => slug);
    expect(await shared("alpha", "beta", "gamma")).toEqual(["shared-design", "clean-up-first"]);
    expect(await shared("beta", "gamma")).toEqual(["shared-design", "clean-up-first"]);
    expect(await shared("alpha", "gamma")).toEqual(["shared-design"]);
  });

  const refused: readonly (readonly [what: string, slugs: string[], argument: string, value: unknown])[] = [
    ["no slug", [], "slugs", []],
    ["one slug", ["alpha"], "slugs", ["alpha"]],
    ["six slugs", Array<string>(6).fill("alpha"), "slugs", Array(6).fill("alpha")],
    ["a slug that nothing has", ["alpha", "no-such"], "slugs[1]", "no-such"],
    ["a slug twice", ["alpha", "beta", "alpha"], "slugs[2]", "alpha"],
    ["a slug and a former one of the same case", ["alpha", "alpha-before"], "slugs[1]", "alpha-before"],
    ["the slug of a draft", ["alpha", "hidden"], "slugs[1]", "hidden"],
    ["the former slug of a draft", ["hidden-before", "alpha"], "slugs[0]", "hidden-before"],
    ["an empty slug", ["", "alpha"], "slugs[0]", ""],
  ];
  test.each(refused)("are not compared by %s", async (_what, slugs, argument, value) => {
    for (const language of ["en", "zh"]) {
      const response = await ask(app.http, comparison, { slugs }, { "accept-language": language });
      const { message, ...rest } = firstError(response);
      expect([response.statusCode, rest]).toEqual([400, { code: "BAD_USER_INPUT", argument, value }]);
      expect(message).toContain(argument);
      for (const slug of slugs.filter((one) => one === value)) expect(message).toContain(slug);
      expect(/\p{Script=Han}/u.test(String(message))).toBe(language === "zh");
    }
  });
});

test("a draft is as unknown as no case at all, until it is published and once it is withdrawn", async () => {
  const steady = aCase({ slug: "steady" });
  const other = (status: string) => aCase({ slug: "other", status });
  const app = await testApp(contentOf([steady, other("draft")]));
  const refusal = async (slug: string) =>
    JSON.stringify((await app.ask(comparison, { slugs: ["steady", slug] })).errors).replaceAll(slug, "");
  expect(await refusal("other")).toBe(await refusal("no-such"));
  await app.seed(contentOf([steady, other("published")]));
  expect((await compared(app, ["steady", "other"])).cases).toEqual([{ slug: "steady" }, { slug: "other" }]);
  await app.seed(contentOf([steady]));
  expect(await refusal("other")).toBe(await refusal("no-such"));
});

describe("the real cases", () => {
  let app: TestApp;
  let slugs: string[];
  let measureKeys: string[];
  beforeAll(async () => {
    app = await openTestApp();
    const { cases, measures } = await app.data<{
      cases: { nodes: { slug: string }[] };
      measures: { key: string }[];
    }>("{ cases(first: 100) { nodes { slug } } measures { key } }");
    slugs = cases.nodes.map(({ slug }) => slug);
    measureKeys = measures.map(({ key }) => key);
  });
  afterAll(() => app.close());

  test("are compared without gaps, doubles or strangers, three by three", async () => {
    for (let start = 0; start + 3 <= slugs.length; start += 3) {
      const some = slugs.slice(start, start + 3);
      const { cases, sections, measures } = await compared(app, some);
      expect(cases.map(({ slug }) => slug)).toEqual(some);
      for (const { kind, cells } of sections) {
        expect(cells).toHaveLength(3);
        expect(cells.filter((cell) => cell).map((cell) => cell?.kind)).toEqual(
          cells.filter((cell) => cell).map(() => kind),
        );
      }
      const rows = measures.map(({ measure, scope, nature, timeBasis }) =>
        [measure.key, scope, nature, timeBasis].join(" "),
      );
      expect(new Set(rows).size).toBe(rows.length);
      for (const { measure, scope, nature, timeBasis, cells } of measures) {
        expect(cells).toHaveLength(3);
        cells.forEach((cell, place) => {
          if (cell === null) return;
          expect(cell).toMatchObject({ measure: { key: measure.key }, scope, nature, timeBasis });
          expect(cell.unit).toEqual(measure.unit);
          expect(cell.evidence.case.slug).toBe(some[place]);
        });
      }
      const shares = measures.map(({ cells }) => cells.filter((cell) => cell).length);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      const single = measures.filter((_, row) => shares[row] === 1).map(({ measure }) => measure.key);
      const places = single.map((key) => measureKeys.indexOf(key));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test("show every figure: in a cell, or among the other values of one", async () => {
    for (let start = 0; start + 2 <= slugs.length; start += 2) {
      const some = slugs.slice(start, start + 2);
      const { measures } = await compared(app, some);
      const shown = measures.flatMap(({ timeBasis, cells }) =>
        cells.flatMap((cell) =>
          cell ? [cell, ...cell.otherValues.filter((other) => other.timeBasis === timeBasis)] : [],
        ),
      );
      const { a, b } = await app.data<Record<"a" | "b", { indicators: { value: number }[] }>>(
        "query ($a: String!, $b: String!) { a: case(slug: $a) { indicators { value } } b: case(slug: $b) { indicators { value } } }",
        { a: some[0], b: some[1] },
      );
      const values = (figures: readonly { readonly value: number }[]) =>
        figures.map(({ value }) => value).toSorted((x, y) => x - y);
      expect(values(shown)).toEqual(values([...a.indicators, ...b.indicators]));
    }
  });

  test("a local government sees a closure of sock workshops beside a fashion town", async () => {
    const pair = ["zhuji-hosiery-town", "shenzhen-dalang-fashion-town"];
    const { measures, sections, sharedPractices } = await compared(app, pair);
    expect(measures[0]).toMatchObject({
      ...{ measure: { key: "enterprises", unit: { code: "ENTERPRISE" } }, scope: "TOWN", nature: "ACTUAL" },
      cells: [
        { value: 495, asOf: "2016-06" },
        { value: 200, asOf: "2020" },
      ],
    });
    expect(sections.map(({ kind }) => kind)).toEqual([
      ...["BACKGROUND", "PROBLEM", "PRACTICE", "MECHANISM", "RESULT", "LESSON"],
    ]);
    expect(sharedPractices.map(({ slug }) => slug)).toContain("own-brands");
  });
});
