import { getMetadataArgsStorage } from "typeorm";
import { expect, test } from "vitest";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { bundles, tablesIn, type BundledKind } from "../../src/database/bundle.js";
import { writeBundles } from "../../src/database/record-bundles.js";
import type { Reader, Row } from "../../src/database/reader.js";
import { seedsFolder } from "../../src/project-folders.js";
import { aCase, contentOf, label } from "../support/content.js";
import { openTestStorage } from "../support/storage.js";

/**
 * By record, each part read. Rows of several owners come by their place, and otherwise as they like.
 */
async function bundlesIn(reader: Reader, kind: BundledKind): Promise<Record<string, unknown>> {
  const { table, owner } = bundles[kind];
  const [rows = []] = await reader.snapshot([{ text: `SELECT * FROM ${table}` }]);
  const read = (text: unknown): unknown =>
    JSON.parse(String(text), (_, value: unknown) =>
      Array.isArray(value) ? (value as Row[]).toSorted((a, b) => compare(written(a), written(b))) : value,
    );
  return Object.fromEntries(
    rows.map(({ [owner]: id, ...parts }) => [String(id), Object.values(parts).map(read)]),
  );
}

/** With columns in one order. */
const written = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => compare(a, b)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The tables of rows that bear this property, and the record's own. */
function tablesOf(kind: BundledKind, owner: string): string[] {
  const { columns, tables } = getMetadataArgsStorage();
  const owned = columns.filter(({ propertyName }) => propertyName === owner).map(({ target }) => target);
  const names = tables.flatMap(({ target, name }) => (owned.includes(target) && name ? [name] : []));
  return [...names, tablesIn(kind)[0] ?? ""].filter((name) => name !== bundles[kind].table).sort();
}

test("every table that rows of a case or of a town are in is a part of its bundle", () => {
  const ofCases = tablesOf("case", "caseId");
  expect([...tablesIn("case")].sort()).toEqual(ofCases);
  // Cases name towns too.
  const ofTowns = tablesOf("town", "townId").filter((name) => !ofCases.includes(name));
  expect([...tablesIn("town")].sort()).toEqual(ofTowns);
});

test("the bundle that is written with a record is the one that its rows give", async () => {
  const { lists, cases } = readSeedFiles(seedsFolder).files;
  const renamed = cases.map((one, place) => {
    const { town, evidence } = one.content;
    if (place > 0 || typeof town === "string") return one;
    const formerNames = evidence.slice(0, 1).map(({ source }) => ({
      ...{ name: label("从前", "Before"), until: "1990", source },
    }));
    return { ...one, content: { ...one.content, town: { ...town, formerNames }, formerSlugs: ["before"] } };
  });
  const storage = await openTestStorage({ lists, cases: renamed });
  for (const kind of ["case", "town"] as const) {
    const first = await bundlesIn(storage.reader, kind);
    expect(Object.keys(first).length).toBeGreaterThan(50);
    const text = JSON.stringify(first);
    expect(tablesIn(kind).filter((table) => !text.includes(`"${table}":[`))).toEqual([]);
    await storage.unitOfWork.run(({ manager }) => writeBundles(manager, kind, Object.keys(first)));
    expect(await bundlesIn(storage.reader, kind)).toEqual(first);
  }
});

test("a case that is written anew has one bundle, and one that is withdrawn has none", async () => {
  const [one, two] = [aCase({ slug: "one" }), aCase({ slug: "two" })];
  const storage = await openTestStorage(contentOf([one, two]));
  await storage.seed(contentOf([{ ...one, openQuestions: [label("何时？", "When?")] }]));
  const bundles = await bundlesIn(storage.reader, "case");
  expect(Object.keys(bundles)).toHaveLength(1);
  expect(JSON.stringify(bundles)).toContain("何时？");
});
