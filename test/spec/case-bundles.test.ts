import { getMetadataArgsStorage } from "typeorm";
import { expect, test } from "vitest";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { bundleParts } from "../../src/database/bundle.js";
import { writeBundles } from "../../src/database/case-bundles.js";
import type { Reader, Row } from "../../src/database/reader.js";
import { seedsFolder } from "../../src/project-folders.js";
import { aCase, contentOf, label } from "../support/content.js";
import { openTestStorage } from "../support/storage.js";

/**
 * By case, each part read. SQLite has numbers for what is true and false when it is written; rows of several owners come
 * by their place, and otherwise as they like.
 */
async function bundlesIn(reader: Reader): Promise<Record<string, unknown>> {
  const [rows = []] = await reader.snapshot([{ text: "SELECT * FROM case_bundle" }]);
  const read = (text: unknown): unknown =>
    JSON.parse(String(text), (_, value: unknown) => {
      if (Array.isArray(value)) return (value as Row[]).toSorted((a, b) => compare(written(a), written(b)));
      return typeof value === "boolean" ? Number(value) : value;
    });
  return Object.fromEntries(
    rows.map(({ case_id, ...parts }) => [String(case_id), Object.values(parts).map(read)]),
  );
}

/** With columns in one order. */
const written = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => compare(a, b)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

test("every table that rows of cases are in is a part of the bundle", () => {
  const { columns, tables } = getMetadataArgsStorage();
  const owned = columns.filter(({ propertyName }) => propertyName === "caseId").map(({ target }) => target);
  const names = tables.flatMap(({ target, name }) => (owned.includes(target) && name ? [name] : []));
  const bundled: string[] = Object.values(bundleParts).flat();
  expect([...names, "case_record"].sort()).toEqual([...bundled, "case_bundle"].sort());
});

test("the bundle that is written with a case is the one that its rows give", async () => {
  const { lists, cases } = readSeedFiles(seedsFolder).files;
  const renamed = cases.map((one, place) =>
    place > 0 ? one : { ...one, content: { ...one.content, formerSlugs: ["before"] } },
  );
  const storage = await openTestStorage({ lists, cases: renamed });
  const first = await bundlesIn(storage.reader);
  expect(Object.keys(first).length).toBeGreaterThan(50);
  const text = JSON.stringify(first);
  const missing = Object.values(bundleParts)
    .flat()
    .filter((table) => !text.includes(`"${table}":[`));
  expect(missing).toEqual([]);
  await storage.unitOfWork.run(({ manager }) => writeBundles(manager, Object.keys(first)));
  expect(await bundlesIn(storage.reader)).toEqual(first);
});

test("a case that is written anew has one bundle, and one that is withdrawn has none", async () => {
  const [one, two] = [aCase({ slug: "one" }), aCase({ slug: "two" })];
  const storage = await openTestStorage(contentOf([one, two]));
  await storage.seed(contentOf([{ ...one, openQuestions: [label("何时？", "When?")] }]));
  const bundles = await bundlesIn(storage.reader);
  expect(Object.keys(bundles)).toHaveLength(1);
  expect(JSON.stringify(bundles)).toContain("何时？");
});
