import { expect, test } from "vitest";
import type { Edition } from "../../src/catalogue/edition.js";
import type { CaseView } from "../../src/catalogue/views.js";
import { ContentStateRow } from "../../src/database/rows/log-rows.js";
import { aCase, contentOf, label, vocabulary } from "../support/content.js";
import { openTestStorage } from "../support/storage.js";

async function onlyCase(edition: Edition): Promise<CaseView | null | undefined> {
  return (await edition.cases([...edition.columns.facts].map(({ id }) => id)))[0];
}

const renamedTag = (name: string) => ({
  "vocabulary/tags.yaml": vocabulary["vocabulary/tags.yaml"].map((tag) =>
    tag.key === "craft" ? { ...tag, name: label(name, name) } : tag,
  ),
});
const newTag = {
  "vocabulary/tags.yaml": [
    ...vocabulary["vocabulary/tags.yaml"],
    { key: "brand-new", name: label("新词", "A new word") },
  ],
};

test("a case that names a word newer than the request's edition is read whole, not refused", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" })]));
  const catalogue = await storage.openCatalogue();
  const held = catalogue.current();
  await storage.seed(contentOf([aCase({ slug: "one", tags: ["brand-new"] })], newTag));
  expect((await onlyCase(held))?.tags.map(({ name }) => name.en)).toEqual(["A new word"]);
});

test("what a request with an old edition reads is not kept for those with the new one", async () => {
  const tagged = aCase({ slug: "one", tags: ["craft"] });
  const storage = await openTestStorage(contentOf([tagged]));
  const catalogue = await storage.openCatalogue();
  const held = catalogue.current();
  await storage.seed(contentOf([tagged], renamedTag("Renamed")));
  await catalogue.refresh();
  await onlyCase(held);
  expect((await onlyCase(catalogue.current()))?.tags.map(({ name }) => name.en)).toEqual(["Renamed"]);
});

test("a new word anywhere below a case is seen in cases that were read before", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" })]));
  const catalogue = await storage.openCatalogue();
  await onlyCase(catalogue.current());
  const county = {
    key: "anji-county",
    level: "COUNTY" as const,
    code: "330523",
    parent: "huzhou",
    name: label("安吉县", "Anji County"),
  };
  const regions = [...vocabulary["vocabulary/regions.yaml"], county];
  await storage.seed(contentOf([aCase({ slug: "one" })], { "vocabulary/regions.yaml": regions }));
  await catalogue.refresh();
  const view = await onlyCase(catalogue.current());
  expect(view?.town.region.parent?.children.map(({ key }) => key)).toEqual(["deqing-county", "anji-county"]);
});

test("a database whose revision went back, as one restored from a copy, is followed all the same", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" })]));
  const catalogue = await storage.openCatalogue();
  await storage.seed(contentOf([aCase({ slug: "one", title: label("第二稿标题", "Second") })]));
  await catalogue.refresh();
  await storage.unitOfWork.run(({ manager }) =>
    manager.update(ContentStateRow, { id: 1 }, { contentRevision: 1 }),
  );
  expect(await catalogue.refresh()).toBe(true);
  expect(catalogue.current().contentRevision).toBe(1);
  expect(await catalogue.refresh()).toBe(false);
});

test("a source that only a draft cites is not shown", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" })]));
  const catalogue = await storage.openCatalogue();
  const keys = () =>
    catalogue
      .current()
      .sources()
      .map(({ key }) => key);
  expect(keys()).toEqual(["paper"]);
  const gazette = vocabulary["sources.yaml"].find(({ key }) => key === "gazette");
  const all = [...catalogue.current().vocabulary.sources];
  const id = all.find(({ key }) => key === gazette?.key)?.id ?? "";
  expect(await catalogue.current().nodes([id])).toEqual([null]);
});
