import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { contentOf } from "../support/content.js";
import { lists, modern, silent, told } from "../support/planted-towns.js";
import { matchesOf, townMatchesQuery } from "../support/town-matches.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(contentOf([told, silent, modern], lists));
});
afterAll(() => app.close());

const near = (rest: object) => ({ near: { latitude: 30, longitude: 120, withinKilometres: 100, ...rest } });
const guangzhou = { latitude: 23, longitude: 113, withinKilometres: 50 };
const numbers = ["areaSquareKilometres", "enterprises", "jobs", "investmentCny"];
const newTrade = { isTraditionalIndustry: true, industries: ["cars"] };
const oldTrade = { isTraditionalIndustry: false, industries: ["cars", "hosiery"] };

/** The last two: the path of what is wrong, below the profile, and its value. */
const refused: readonly (readonly [what: string, profile: object, part: string, value: unknown])[] = [
  ["with an unknown province", { province: "999999" }, "province", "999999"],
  ["with a county for a province", { province: "deqing-county" }, "province", "deqing-county"],
  ["with a blank province", { province: "" }, "province", ""],
  ["with an unknown industry", { industries: ["cars", "no-such"] }, "industries", "no-such"],
  ["with an unknown problem", { problems: ["hosiery"] }, "problems", "hosiery"],
  ["with an unknown practice", { practices: ["Shared-design"] }, "practices", "Shared-design"],
  ["north of the pole", near({ latitude: 90.1 }), "near.latitude", 90.1],
  ["east of the date line", near({ longitude: 181 }), "near.longitude", 181],
  ["near nothing", near({ withinKilometres: 0 }), "near.withinKilometres", 0],
  ["near everything", near({ withinKilometres: 20_001 }), "near.withinKilometres", 20_001],
  ...numbers.flatMap((part) =>
    [0, -1].map((value) => [`with ${value} for ${part}`, { [part]: value }, part, value] as const),
  ),
  ["with a traditional industry that is none", newTrade, "isTraditionalIndustry", true],
  ["with no traditional industry but one", oldTrade, "isTraditionalIndustry", false],
  ["of Zhejiang that lies by Guangzhou", { province: "330000", near: guangzhou }, "near", guangzhou],
  ["with one wrong part beside good ones", { province: "330000", jobs: -5 }, "jobs", -5],
];

describe("a profile", () => {
  test.each([
    ...refused.map(([what, profile, part, value]) => [what, profile, `profile.${part}`, value] as const),
    ...[{}, { province: null, enterprises: null }, { industries: [], problems: [] }].map(
      (nothing) => [`that says nothing, as ${JSON.stringify(nothing)}`, nothing, "profile", nothing] as const,
    ),
  ])(
    "%s is refused in both languages, by the path of what is wrong",
    async (_what, profile, argument, value) => {
      for (const [language, letters] of [
        ["en", /^[^\p{Script=Han}]+$/u],
        ["zh", /\p{Script=Han}/u],
      ] as const) {
        const response = await ask(app.http, townMatchesQuery, { profile }, { "accept-language": language });
        const { message, ...rest } = firstError(response);
        expect([response.statusCode, rest]).toEqual([400, { code: "BAD_USER_INPUT", argument, value }]);
        expect(message).toMatch(letters);
        expect(message).toContain(argument);
      }
    },
  );

  test.each([
    { isTraditionalIndustry: true, industries: ["cars", "hosiery"] },
    { isTraditionalIndustry: false, industries: ["cars"] },
    { isTraditionalIndustry: true, industries: [] },
    { areaSquareKilometres: 1e-9, investmentCny: 1e308, jobs: 2 ** 31 - 1 },
  ])("as %j is answered", async (profile) => {
    expect((await app.ask(townMatchesQuery, { profile })).errors).toBeUndefined();
  });

  test("with empty lists and nulls says what it says without them", async () => {
    const without = await matchesOf(app, { province: "330000" });
    expect(without.length).toBeGreaterThan(0);
    const empty = { industries: [], problems: [], practices: null, near: null, jobs: null };
    expect(await matchesOf(app, { province: "330000", ...empty })).toEqual(without);
  });

  test.each([0, -1, 21, 100])("is answered with 1 to 20 cases, never with %i", async (first) => {
    const { status, errors } = await app.ask(townMatchesQuery, { profile: { province: "330000" }, first });
    expect([status, errors?.[0]?.extensions]).toEqual([
      400,
      { code: "PAGE_SIZE_OUT_OF_RANGE", argument: "first", sent: first, limit: 20 },
    ]);
  });
});

describe("a place and a province", () => {
  let real: TestApp;
  beforeAll(async () => {
    real = await openTestApp();
  });
  afterAll(() => real.close());

  const errorsOf = async (profile: object) => (await real.ask(townMatchesQuery, { profile })).errors;

  test("of each known town go together, to the kilometre", async () => {
    const { towns } = await real.data<{ towns: { nodes: PlacedTown[] } }>(
      "{ towns(first: 100) { nodes { location { latitude longitude } region { code parent { code parent { code parent { code } } } } } } }",
    );
    const placed = towns.nodes.filter(({ location }) => location !== null);
    expect(placed.length).toBeGreaterThan(30);
    for (const { location, region } of placed) {
      const profile = { province: provinceOf(region), near: { ...location, withinKilometres: 1 } };
      expect([profile, await errorsOf(profile)]).toEqual([profile, undefined]);
    }
  });

  test.each([
    ["the far north of Heilongjiang", "230000", { latitude: 53.5, longitude: 122.3 }],
    ["the far east of Heilongjiang", "230000", { latitude: 48.4, longitude: 134.8 }],
    ["the far west of Sichuan", "510000", { latitude: 30, longitude: 97.6 }],
    ["the far west of Yunnan", "530000", { latitude: 24.7, longitude: 97.6 }],
    ["the far south-west of Guangdong", "440000", { latitude: 20.3, longitude: 110 }],
    ["the far north of Shaanxi", "610000", { latitude: 39.5, longitude: 111 }],
    ["the far south of Jiangxi", "360000", { latitude: 24.5, longitude: 114.6 }],
    ["a province of which no town is known", "650000", { latitude: 39.5, longitude: 76 }],
    ["what lies just over the border", "330000", { latitude: 31.2, longitude: 120.6 }],
  ])("that is %s is answered", async (_what, province, point) => {
    expect(await errorsOf({ province, near: { ...point, withinKilometres: 1 } })).toBeUndefined();
  });

  test.each([
    ["330000", guangzhou],
    ["330000", { latitude: 30.6, longitude: 104, withinKilometres: 2000 }],
    ["440000", { latitude: 45.8, longitude: 126.6, withinKilometres: 1 }],
    ["510000", { latitude: 31.2, longitude: 121.5, withinKilometres: 100 }],
  ])("%s and %j do not go together", async (province, near) => {
    expect((await errorsOf({ province, near }))?.[0]?.extensions).toMatchObject({
      argument: "profile.near",
      value: near,
    });
  });
});

interface Division {
  readonly code: string | null;
  readonly parent?: Division | null;
}

interface PlacedTown {
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly region: Division;
}

const provinceOf = ({ code, parent }: Division): string | null => (parent ? provinceOf(parent) : code);
