import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { contentOf, aCase } from "../support/content.js";
import { exportPath } from "../support/exports.js";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(contentOf([aCase({ slug: "one" })]));
});
afterAll(() => app.close());

const evidenceFiles = ["evidence.csv", "figures.csv", "evidence.jsonl"];

/** What the export and the API each say to the same filter. */
async function refusals(name: string, filter: unknown, language = "en") {
  const headers = { "accept-language": language };
  const [list, type] = name === "cases.jsonl" ? ["cases", "CaseFilter"] : ["evidence", "EvidenceFilter"];
  const exported = await app.http.inject({ url: exportPath(name, filter), headers });
  const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
  const asked = await ask(app.http, query, { filter }, headers);
  return { exported, asked };
}

/** Filters of cases that are wrong, and the place that the error names. */
const wrongCases: readonly (readonly [place: string, filter: unknown])[] = [
  ["", { categori: ["POPULATION_TRANSFER"] }],
  ["", { __proto__: null, constructor: 1 }],
  ["", "everything"],
  ["", 5],
  [".categories[1]", { categories: ["POPULATION_TRANSFER", "SOMETHING"] }],
  [".kinds[0]", { kinds: ["exemplary"] }],
  [".rounds[0]", { rounds: ["1"] }],
  [".rounds[0]", { rounds: [1.5] }],
  [".towns[0]", { towns: [null] }],
  [".towns[0]", { towns: [{ slug: "one-town" }] }],
  [".measures[0]", { measures: [{ min: 5 }] }],
  [".measures[0].min", { measures: [{ measure: "enterprises", min: "5" }] }],
  [".measures[0].nature", { measures: [{ measure: "enterprises", nature: "REAL" }] }],
  [".near", { near: { latitude: 1 } }],
  [".updatedSince", { updatedSince: "yesterday" }],
];

/** Filters with values that no vocabulary has, or that make no sense. */
const unknownToCases: readonly (readonly [place: string, filter: unknown])[] = [
  [".towns", { towns: ["nowhere"] }],
  [".provinces", { provinces: ["330000", "999999"] }],
  [".practices", { practices: ["hosiery"] }],
  [".rounds", { rounds: [3] }],
  [".measures[1].measure", { measures: [{ measure: "enterprises" }, { measure: "happiness" }] }],
  [".measures[0].min", { measures: [{ measure: "enterprises", min: 2, max: 1 }] }],
  [".near.latitude", { near: { latitude: 91, longitude: 0, withinKilometres: 1 } }],
];

const ofEvidence = (filters: typeof wrongCases) =>
  filters.map(([place, cases]) => [`.cases${place}`, { cases }] as const);
const named = (name: string, filters: typeof wrongCases) =>
  filters.map(([place, filter]) => [name, `filter${place}`, filter] as const);

describe("a filter that the API's input type does not allow", () => {
  test.each([
    ...named("cases.jsonl", wrongCases),
    ...named("evidence.csv", ofEvidence(wrongCases)),
    ...named("evidence.jsonl", [
      ["", { measure: ["enterprises"] }],
      [".kinds[0]", { kinds: ["RESULT"] }],
      [".measures[0]", { measures: [7] }],
      [".from", { from: "2019-13" }],
      [".to", { to: 2019 }],
      [".hasConflict", { hasConflict: "true" }],
      [".cases", { cases: "one" }],
    ]),
  ])("is refused by %s, naming %s, in the words of GraphQL: %j", async (name, place, filter) => {
    const { exported, asked } = await refusals(name, filter);
    expect([exported.statusCode, asked.statusCode]).toEqual([400, 400]);
    const { message, ...details } = firstError(exported);
    expect(details).toMatchObject({ code: "BAD_USER_INPUT", argument: place });
    const theirs = firstError(asked);
    expect(theirs["code"]).toBe("BAD_USER_INPUT");
    expect(String(message).startsWith(`\`${place}\`: `)).toBe(true);
    expect(String(theirs["message"])).toContain(String(message).slice(`\`${place}\`: `.length));
  });

  test("is refused in Chinese to those who prefer it, as far as the words are ours", async () => {
    const { exported } = await refusals("evidence.csv", { kinds: ["RESULT"] }, "zh");
    expect(String(firstError(exported)["message"])).toMatch(/^filter\.kinds\[0\] 无法使用：Value "RESULT"/);
  });
});

describe("a filter with a value that does not exist", () => {
  test.each([
    ...named("cases.jsonl", unknownToCases),
    ...named("figures.csv", ofEvidence(unknownToCases)),
    ...named("evidence.csv", [
      [".measures", { measures: ["enterprises", "happiness"] }],
      [".sources", { sources: ["paper"] }],
      [".languages", { languages: ["fr"] }],
      [".from", { from: "2020", to: "2019" }],
    ]),
  ])("is refused by %s with the API's own error: %s %j", async (name, place, filter) => {
    for (const language of ["en", "zh"]) {
      const { exported, asked } = await refusals(name, filter, language);
      expect(exported.statusCode).toBe(400);
      expect(firstError(exported)).toEqual(firstError(asked));
      expect(firstError(exported)).toMatchObject({ code: "BAD_USER_INPUT", argument: place });
    }
  });
});

describe("a filter that stands for everything", () => {
  test.each(["", "?filter=null", "?filter={}", '?filter={"cases":{},"kinds":[]}'])(
    "may be written %j",
    async (search) => {
      const answer = await app.http.inject(`/export/evidence.csv${search}`);
      expect([answer.statusCode, answer.headers["x-total-count"]]).toEqual([200, "1"]);
    },
  );
});

describe("a request for an export", () => {
  test.each([...evidenceFiles, "cases.jsonl"])("for %s takes JSON, once, and nothing else", async (name) => {
    for (const [search, argument, value] of [
      ["filter={", "filter", "{"],
      ["filter=", "filter", ""],
      ["filter=categories:x", "filter", "categories:x"],
      ["filter={}&filter={}", "filter", ["{}", "{}"]],
      ["filters={}", "filters", "{}"],
      ["first=5", "first", "5"],
      ["filter={}&format=csv", "format", "csv"],
      ["__proto__=1", "__proto__", "1"],
    ] as const) {
      for (const language of ["en", "zh"]) {
        const headers = { "accept-language": language };
        const answer = await app.http.inject({ url: `/export/${name}?${search}`, headers });
        expect([search, answer.statusCode]).toEqual([search, 400]);
        const { message, ...details } = firstError(answer);
        expect(details).toEqual({ code: "BAD_USER_INPUT", argument, value });
        expect(String(message)).toContain(argument);
        expect(/\p{Script=Han}/u.test(String(message))).toBe(language === "zh");
        expect(answer.headers).toMatchObject({
          "content-type": "application/json; charset=utf-8",
          "content-language": language,
        });
        expect(answer.headers["content-disposition"] ?? answer.headers["etag"]).toBeUndefined();
      }
    }
  });

  test("for a file that does not exist is NOT_FOUND, and so is the folder", async () => {
    for (const url of [
      "/export",
      "/export/",
      "/export/cases.csv",
      "/export/evidence",
      "/export/evidence.CSV",
    ]) {
      const answer = await app.http.inject(url);
      expect([url, answer.statusCode, firstError(answer)["code"]]).toEqual([url, 404, "NOT_FOUND"]);
    }
  });

  test("is a GET or a HEAD", async () => {
    const answer = await app.http.inject({ method: "POST", url: "/export/cases.jsonl", payload: {} });
    expect([answer.statusCode, firstError(answer)["code"]]).toEqual([405, "METHOD_NOT_ALLOWED"]);
  });
});
