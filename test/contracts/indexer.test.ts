import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEmbeddedEngine } from "../../src/search/embedded/embedded-engine.js";
import { pollingFeed } from "../../src/database/change-feed.js";
import { fileLock } from "../../src/database/sqlite/file-lock.js";
import { indexStatus, type CaseState } from "../../src/search/case-states.js";
import { createIndexer } from "../../src/search/indexer.js";
import { keepIndexed } from "../../src/search/keep-indexed.js";
import { rebuildIndex } from "../../src/search/rebuild.js";
import type { SearchEngine } from "../../src/search/search-engine.js";
import { startFollowing } from "../../src/search/start-following.js";
import { verifyIndex } from "../../src/search/verify.js";
import { caseId, caseViewOf } from "../support/case-views.js";
import { manyTowns, towns } from "../support/search-corpus.js";
import { createSmallCatalogue, type SmallCatalogue } from "../support/small-catalogue.js";
import { questionsTo } from "./search-engine/harness.js";

let folder: string;
let engine: SearchEngine;
let catalogue: SmallCatalogue;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exemplar-indexer-"));
  engine = openEmbeddedEngine({
    file: join(folder, "search.sqlite"),
    clock: { now: () => new Date("2026-11-24T08:00:00Z") },
    onEmptied: () => undefined,
  });
  catalogue = createSmallCatalogue();
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const indexer = (behind: SearchEngine = engine): ReturnType<typeof createIndexer> =>
  createIndexer({ engine: behind, changeLog: catalogue.changeLog, freshEdition: catalogue.freshEdition });
const find = async (query: string): Promise<string[]> =>
  questionsTo(engine, await catalogue.freshEdition()).find(query);
const differences = async (): Promise<readonly unknown[]> =>
  (await verifyIndex(engine, await catalogue.freshEdition())).differences;

async function catchUp(): Promise<void> {
  while ((await indexer().runOnce()).changes > 0);
}

describe("one run of the indexer", () => {
  test("fills an empty index, then takes in only what changed", async () => {
    catalogue.publish(...towns());
    expect(await indexer().runOnce()).toEqual({ changes: 0, rebuiltBecause: "EMPTY" });
    expect(await find("袜业")).toEqual(["zhuji"]);
    expect(await indexer().runOnce()).toEqual({ changes: 0, rebuiltBecause: null });
    const { generation } = await engine.state();
    catalogue.publish(caseViewOf({ slug: "zhuji", title: { zh: "花边", en: "Lace" } }));
    catalogue.withdraw("ningde");
    expect(await indexer().runOnce()).toEqual({ changes: 2, rebuiltBecause: null });
    expect(await engine.state()).toMatchObject({ generation, contentRevision: 3, documentCount: 5 });
    expect([await find("袜业"), await find("花边"), await find("锂电池")]).toEqual([[], ["zhuji"], []]);
    expect(await differences()).toEqual([]);
  });

  test("moves the revision for changes that concern no case", async () => {
    catalogue.publish(...towns());
    await catchUp();
    catalogue.touch("vocabulary");
    catalogue.touch("programme");
    expect(await indexer().runOnce()).toEqual({ changes: 2, rebuiltBecause: null });
    expect(await engine.state()).toMatchObject({ contentRevision: 3 });
  });

  test("takes whole revisions, however many there are", async () => {
    catalogue.publish(caseViewOf({ slug: "first" }));
    await catchUp();
    catalogue.publish(...manyTowns(600));
    for (let revision = 0; revision < 700; revision++) catalogue.publish(caseViewOf({ slug: "first" }));
    const runs: number[] = [];
    for (;;) {
      const { changes } = await indexer().runOnce();
      if (changes === 0) break;
      runs.push(changes);
    }
    expect(runs).toEqual([600, 500, 200]);
    expect(await differences()).toEqual([]);
  });

  test("that fails loses nothing: the next one does it again", async () => {
    catalogue.publish(...towns());
    await catchUp();
    catalogue.withdraw("zhuji");
    const failing: SearchEngine = { ...engine, apply: () => Promise.reject(new Error("The disk is full.")) };
    await expect(indexer(failing).runOnce()).rejects.toThrow("The disk is full.");
    expect(await engine.state()).toMatchObject({ contentRevision: 1 });
    await catchUp();
    expect(await differences()).toEqual([]);
  });

  test("makes the index anew when the outbox has a gap, or the database is another one", async () => {
    catalogue.publish(...towns());
    await catchUp();
    catalogue.withdraw("zhuji");
    catalogue.withdraw("ningde");
    catalogue.prune(2);
    expect(await indexer().runOnce()).toMatchObject({ rebuiltBecause: "GAP" });
    expect(await differences()).toEqual([]);
    catalogue = createSmallCatalogue();
    catalogue.publish(...towns().slice(0, 2));
    expect(await indexer().runOnce()).toMatchObject({ rebuiltBecause: "AHEAD" });
    expect(await differences()).toEqual([]);
  });
});

describe("a rebuild", () => {
  test("has what was published and withdrawn while it ran", async () => {
    catalogue.publish(...towns());
    const slow: SearchEngine = {
      ...engine,
      async rebuild() {
        const rebuild = await engine.rebuild();
        let isFirst = true;
        return {
          ...rebuild,
          async apply(changes) {
            await rebuild.apply(changes);
            if (isFirst) {
              isFirst = false;
              catalogue.withdraw("zhuji");
              catalogue.publish(caseViewOf({ slug: "late", title: { zh: "迟来", en: "Late" } }));
            }
          },
        };
      },
    };
    const deps = { engine: slow, changeLog: catalogue.changeLog, freshEdition: catalogue.freshEdition };
    expect(await rebuildIndex(deps)).toEqual({ documentCount: 6, contentRevision: 3 });
    expect(await differences()).toEqual([]);
    expect(await find("迟来")).toEqual(["late"]);
  });

  test("whose count is wrong is given up, and the old index stays", async () => {
    catalogue.publish(...towns());
    await catchUp();
    const before = await engine.state();
    const forgetful: SearchEngine = {
      ...engine,
      async rebuild() {
        const rebuild = await engine.rebuild();
        return { ...rebuild, apply: (changes) => rebuild.apply(changes.slice(1)) };
      },
    };
    const deps = { engine: forgetful, changeLog: catalogue.changeLog, freshEdition: catalogue.freshEdition };
    await expect(rebuildIndex(deps)).rejects.toThrow("has 5 documents where 6 cases are published");
    expect(await engine.state()).toEqual(before);
  });
});

describe("verifying", () => {
  test("lists what is missing, what is extra and what is different", async () => {
    const [first, second, third, ...rest] = towns();
    if (!first || !second || !third) throw new Error("The corpus has lost its towns.");
    catalogue.publish(first, second, third);
    await catchUp();
    catalogue.withdraw(first.slug);
    catalogue.publish({ ...second, title: { zh: "另一个题目", en: "Another title" } }, ...rest.slice(0, 1));
    const { caseCount, differences: found } = await verifyIndex(engine, await catalogue.freshEdition());
    expect(caseCount).toBe(3);
    expect([...found].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: "DIFFERENT", id: second.id, slug: second.slug },
      { kind: "EXTRA", id: caseId(first.slug), slug: null },
      { kind: "MISSING", id: rest[0]?.id, slug: rest[0]?.slug },
    ]);
  });

  test("tells how each case stands", async () => {
    const [first, second, third] = towns();
    if (!first || !second || !third) throw new Error("The corpus has lost its towns.");
    catalogue.publish(first, second);
    await catchUp();
    catalogue.withdraw(first.slug);
    catalogue.publish(third);
    const now = new Date(90_000);
    const status = await indexStatus(engine, await catalogue.freshEdition(), catalogue.changeLog, now);
    expect(status).toMatchObject({
      contentRevision: 1,
      pendingChanges: 2,
      lagSeconds: 90,
      engineVersion: null,
    });
    expect(status.cases).toEqual(
      new Map<string, CaseState>([
        [second.id, { kind: "INDEXED", at: new Date("2026-11-24T08:00:00Z") }],
        [third.id, { kind: "QUEUED" }],
        [first.id, { kind: "NOT_PUBLISHED" }],
      ]),
    );
  });

  test("is followed by a repair of what differs and of nothing else", async () => {
    catalogue.publish(...towns());
    await catchUp();
    const [first] = towns();
    const { generation } = await engine.state();
    await engine.apply({ changes: [{ remove: first?.id ?? "" }], after: 1, contentRevision: 1 });
    expect((await differences()).length).toBe(1);
    const kept = keepIndexed({
      ...{
        engine,
        changeLog: catalogue.changeLog,
        lock: fileLock(folder, "index"),
        onRebuilt: () => undefined,
      },
      freshEdition: catalogue.freshEdition,
    });
    expect(await kept.repair()).toMatchObject({ differences: [], refused: [] });
    expect(await engine.state()).toMatchObject({
      generation,
      contentRevision: 1,
      documentCount: towns().length,
    });
  });
});

describe("following", () => {
  test("goes on after failures with growing pauses, and ends with its signal", async () => {
    const ending = new AbortController();
    const errors: unknown[] = [];
    let steps = 0;
    await startFollowing({
      step: () => {
        steps += 1;
        if (steps === 6) ending.abort();
        return steps < 3 ? Promise.reject(new Error(`step ${steps}`)) : Promise.resolve(steps === 3);
      },
      pause: pollingFeed.next,
      pollMs: 1,
      maxPauseMs: 5,
      onError: (error) => errors.push(error),
      signal: ending.signal,
    });
    expect(steps).toBe(6);
    expect(errors).toEqual([new Error("step 1"), new Error("step 2")]);
  });
});

describe("a writer that publishes as fast as its changes are indexed", () => {
  /** Whenever changes have been taken in there are more, until it rests. */
  function tirelessWriter() {
    let isResting = false;
    const publish = (): void => void catalogue.publish(caseViewOf({ slug: "zhuji" }));
    const apply: SearchEngine["apply"] = async (batch) => {
      const isTakenIn = await engine.apply(batch);
      if (!isResting) publish();
      return isTakenIn;
    };
    const index = keepIndexed({
      lock: { run: (work) => work(), runIfFree: (work) => work() },
      changeLog: catalogue.changeLog,
      engine: { ...engine, apply },
      freshEdition: catalogue.freshEdition,
      onRebuilt: () => undefined,
    });
    return {
      ...{ index, publish },
      rest: () => {
        isResting = true;
      },
    };
  }

  test("keeps nobody else from getting a turn", async () => {
    const { index, publish, rest } = tirelessWriter();
    publish();
    await catchUp();
    publish();
    setTimeout(rest, 0);
    expect(await index.catchUp()).toBe(true);
    expect(await differences()).toEqual([]);
  });

  test("does not keep a service from stopping between two steps", async () => {
    const { index, publish } = tirelessWriter();
    publish();
    await catchUp();
    publish();
    expect(await index.catchUpIfFree()).toBe(true);
  });
});
