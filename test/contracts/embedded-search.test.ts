import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openEmbeddedEngine, type EmbeddedEngineOptions } from "../../src/search/embedded/embedded-engine.js";
import type { EmptyReason } from "../../src/search/embedded/index-file.js";
import { documentOf } from "../../src/search/search-document.js";
import type { SearchEngine } from "../../src/search/search-engine.js";
import { editionOf } from "../support/case-views.js";
import { towns } from "../support/search-corpus.js";
import { describeSearchEngine } from "./search-engine.contract.js";
import { fill, questionsTo } from "./search-engine/harness.js";

const folder = mkdtempSync(join(tmpdir(), "exemplar-search-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}`, "search.sqlite");

const clock = { now: () => new Date("2026-11-24T08:00:00Z") };
const opened: SearchEngine[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.close()));
});

function openAt(
  file: string,
  options: Pick<EmbeddedEngineOptions, "manyCases"> = {},
): { engine: SearchEngine; emptied: EmptyReason[] } {
  const emptied: EmptyReason[] = [];
  const onEmptied = (reason: EmptyReason): number => emptied.push(reason);
  const engine = openEmbeddedEngine({ file, clock, onEmptied, ...options });
  opened.push(engine);
  return { engine, emptied };
}

/** A closed index file with the towns in it. */
async function filledFile(): Promise<string> {
  const file = newFile();
  const { engine } = openAt(file);
  await fill(engine, editionOf(towns(), 7));
  await engine.close();
  return file;
}

describeSearchEngine("the embedded engine", () => Promise.resolve(openAt(newFile()).engine));
describeSearchEngine("the embedded engine, as it answers of many cases", () =>
  Promise.resolve(openAt(newFile(), { manyCases: 1 }).engine),
);

describe("the index file", () => {
  test("is opened again with all that was in it", async () => {
    const { engine, emptied } = openAt(await filledFile());
    expect(emptied).toEqual([]);
    expect(await engine.state()).toEqual({
      engine: "EMBEDDED",
      generation: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      contentRevision: 7,
      indexedAt: clock.now(),
      documentCount: 6,
    });
    const { find } = questionsTo(engine, editionOf(towns()));
    expect(await find("lithium batery")).toEqual(["ningde"]);
  });

  const filler = Buffer.from("no database at all. ".repeat(2_000));
  const damages: readonly [string, EmptyReason, (file: string) => void][] = [
    ["is missing", "NEW", (file) => rmSync(file)],
    ["is empty", "NEW", (file) => truncateSync(file, 0)],
    ["is garbage", "DAMAGED", (file) => writeFileSync(file, filler)],
    ["is cut off in its first page", "DAMAGED", (file) => truncateSync(file, 1_000)],
    ["is cut off in the middle", "DAMAGED", (file) => truncateSync(file, readFileSync(file).length / 2)],
    ["is cut off inside a page", "DAMAGED", (file) => truncateSync(file, readFileSync(file).length - 700)],
    ["has garbage in its middle", "DAMAGED", (file) => overwriteMiddle(file)],
    [
      "is of another tokenizer",
      "OTHER_FORMAT",
      (file) => execute(file, "UPDATE index_state SET format = 'x'"),
    ],
    [
      "has the passages of an earlier version",
      "OTHER_FORMAT",
      (file) =>
        execute(file, "UPDATE index_state SET format = replace(format, 'passages', 'fewer passages')"),
    ],
    ["has lost its state", "OTHER_FORMAT", (file) => execute(file, "DELETE FROM index_state")],
    ["is some other database", "FOREIGN", (file) => replaceByDatabase(file)],
  ];

  test.each(damages)(
    "that %s (%s) is replaced by an empty one, to be filled again",
    async (_, reason, damage) => {
      const file = await filledFile();
      damage(file);
      const { engine, emptied } = openAt(file);
      expect(emptied).toEqual([reason]);
      expect(await engine.state()).toMatchObject({ contentRevision: null, documentCount: 0 });
      await fill(engine, editionOf(towns(), 8));
      expect(await questionsTo(engine, editionOf(towns())).find("袜业")).toEqual(["zhuji"]);
    },
  );

  test("with garbage behind its end is as good as before", async () => {
    const file = await filledFile();
    appendFileSync(file, filler);
    const { engine } = openAt(file);
    if ((await engine.state()).contentRevision === null) await fill(engine, editionOf(towns(), 8));
    expect(await questionsTo(engine, editionOf(towns())).find("袜业")).toEqual(["zhuji"]);
  });

  test("that is someone else's is kept, not overwritten", async () => {
    const file = newFile();
    await openAt(file).engine.close();
    replaceByDatabase(file);
    openAt(file);
    expect(execute(`${file}.damaged`, "SELECT name FROM treasure")).toEqual([{ name: "kept" }]);
  });

  test("that breaks while it is open fails one search, then is filled and answers again", async () => {
    const file = await filledFile();
    const { engine, emptied } = openAt(file);
    const { search } = questionsTo(engine, editionOf(towns()));
    const { generation } = await engine.state();
    execute(file, `UPDATE passages_${generation}_data SET block = x'${"ff".repeat(40)}'`);
    await expect(search("袜业")).rejects.toMatchObject({ code: "SEARCH_UNAVAILABLE" });
    expect(emptied).toEqual(["DAMAGED"]);
    expect(await engine.state()).toMatchObject({ contentRevision: null });
    await fill(engine, editionOf(towns(), 2));
    expect((await search("袜业")).total).toBe(1);
  });
});

describe("two processes on one file", () => {
  test("see each other's changes and rebuilds", async () => {
    const file = newFile();
    const [one, other] = [openAt(file).engine, openAt(file).engine];
    const [reader, views] = [questionsTo(other, editionOf(towns())), towns()];
    await fill(one, editionOf(views, 1));
    expect(await reader.find("lithium batery")).toEqual(["ningde"]);
    const ningde = views.filter(({ slug }) => slug === "ningde");
    await one.apply({ changes: ningde.map(({ id }) => ({ remove: id })), after: 1, contentRevision: 2 });
    expect(await reader.find("lithium batery")).toEqual([]);
    await one.apply({
      changes: ningde.map((view) => ({ put: documentOf(view) })),
      after: 2,
      contentRevision: 3,
    });
    expect(await reader.find("lithium batery")).toEqual(["ningde"]);
    await fill(one, editionOf(views.slice(0, 2), 4));
    expect(await reader.find("袜业")).toEqual(["zhuji"]);
    expect(await other.state()).toMatchObject({ contentRevision: 4, documentCount: 2 });
  });

  test("a batch that another process has overtaken by a rebuild is not applied", async () => {
    const file = newFile();
    const [one, other] = [openAt(file).engine, openAt(file).engine];
    await fill(one, editionOf(towns(), 5));
    await fill(other, editionOf(towns(), 3));
    expect(await one.apply({ changes: [], after: 5, contentRevision: 6 })).toBe(false);
    expect(await one.state()).toMatchObject({ contentRevision: 3 });
  });
});

function overwriteMiddle(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, bytes.length / 4, (bytes.length * 3) / 4);
  writeFileSync(file, bytes);
}

function replaceByDatabase(file: string): void {
  rmSync(file);
  execute(file, "CREATE TABLE treasure AS SELECT 'kept' AS name");
}

function execute(file: string, sql: string): unknown {
  const database = new Database(file).unsafeMode();
  try {
    const statement = database.prepare(sql);
    return statement.reader ? statement.all() : statement.run();
  } finally {
    database.close();
  }
}
