import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/catalogue.js";
import { columnGroups } from "../../src/catalogue/columns.js";
import type { Edition } from "../../src/catalogue/edition.js";
import { evidenceList } from "../../src/catalogue/evidence-list.js";
import { fixedOrders } from "../../src/catalogue/order.js";
import { itemsIn } from "../../src/catalogue/pages.js";
import { allRecords } from "../../src/content/records/all-records.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { seed } from "../../src/content/seed.js";
import { openStorage } from "../../src/database/open-database.js";
import { randomContent } from "../support/random-content.js";
import { fixedClock, openTestStorage, type TestStorage } from "../support/storage.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const content = randomContent(60, 5);
const other = randomContent(60, 6);

/** Opens the catalogue, with the file or without; how many statements that took tells where it was read from. */
async function opened(
  { reader, changeLog }: Pick<TestStorage, "reader" | "changeLog">,
  keptFile: string | null,
) {
  const before = reader.statementCount();
  const catalogue = await openCatalogue({ reader, changeLog, cacheBytes: 2 ** 24, keptFile, keptFrom: 1 });
  return { catalogue, statements: reader.statementCount() - before };
}

/** All that an edition says of cases, towns and evidence. */
function told(edition: Edition) {
  const { columns, towns, sources } = edition;
  const filters = [
    {},
    { measures: ["enterprises"], natures: ["TARGET"] },
    { scopes: ["WIDER_AREA"] },
  ] as const;
  return {
    revision: edition.contentRevision,
    facts: [...columns.facts].map(({ evidence: { length }, ...facts }) => ({ ...facts, length })),
    groups: columnGroups.map((group) =>
      [...columns.group(group).keys()]
        .sort()
        .map((value) => [value, [...columns.having(group, value).ordinals()]]),
    ),
    orders: fixedOrders.map((order) => [...columns.inOrder(order)]),
    towns,
    sources: sources().map(({ key }) => key),
    evidence: filters.map((filter) => {
      const { items } = evidenceList(edition, { cases: {}, ...filter });
      return itemsIn(items, 0, items.length);
    }),
  };
}

async function keptFileOf(storage: TestStorage): Promise<string> {
  const file = join(storage.folder, "catalogue.kept");
  const { catalogue } = await opened(storage, file);
  await catalogue.keep();
  expect(existsSync(file)).toBe(true);
  return file;
}

test("what was kept gives the same edition, and the cases are not read from the database", async () => {
  const storage = await openTestStorage(content);
  const file = await keptFileOf(storage);
  const [read, kept] = [await opened(storage, null), await opened(storage, file)];
  expect(told(kept.catalogue.current())).toEqual(told(read.catalogue.current()));
  expect(kept.statements).toBeLessThan(read.statements);
});

test("what has changed since is taken in: cases, towns, words, and cases that have come and gone", async () => {
  const storage = await openTestStorage(content);
  const file = await keptFileOf(storage);
  const steps: SeedFiles[] = [
    { ...content, cases: [...content.cases.slice(5), ...randomContent(66, 9).cases.slice(60)] },
    { ...content, cases: content.cases.slice(9) },
    other,
  ];
  for (const files of steps) {
    await storage.seed(files);
    const [read, kept] = [await opened(storage, null), await opened(storage, file)];
    expect(told(kept.catalogue.current())).toEqual(told(read.catalogue.current()));
    await kept.catalogue.refresh();
    expect(told(kept.catalogue.current())).toEqual(told(read.catalogue.current()));
  }
});

test("it is kept again when there is something new, and only then", async () => {
  const storage = await openTestStorage(content);
  const file = await keptFileOf(storage);
  const before = readFileSync(file);
  writeFileSync(`${file}.99999999.unfinished`, "of a process that was killed");
  const { catalogue } = await opened(storage, file);
  await Promise.all([catalogue.keep(), catalogue.keep()]);
  expect(readFileSync(file).equals(before)).toBe(true);
  await storage.seed(other);
  await catalogue.refresh();
  await Promise.all([catalogue.keep(), catalogue.keep()]);
  expect(readFileSync(file).equals(before)).toBe(false);
  expect(readdirSync(storage.folder).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  const [read, kept] = [await opened(storage, null), await opened(storage, file)];
  expect(told(kept.catalogue.current())).toEqual(told(read.catalogue.current()));
});

test("a file that was cut off, or is none of ours, is as if it were not there", async () => {
  const storage = await openTestStorage(content);
  const expected = told((await opened(storage, null)).catalogue.current());
  const file = await keptFileOf(storage);
  for (const size of [readFileSync(file).length - 9, 2_000, 3, 0]) {
    truncateSync(file, size);
    expect(told((await opened(storage, file)).catalogue.current())).toEqual(expected);
  }
  expect(told((await opened(storage, import.meta.filename)).catalogue.current())).toEqual(expected);
});

test("what was kept of another database at the same revision is not taken for this one's", async () => {
  const storage = await openTestStorage(content);
  const file = await keptFileOf(storage);
  const later = { now: () => new Date(fixedClock.now().getTime() + 1) };
  const database = { kind: "sqlite", file: join(temporaryFolder(), "exemplar.sqlite") } as const;
  const elsewhere = await openStorage({ database, clock: later });
  try {
    await seed(elsewhere.unitOfWork, allRecords(other));
    const [read, kept] = [await opened(elsewhere, null), await opened(elsewhere, file)];
    expect(told(kept.catalogue.current())).toEqual(told(read.catalogue.current()));
  } finally {
    await elsewhere.close();
  }
});
