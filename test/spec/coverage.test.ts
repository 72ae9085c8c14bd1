import { expect, test } from "vitest";
import { NarrativeRow } from "../../src/database/rows/case-rows.js";
import { writeBundles } from "../../src/database/record-bundles.js";
import { seededId } from "../../src/ids.js";
import { caseKinds, categoryKeys, type Locale } from "../../src/terms.js";
import { testApp, type TestApp } from "../support/app.js";
import { aCase, aTown, contentOf, enterprisesFigure, label } from "../support/content.js";

interface Count {
  readonly value: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly count: number;
}
interface Coverage {
  readonly categories: readonly Count[];
  readonly categoryBasis: readonly Count[];
  readonly provinces: readonly Count[];
  readonly rounds: readonly Count[];
  readonly kinds: readonly Count[];
  readonly languages: readonly Count[];
  readonly evidence: readonly { readonly from: number; readonly to: number | null; readonly count: number }[];
}

const groups = ["categories", "categoryBasis", "provinces", "rounds", "kinds", "languages"] as const;
const query = `{ serviceInfo { caseCount coverage {
  ${groups.map((group) => `${group} { value label { zh en } count }`).join(" ")}
  evidence { from to count }
} } }`;

async function covered(app: TestApp): Promise<Coverage & { readonly caseCount: number }> {
  const { serviceInfo } = await app.data<{ serviceInfo: { caseCount: number; coverage: Coverage } }>(query);
  return { caseCount: serviceInfo.caseCount, ...serviceInfo.coverage };
}

const written = (counts: readonly Count[]): string[] =>
  counts.map(({ value, count }) => `${value}: ${count}`);

/** A case that rests on so many pieces of evidence. */
const caseWith = (slug: string, pieces: number, rest: object = {}) =>
  aCase({
    slug,
    sections: ["practice", "result"].map((anchor) => ({
      ...{ anchor, kind: anchor === "practice" ? "PRACTICE" : "RESULT", heading: label("标题", "Heading") },
      narratives: label("正文", "Text"),
    })),
    evidence: Array.from({ length: pieces }, (_, place) => ({
      ...enterprisesFigure({}),
      anchor: `f${place + 1}`,
    })),
    ...rest,
  });

const cautionary = {
  ...{ kind: "CAUTIONARY", category: null, categoryBasis: null, round: null },
};
const draft = caseWith("secret", 20, {
  ...{ status: "draft", category: "CULTURAL_HERITAGE", categoryBasis: "EDITORIAL", round: 2 },
  town: aTown("secret", { region: "automobile-zone" }),
});
const published = [
  caseWith("one", 4),
  caseWith("two", 5),
  caseWith("three", 9),
  caseWith("four", 19, cautionary),
];

test("every list names its values, those without a case too", async () => {
  const app = await testApp(contentOf([...published, draft]));
  const coverage = await covered(app);
  expect(written(coverage.categories)).toEqual([
    ...categoryKeys.map((key) => `${key}: ${key === "NEW_INDUSTRY_CLUSTER" ? 3 : 0}`),
    "UNKNOWN: 1",
  ]);
  expect(written(coverage.categoryBasis)).toEqual(["SOURCE: 3", "EDITORIAL: 0", "INFERRED: 0", "UNKNOWN: 1"]);
  expect(written(coverage.provinces)).toEqual(["220000: 0", "330000: 4"]);
  expect(written(coverage.rounds)).toEqual(["1: 3", "2: 0", "UNKNOWN: 1"]);
  expect(written(coverage.kinds)).toEqual(caseKinds.map((kind, place) => `${kind}: ${[3, 1][place] ?? 0}`));
  expect(written(coverage.languages)).toEqual([
    ...["COMPLETE: 4", "ZH_MISSING: 0", "EN_MISSING: 0", "ZH_AND_EN_MISSING: 0"],
  ]);
  expect(coverage.evidence).toEqual([
    { from: 0, to: 4, count: 1 },
    { from: 5, to: 9, count: 2 },
    { from: 10, to: 19, count: 1 },
    { from: 20, to: null, count: 0 },
  ]);
});

test("a draft fills no gap until it is published, and leaves it again when it is withdrawn", async () => {
  const app = await testApp(contentOf([...published, draft]));
  const before = await covered(app);
  await app.seed(contentOf([...published, { ...draft, status: "published" }]));
  const during = await covered(app);
  expect(during.caseCount).toBe(before.caseCount + 1);
  expect(written(during.categories)).toContain("CULTURAL_HERITAGE: 1");
  expect(written(during.categoryBasis)).toContain("EDITORIAL: 1");
  expect(written(during.provinces)).toContain("220000: 1");
  expect(written(during.rounds)).toContain("2: 1");
  expect(during.evidence.at(-1)?.count).toBe(1);
  await app.seed(contentOf(published));
  expect(await covered(app)).toEqual(before);
});

test("a case of which a text is missing counts under the language that it lacks", async () => {
  const app = await testApp(contentOf(published));
  const remove = async (slug: string, anchor: string, locale: Locale): Promise<void> => {
    await app.storage.unitOfWork.run(async ({ manager, changed }) => {
      await manager.delete(NarrativeRow, { sectionId: seededId("Section", `${slug}#${anchor}`), locale });
      await writeBundles(manager, "case", [seededId("Case", slug)]);
      changed("case", seededId("Case", slug));
    });
    await app.catchUp();
  };
  const languages = async () => (await covered(app)).languages.map(({ count }) => count);
  expect(await languages()).toEqual([4, 0, 0, 0]);
  await remove("one", "result", "EN");
  expect(await languages()).toEqual([3, 0, 1, 0]);
  await remove("two", "practice", "ZH");
  expect(await languages()).toEqual([2, 1, 1, 0]);
  await remove("one", "practice", "ZH");
  expect(await languages()).toEqual([2, 1, 0, 1]);
  await app.seed(contentOf([{ ...caseWith("one", 4), updatedOn: "2026-02-02" }, ...published.slice(1)]));
  expect(await languages()).toEqual([3, 1, 0, 0]);
});

test("nothing published is nothing but gaps", async () => {
  const coverage = await covered(await testApp(contentOf([draft])));
  const counts = [...groups.flatMap((group) => coverage[group]), ...coverage.evidence];
  expect(counts.length).toBeGreaterThan(15);
  expect(counts.filter(({ count }) => count > 0)).toEqual([]);
  expect(groups.flatMap((group) => coverage[group]).filter(({ value }) => value === "UNKNOWN")).toEqual([]);
});

test("on the real cases every list adds up to all of them, and says what the lists of cases say", async () => {
  const app = await testApp();
  const coverage = await covered(app);
  for (const list of [...groups.map((group) => coverage[group]), coverage.evidence]) {
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(coverage.caseCount);
  }
  const { regions, cases } = await app.data<{
    regions: { code: string | null; key: string }[];
    cases: { nodes: { evidence: { totalCount: number }; completeness: { locales: number } }[] };
  }>(`{
    regions(level: PROVINCE) { code key }
    cases(first: 100) { nodes { evidence(first: 1) { totalCount } completeness { locales } } }
  }`);
  expect(coverage.provinces.map(({ value }) => value)).toEqual(regions.map(({ code, key }) => code ?? key));
  for (const { from, to, count } of coverage.evidence) {
    const pieces = cases.nodes.map(({ evidence }) => evidence.totalCount);
    expect(count).toBe(pieces.filter((some) => some >= from && some <= (to ?? Infinity)).length);
  }
  const complete = cases.nodes.filter(({ completeness }) => completeness.locales === 1).length;
  expect(coverage.languages[0]?.count).toBe(complete);
  for (const { label: name } of groups.flatMap((group) => coverage[group])) {
    expect(name.zh).toMatch(/\p{Script=Han}/u);
    expect(name.en).toMatch(/[a-z]/);
  }
});
