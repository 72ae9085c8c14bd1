import { expect, test, vi } from "vitest";
import { suggest } from "../../src/search/suggest.js";
import { createSuggestionIndexes } from "../../src/search/suggestion-index.js";
import { aCase, aTown, contentOf, label } from "../support/content.js";
import { openTestStorage } from "../support/storage.js";

const contentWith = (name: string) =>
  contentOf([
    aCase({ slug: "one", town: aTown("one", { name: label(name, "One Town") }) }),
    aCase({ slug: "two", town: aTown("two", { name: label("不变小镇", "Two Town") }) }),
  ]);

test("while the index of many cases is made anew, that of the edition before answers and says so", async () => {
  const storage = await openTestStorage(contentWith("旧名小镇"));
  const catalogue = await storage.openCatalogue();
  const indexes = createSuggestionIndexes(1);
  await vi.waitFor(async () => {
    expect((await indexes.indexOf(catalogue.current())).isOfEdition).toBe(true);
  });
  await storage.seed(contentWith("新名小镇"));
  await catalogue.refresh();
  const found = async (text: string) => {
    const { index, isOfEdition } = await indexes.indexOf(catalogue.current());
    return { isOfEdition, zh: suggest(index, text, 8).map((entry) => entry.label.zh) };
  };
  expect(await found("jiuming")).toEqual({ isOfEdition: false, zh: ["旧名小镇"] });
  await vi.waitFor(async () => {
    expect(await found("xinming")).toEqual({ isOfEdition: true, zh: ["新名小镇"] });
  });
  expect(await found("bubian")).toEqual({ isOfEdition: true, zh: ["不变小镇"] });
});

test("nobody waits for the first index of many cases: until it is there, towns and words are suggested", async () => {
  const storage = await openTestStorage(contentWith("旧名小镇"));
  const catalogue = await storage.openCatalogue();
  const indexes = createSuggestionIndexes(1);
  const kindsFor = async (text: string) => {
    const { index, isOfEdition } = await indexes.indexOf(catalogue.current());
    return { isOfEdition, kinds: suggest(index, text, 8).map(({ target }) => target.kind) };
  };
  expect(await kindsFor("jiuming")).toEqual({ isOfEdition: false, kinds: ["TOWN"] });
  expect(await kindsFor("one")).toEqual({ isOfEdition: false, kinds: ["TOWN"] });
  const [facts] = catalogue.current().columns.facts;
  await vi.waitFor(async () => {
    const { isOfEdition, kinds } = await kindsFor(facts?.titleZh ?? "");
    expect(isOfEdition).toBe(true);
    expect(kinds).toContain("CASE");
  });
});

test("the index of few cases is that of the edition at once", async () => {
  const storage = await openTestStorage(contentWith("旧名小镇"));
  const catalogue = await storage.openCatalogue();
  const indexes = createSuggestionIndexes();
  await indexes.indexOf(catalogue.current());
  await storage.seed(contentWith("新名小镇"));
  await catalogue.refresh();
  expect((await indexes.indexOf(catalogue.current())).isOfEdition).toBe(true);
});
