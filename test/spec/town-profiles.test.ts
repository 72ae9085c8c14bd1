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
