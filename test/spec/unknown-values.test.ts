import { isEnumType } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp, PUBLISHED_CASES } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { placesForValues, placeWith, schema, type Place } from "../support/schema-fields.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

afterEach(async () => {
  expect(await app.data("{ cases(first: 1) { totalCount } }")).toEqual({
    cases: { totalCount: PUBLISHED_CASES },
  });
});

const enums = placesForValues().filter(({ type }) => isEnumType(schema.getType(type)));
/** Places that take the keys, slugs and codes of a vocabulary. */
const keys = placesForValues().filter(
  ({ argument, inside }) => inside !== null || argument.name === "measures",
);
const vocabularyKeys = keys.filter(({ type }) => type === "String");
const rounds = keys.filter(({ inside }) => inside === "rounds");
const moments = keys.filter(({ type }) => type === "DateTime");
const named = (places: readonly Place[]) => places.map((place) => [place.name, place] as const);
const argumentOf = ({ argument, inside }: Place): string =>
  inside === null ? argument.name : `${argument.name}.${inside}`;

async function refusal(place: Place, value: unknown, language: string) {
  const { query, variables } = placeWith(place, value);
  const response = await ask(app.http, query, variables, { "accept-language": language });
  const { message, ...rest } = firstError(response);
  return { status: response.statusCode, message: String(message), rest };
}

describe("a value that no vocabulary has", () => {
  test.each(named([...vocabularyKeys, ...rounds]))(
    "is BAD_USER_INPUT in %s, by name and value",
    async (_name, place) => {
      const values =
        place.inside === "rounds" ? [3, 0, -1] : ["no-such", "", "HOSIERY", " zhejiang", "UNKNOWN"];
      for (const value of values) {
        const details = { code: "BAD_USER_INPUT", argument: argumentOf(place), value };
        for (const language of ["en", "zh"]) {
          const { status, message, rest } = await refusal(place, value, language);
          expect([status, rest]).toEqual([400, details]);
          expect(message).toContain(argumentOf(place));
          expect(message).toContain(String(value));
          expect(/\p{Script=Han}/u.test(message)).toBe(language === "zh");
        }
      }
    },
  );

  test.each(named(enums))("is BAD_USER_INPUT in %s, in the words of GraphQL", async (_name, place) => {
    for (const value of ["NO_SUCH", "", "UNKNOWN", 1]) {
      const { status, message, rest } = await refusal(place, value, "en");
      expect([status, rest["code"]]).toEqual([400, "BAD_USER_INPUT"]);
      expect(message).toContain(String(value));
      expect(message).toContain(place.inside ?? place.argument.name);
    }
  });

  test.each([
    ["cases", "provinces", "浙江", "regions(level: PROVINCE)", "330000 (Zhejiang)"],
    ["cases", "provinces", "zhejang", "regions(level: PROVINCE)", "330000 (Zhejiang)"],
    ["cases", "regions", "Deqing County", "regions", "330521 (Deqing County)"],
    ["cases", "industries", "HOSIERY", "industries", "hosiery (Hosiery)"],
    ["cases", "industries", "袜业", "industries", "hosiery (Hosiery)"],
    ["cases", "industries", "Textile Machinery", "industries", "textile-machinery (Textile machinery)"],
    ["cases", "industries", "textile-machnery", "industries", "textile-machinery (Textile machinery)"],
    ["cases", "industries", "spaceflight", "industries", null],
    ["cases", "tags", "x".repeat(5000), "tags", null],
    ["cases", "rounds", 3, "facets { rounds }", null],
    ["towns", "regions", "浙江省", "regions", "330000 (Zhejiang)"],
    ["evidence", "languages", "EN", "sources { language }", "en"],
    ["evidence", "measures", "Enterprise", "measures", "enterprises (Enterprises)"],
  ])(
    "in %s by %s: %s is told to be sought in %s, with what was meant: %s",
    async (list, field, value, where, meant) => {
      const type = { cases: "CaseFilter", towns: "TownFilter", evidence: "EvidenceFilter" }[list] ?? "";
      const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
      const { message } = firstError(await ask(app.http, query, { filter: { [field]: [value] } }));
      const told = `\`${where}\` has no such value`;
      expect(message).toBe(
        `\`filter.${field}\` is ${typeof value === "string" ? `“${value}”` : value}: ` +
          (meant === null ? `${told}.` : `${told}; did you mean ${meant}?`),
      );
    },
  );

  test("is told with what was meant in Chinese as well", async () => {
    const query = '{ cases(filter: { provinces: ["浙江"] }) { totalCount } }';
    const { message } = firstError(await ask(app.http, query, {}, { "accept-language": "zh" }));
    expect(message).toBe(
      "filter.provinces 为“浙江”：`regions(level: PROVINCE)`中没有这个值。是否指330000（浙江省）？",
    );
  });

  test("is refused beside values that there are", async () => {
    const { errors } = await app.ask(
      '{ cases(filter: { tags: [], provinces: ["330000", "999999"] }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions).toEqual({
      code: "BAD_USER_INPUT",
      argument: "filter.provinces",
      value: "999999",
    });
  });

  test("is a region of a lower level where a province is asked for", async () => {
    const { errors } = await app.ask('{ cases(filter: { provinces: ["deqing-county"] }) { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({ argument: "filter.provinces", value: "deqing-county" });
  });
});

test.each(named(moments))("what is no moment is BAD_USER_INPUT in %s", async (_name, place) => {
  for (const value of [
    "yesterday",
    "",
    "2026-01-01",
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-01T25:00:00Z",
    0,
  ]) {
    const { status, message, rest } = await refusal(place, value, "en");
    expect([value, status, rest["code"]]).toEqual([value, 400, "BAD_USER_INPUT"]);
    expect(message).toContain("RFC 3339");
  }
  for (const value of ["2026-02-28T23:59:59.5+08:00", "2024-02-29T00:00:00Z", "0001-01-01T00:00:00Z", null]) {
    const { query, variables } = placeWith(place, value);
    expect([value, (await app.ask(query, variables)).errors]).toEqual([value, undefined]);
  }
});

test("an empty list restricts nothing, in a filter and in an argument", async () => {
  const asked = (value: string) => `{
    cases(filter: { kinds: ${value}, tags: ${value}, rounds: ${value}, hasSection: ${value} }) { totalCount }
    towns(filter: { kinds: ${value}, regions: ${value} }) { totalCount }
    searchCases(query: "镇", fields: ${value}, searchIn: ${value}) { totalCount }
    case(slug: "zhuji-hosiery-town") {
      sections(kinds: ${value}) { anchor }
      evidence(kinds: ${value}) { totalCount }
      indicators(measures: ${value}, natures: ${value}, scopes: ${value}) { value }
    }
  }`;
  const unrestricted = await app.data(asked("null"));
  expect(await app.data(asked("[]"))).toEqual(unrestricted);
  expect(unrestricted).toMatchObject({
    cases: { totalCount: PUBLISHED_CASES },
    towns: { totalCount: PUBLISHED_CASES },
  });
});
