import { expect, test } from "vitest";
import { publicId, seededId } from "../../src/ids.js";
import { aCase, aTown, contentOf, label, vocabulary } from "../support/content.js";
import { fixedClock, openTestStorage } from "../support/storage.js";

test("the same files again change nothing and raise no revision", async () => {
  const files = contentOf([aCase({ slug: "one" }), aCase({ slug: "two" })]);
  const storage = await openTestStorage(files);
  const revision = await storage.changeLog.contentRevision();
  const { changed, gone } = await storage.seed(files);
  expect([changed, gone]).toEqual([[], []]);
  expect(await storage.changeLog.contentRevision()).toBe(revision);
});

test("ids are UUID v5 of type and first slug, the same on every installation", async () => {
  const files = contentOf([aCase({ slug: "one" })]);
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const storage = await openTestStorage(files);
      const [facts] = (await storage.openCatalogue()).current().columns.facts;
      return facts?.id;
    }),
  );
  expect(new Set(ids)).toEqual(new Set([publicId("Case", seededId("Case", "one"))]));
});

test("a changed file changes that case alone, and counts its revision on", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" }), aCase({ slug: "two" })]));
  const before = await storage.changeLog.contentRevision();
  const changedOne = aCase({ slug: "one", title: label("新标题", "A new title") });
  const { changed } = await storage.seed(contentOf([changedOne, aCase({ slug: "two" })]));
  expect(changed.map(({ kind, name }) => [kind, name])).toEqual([["case", "one"]]);
  const changes = await storage.changeLog.changesAfter(before, 100);
  expect(changes.map(({ kind, rowId }) => [kind, rowId])).toEqual([["case", seededId("Case", "one")]]);
  const edition = (await storage.openCatalogue()).current();
  const views = await edition.cases([...edition.columns.facts].map(({ id }) => id));
  expect(views.map((view) => [view?.slug, view?.revision]).sort()).toEqual([
    ["one", 2],
    ["two", 1],
  ]);
});

test("a case is as new as its file at first, and as its publication when it changes or comes later", async () => {
  const ofFile = (slug: string) => aCase({ slug, updatedOn: "2026-01-02" });
  const [one, two, three] = [ofFile("one"), ofFile("two"), ofFile("three")];
  const storage = await openTestStorage(contentOf([one, two]));
  const catalogue = await storage.openCatalogue();
  const updated = () =>
    Object.fromEntries(
      [...catalogue.current().columns.facts].map(({ slug, updatedAt }) => [
        slug,
        new Date(updatedAt).toISOString(),
      ]),
    );
  const [dayOfFile, moment] = ["2026-01-02T00:00:00.000Z", fixedClock.now().toISOString()];
  expect(updated()).toEqual({ one: dayOfFile, two: dayOfFile });
  const title = label("新标题", "A new title");
  await storage.seed(contentOf([{ ...one, title }, two, three]));
  await catalogue.refresh();
  expect(updated()).toEqual({ one: moment, two: dayOfFile, three: moment });
  await storage.seed(contentOf([{ ...one, title, updatedOn: "2026-12-31" }, two, three]));
  await catalogue.refresh();
  expect(updated()).toEqual({ one: "2026-12-31T00:00:00.000Z", two: dayOfFile, three: moment });
});

test("a new slug that lists the old one keeps the id, and the old slug still finds the case", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "old" })]));
  const catalogue = await storage.openCatalogue();
  const id = catalogue.current().columns.facts.at(0)?.id;
  await storage.seed(contentOf([aCase({ slug: "new", formerSlugs: ["old"], town: aTown("old") })]));
  await catalogue.refresh();
  const { columns } = catalogue.current();
  expect([...columns.facts].map((facts) => [facts.id, facts.slug])).toEqual([[id, "new"]]);
  expect(columns.ordinalOfSlug("old")).toBe(0);
});

test("a file that has gone withdraws its case, which has the same id and the next revision when it comes back", async () => {
  const both = contentOf([aCase({ slug: "one" }), aCase({ slug: "two" })]);
  const storage = await openTestStorage(both);
  const catalogue = await storage.openCatalogue();
  const before = [...catalogue.current().columns.facts].find(({ slug }) => slug === "two")?.id ?? "";
  const { gone } = await storage.seed(contentOf([aCase({ slug: "one" })]));
  expect(gone.map(({ kind, name }) => [kind, name])).toEqual([
    ["town", "two-town"],
    ["case", "two"],
  ]);
  await catalogue.refresh();
  expect(await catalogue.current().cases([before])).toEqual([null]);
  expect(catalogue.current().towns.map(({ slug }) => slug)).toEqual(["one-town"]);
  await storage.seed(both);
  await catalogue.refresh();
  const [back] = await catalogue.current().cases([before]);
  expect([back?.slug, back?.revision]).toEqual(["two", 3]);
});

test("a change in a vocabulary marks the cases that show it, and no others", async () => {
  const tagged = aCase({ slug: "tagged", tags: ["craft"] });
  const storage = await openTestStorage(contentOf([tagged, aCase({ slug: "plain" })]));
  const before = await storage.changeLog.contentRevision();
  const tags = vocabulary["vocabulary/tags.yaml"].map((tag) =>
    tag.key === "craft" ? { ...tag, name: label("工艺", "Handicraft") } : tag,
  );
  await storage.seed(contentOf([tagged, aCase({ slug: "plain" })], { "vocabulary/tags.yaml": tags }));
  expect(await storage.changeLog.contentRevision()).toBe(before + 1);
  const changes = await storage.changeLog.changesAfter(before, 100);
  expect(changes.map(({ kind, rowId }) => [kind, rowId])).toEqual([
    ["vocabulary", seededId("Tag", "craft")],
    ["case", seededId("Case", "tagged")],
  ]);
});

test("every place in which a vocabulary shows marks its cases", async () => {
  const problems = [{ problem: "thin-margins", evidence: ["f1"] }];
  const rich = aCase({ slug: "rich", tags: ["craft"], practices: [aPracticeUse], problems });
  const storage = await openTestStorage(contentOf([rich]));
  const renamed = { zh: "改名", en: "Renamed" };
  const rename = <Item extends { name: object }>(items: readonly Item[]): Item[] =>
    items.map((item) => ({ ...item, name: renamed }));
  for (const file of [
    "vocabulary/categories.yaml",
    "vocabulary/regions.yaml",
    "vocabulary/industries.yaml",
    "vocabulary/problems.yaml",
    "vocabulary/tags.yaml",
    "vocabulary/units.yaml",
    "vocabulary/measures.yaml",
    "vocabulary/practices.yaml",
  ] as const) {
    const before = await storage.changeLog.contentRevision();
    await storage.seed(contentOf([rich], { [file]: rename<{ name: object }>(vocabulary[file]) }));
    const changes = await storage.changeLog.changesAfter(before, 100);
    expect([file, changes.some(({ rowId }) => rowId === seededId("Case", "rich"))]).toEqual([file, true]);
    await storage.seed(contentOf([rich]));
  }
});

test("a source that a theme rests on marks the cases under the theme", async () => {
  const lists = { "programme/themes.yaml": [{ ...aTheme, position: 1 }] };
  const under = aCase({ slug: "under", theme: { position: 1, basis: "SOURCE", sources: ["paper"] } });
  const cases = [under, aCase({ slug: "beside" })];
  const storage = await openTestStorage(contentOf(cases, lists));
  const before = await storage.changeLog.contentRevision();
  const sources = vocabulary["sources.yaml"].map((source) =>
    source.key === "gazette" ? { ...source, publisher: "Another gazette" } : source,
  );
  await storage.seed(contentOf(cases, { ...lists, "sources.yaml": sources }));
  const changes = await storage.changeLog.changesAfter(before, 100);
  expect(changes.map(({ kind, rowId }) => [kind, rowId])).toEqual([
    ["vocabulary", seededId("Source", "gazette")],
    ["case", seededId("Case", "under")],
  ]);
});

test("a text is stale when the other language has changed since, and no longer once it follows", async () => {
  const withTexts = (zh: string, en: string) =>
    contentOf([
      aCase({
        slug: "one",
        sections: [
          {
            anchor: "practice",
            kind: "PRACTICE",
            heading: label("做法", "What was done"),
            narratives: { zh, en },
          },
        ],
      }),
    ]);
  const storage = await openTestStorage(withTexts("原文", "Text"));
  const catalogue = await storage.openCatalogue();
  const staleness = async () => {
    await catalogue.refresh();
    const edition = catalogue.current();
    const [view] = await edition.cases([edition.columns.facts.at(0)?.id ?? ""]);
    return view?.sections[0]?.narratives.map(({ locale, isStale }) => [locale, isStale]);
  };
  expect(await staleness()).toEqual([
    ["ZH", false],
    ["EN", false],
  ]);
  await storage.seed(withTexts("新的原文", "Text"));
  expect(await staleness()).toEqual([
    ["ZH", false],
    ["EN", true],
  ]);
  await storage.seed(withTexts("新的原文", "New text"));
  expect(await staleness()).toEqual([
    ["ZH", false],
    ["EN", false],
  ]);
});

const aTheme = { name: label("主导产业", "Leading industry"), sources: ["gazette"] };

const aPracticeUse = {
  practice: "shared-design",
  reason: label("设计中心供各家使用。", "A design centre serves all."),
  evidence: ["f1"],
};
