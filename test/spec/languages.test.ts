import { writeBundles } from "../../src/database/record-bundles.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NarrativeRow } from "../../src/database/rows/case-rows.js";
import { publicId, seededId } from "../../src/ids.js";
import type { Locale } from "../../src/terms.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { ask, firstError } from "../support/ask.js";
import { aCase, contentOf, label } from "../support/content.js";

const content = contentOf([
  aCase({
    slug: "one",
    sections: ["practice", "result"].map((anchor) => ({
      ...{ anchor, kind: anchor === "practice" ? "PRACTICE" : "RESULT", heading: label("标题", "Heading") },
      narratives: label(`企业共享设计，${anchor}。`, `Firms share their designs, ${anchor}.`),
    })),
  }),
]);

/** The service with a case whose practice is told in one language only. */
async function appWithout(locale: Locale): Promise<TestApp> {
  const app = await openTestApp(content);
  await app.storage.unitOfWork.run(async ({ manager, changed }) => {
    await manager.delete(NarrativeRow, { sectionId: seededId("Section", "one#practice"), locale });
    await writeBundles(manager, "case", [seededId("Case", "one")]);
    changed("case", seededId("Case", "one"));
  });
  await app.catchUp();
  return app;
}

interface Told {
  readonly sections: readonly {
    readonly anchor: string;
    readonly narratives: readonly { readonly locale: Locale; readonly text: string }[];
  }[];
  readonly completeness: { readonly locales: number; readonly missing: readonly string[] };
}

describe.each([
  ["EN", "ZH"],
  ["ZH", "EN"],
] as const)("a text that is not there in %s", (missing, other) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await appWithout(missing);
  });
  afterAll(() => app.close());

  const told = async (locale: string): Promise<Told> =>
    (
      await app.data<{ case: Told }>(
        `{ case(slug: "one") { sections { anchor narratives${locale} { locale text } } completeness { locales missing } } }`,
      )
    ).case;

  test("is absent, never replaced by the other language", async () => {
    const localesOf = async (locale: string) =>
      (await told(locale)).sections.map(({ narratives }) => narratives.map((one) => one.locale));
    expect(await localesOf("")).toEqual([[other], ["ZH", "EN"]]);
    expect(await localesOf(`(locale: ${missing})`)).toEqual([[], [missing]]);
    expect(await localesOf(`(locale: ${other})`)).toEqual([[other], [other]]);
    const [practice] = (await told("")).sections;
    expect(practice?.narratives[0]?.text).toBe(
      other === "ZH" ? "企业共享设计，practice。" : "Firms share their designs, practice.",
    );
  });

  test("counts as a gap of the case", async () => {
    const { completeness } = await told("");
    expect(completeness.locales).toBe(0.75);
    expect(completeness.missing).toContain(`locale:${missing}:practice`);
  });

  test("is not found by a search in that language, and the other one still is", async () => {
    const total = async (query: string, locale: Locale) => {
      const { searchCases } = await app.data<{
        searchCases: { totalCount: number; edges: { highlights: { locale: Locale }[] }[] };
      }>(
        `query ($query: String!, $locale: Locale) {
          searchCases(query: $query, locale: $locale, searchIn: [PRACTICE], fields: [NARRATIVE]) {
            totalCount edges { highlights { locale } }
          }
        }`,
        { query, locale },
      );
      for (const { highlights } of searchCases.edges)
        expect(new Set(highlights.map((one) => one.locale))).toEqual(new Set([locale]));
      return searchCases.totalCount;
    };
    const words = { ZH: "共享设计", EN: "designs" };
    expect(await total(words[missing], missing)).toBe(0);
    expect(await total(words[other], other)).toBe(1);
  });
});

describe("the words of an error", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(content);
  });
  afterAll(() => app.close());

  const query = "{ cases(first: 0) { totalCount } }";
  const zh = "first 为 0，应在 1 到 100 之间。";
  const en = "`first` is 0; it must be between 1 and 100.";

  test.each([
    ["zh", "zh", zh],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh", zh],
    ["zh-Hant-TW", "zh", zh],
    ["en;q=0.5, zh;q=0.7", "zh", zh],
    ["en", "en", en],
    ["en-GB,zh;q=0.5", "en", en],
    ["de, fr;q=0.5", "en", en],
    ["", "en", en],
    [";;q=x,,zh;q=", "en", en],
  ])("for %s are in %s, with the same code", async (header, language, message) => {
    const response = await ask(app.http, query, {}, { "accept-language": header });
    expect(firstError(response)).toEqual({
      ...{ message, code: "PAGE_SIZE_OUT_OF_RANGE", argument: "first", sent: 0, limit: 100 },
    });
    expect(response.headers).toMatchObject({ "content-language": language, vary: "Accept-Language" });
  });

  test("do not make an answer without errors depend on the language", async () => {
    const id = publicId("Case", seededId("Case", "one"));
    const asked = `{ node(id: "${id}") { ... on Case { title { zh en } citation } } }`;
    const [first, second] = await Promise.all(
      ["zh", "en"].map((language) => ask(app.http, asked, {}, { "accept-language": language })),
    );
    expect(first?.json()).toEqual(second?.json());
    expect(first?.headers["content-language"]).toBeUndefined();
  });
});
