import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { caseFileSchema } from "../../src/content/case-file.js";
import { checkContent, fileRules } from "../../src/content/check.js";
import { readSeedLists, sentenceOf } from "../../src/content/seed-files.js";
import { syntheticCase } from "../../src/content/synthetic/case.js";
import { choicesOf, syntheticLists } from "../../src/content/synthetic/lists.js";
import { recordsOf, writeSyntheticSet } from "../../src/content/synthetic/write-set.js";
import { seededId } from "../../src/ids.js";
import { seedsFolder } from "../../src/project-folders.js";
import { aCase, contentOf } from "../support/content.js";
import { openTestStorage } from "../support/storage.js";

const real = readSeedLists(seedsFolder);
const size = { cases: 30, seed: 7 };
const lists = syntheticLists(real, size);
const filesOf = (cases: number) =>
  Array.from({ length: cases }, (_, place) => syntheticCase(size, place, choicesOf(lists)));

const digestOfSet = (set: typeof size): string => {
  const records = [...recordsOf(set, real)].flatMap((batch) => batch.records);
  return createHash("sha256").update(JSON.stringify(records)).digest("hex");
};

test("equal numbers give equal records, byte for byte; another seed gives others", () => {
  expect(digestOfSet(size)).toBe(digestOfSet({ ...size }));
  expect(digestOfSet({ ...size, seed: 8 })).not.toBe(digestOfSet(size));
});

test("generated cases are what the schema of case files makes of them, and sound by the rules of files", () => {
  const files = filesOf(30);
  expect(files.map((file) => caseFileSchema.parse(file))).toEqual(files);
  const cases = files.map((content) => ({ file: `cases/synthetic/${content.slug}.yaml`, content }));
  expect(checkContent({ lists, cases }, fileRules).map(sentenceOf)).toEqual([]);
});

test("every title, summary, heading, town and source says that it is synthetic; no id is one of a real case", () => {
  for (const { slug, title, summary, sections, town } of filesOf(30)) {
    const labels = [title, summary, ...sections.map(({ heading }) => heading)];
    if (typeof town !== "string") labels.push(town.name, ...town.formerNames.map(({ name }) => name));
    for (const { zh, en } of labels)
      expect([zh, en]).toEqual([
        expect.stringMatching(/^【合成】/),
        expect.stringMatching(/^\[Synthetic\] /),
      ]);
    expect(slug).toMatch(/^synthetic-7-case-\d+$/);
  }
  for (const { key, title, publisher } of lists["sources.yaml"]) {
    expect(key).toMatch(/^synthetic-7-/);
    expect(title).toMatch(/^(【合成】|\[Synthetic\])/);
    expect(publisher).toMatch(/^(合成|Synthetic)/);
  }
});

test("a set has every relation, and ten statements a case", () => {
  const files = filesOf(200);
  const some = <Item>(listOf: (file: (typeof files)[number]) => readonly Item[]): number =>
    files.flatMap(listOf).length;
  expect(new Set(files.map(({ evidence }) => evidence.length))).toEqual(new Set([10]));
  const counts = {
    practices: some(({ practices }) => practices),
    contradicts: some(({ contradicts }) => contradicts),
    problems: some(({ problems }) => problems),
    warnings: some(({ warning }) => (warning ? [warning] : [])),
    actors: some(({ actors }) => actors),
    tags: some(({ tags }) => tags),
    documents: some(({ documents }) => documents),
    themes: some(({ theme }) => (theme ? [theme] : [])),
    otherTowns: some(({ evidence }) => evidence.flatMap(({ otherTowns }) => otherTowns)),
    conflicts: some(({ evidence }) => evidence.flatMap(({ conflictsWith }) => conflictsWith)),
    reports: some(({ evidence }) => evidence.flatMap(({ alsoReportedBy }) => alsoReportedBy)),
    figures: some(({ evidence }) => evidence.flatMap(({ indicators }) => indicators)),
    openQuestions: some(({ openQuestions }) => openQuestions),
    formerSlugs: some(({ formerSlugs }) => formerSlugs),
  };
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
});

test("a set is written into an empty database alone, and again it changes nothing", async () => {
  const storage = await openTestStorage();
  const write = (set = size) => writeSyntheticSet({ unitOfWork: storage.unitOfWork, size: set, lists: real });
  expect(await write()).toBeGreaterThan(30);
  const revision = await storage.changeLog.contentRevision();
  expect(await write()).toBe(0);
  expect(await storage.changeLog.contentRevision()).toBe(revision);
  await expect(write({ ...size, seed: 8 })).rejects.toThrow("another synthetic set (cases 30, seed 7)");
  await expect(storage.seed(contentOf([aCase({ slug: "real" })]))).rejects.toThrow("synthetic content");
});

test("a set is not written into a database with real content", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "real" })]));
  const revision = await storage.changeLog.contentRevision();
  const write = writeSyntheticSet({ unitOfWork: storage.unitOfWork, size, lists: real });
  await expect(write).rejects.toThrow("real content");
  expect(await storage.changeLog.contentRevision()).toBe(revision);
});

test("a set that was broken off is completed", async () => {
  const storage = await openTestStorage();
  const large = { cases: 300, seed: 7 };
  const breakOff = writeSyntheticSet({
    ...{ unitOfWork: storage.unitOfWork, size: large, lists: real },
    onProgress(cases) {
      if (cases > 0) throw new Error("broken off");
    },
  });
  await expect(breakOff).rejects.toThrow("broken off");
  await writeSyntheticSet({ unitOfWork: storage.unitOfWork, size: large, lists: real });
  const { columns } = (await storage.openCatalogue()).current();
  expect(columns.size).toBe(300);
  expect(
    [...columns.facts].some(
      ({ id }) =>
        Buffer.from(id, "base64url").toString() === `Case:${seededId("Case", "synthetic-7-case-299")}`,
    ),
  ).toBe(true);
});
