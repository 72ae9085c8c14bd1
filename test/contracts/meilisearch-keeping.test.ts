import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Lock } from "../../src/database/lock.js";
import { fileLock } from "../../src/database/sqlite/file-lock.js";
import { createIndexer } from "../../src/search/indexer.js";
import { openMeilisearchEngine, type MeilisearchEngine } from "../../src/search/meilisearch/engine.js";
import { findOrMake, givenKeys, openKeys, type Keys } from "../../src/search/meilisearch/keys.js";
import { makeSearchToken } from "../../src/search/meilisearch/search-token.js";
import type { NearLimit } from "../../src/search/meilisearch/server-index.js";
import { rebuildIndex } from "../../src/search/rebuild.js";
import { documentOf, type SearchDocument } from "../../src/search/search-document.js";
import { verifyIndex } from "../../src/search/verify.js";
import { caseViewOf, editionOf } from "../support/case-views.js";
import { passOn, startFaultyServer } from "../support/faulty-server.js";
import { manyTowns, towns } from "../support/search-corpus.js";
import {
  isSearchProgramMissing,
  startSearchServer,
  whyNoSearchProgram,
  type OwnSearchServer,
} from "../support/search-server.js";
import { createSmallCatalogue, type SmallCatalogue } from "../support/small-catalogue.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { fill, questionsTo } from "./search-engine/harness.js";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describe.skipIf(isSearchProgramMissing)(`an index on a Meilisearch server${whyNoSearchProgram}`, () => {
  let server: OwnSearchServer;
  let prefixes = 0;
  const opened: MeilisearchEngine[] = [];
  beforeAll(async () => {
    server = await startSearchServer();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()));
  });
  afterAll(async () => {
    await server.stop("SIGKILL");
    rmSync(server.folder, { recursive: true, force: true });
  });

  const open = (
    indexPrefix: string,
    keys: Keys = givenKeys(server.key, server.key),
    url = server.url,
  ): MeilisearchEngine => {
    const engine = openMeilisearchEngine({
      ...{ url, keys, indexPrefix, timeoutMs: 10_000 },
      clock: { now: () => new Date("2026-11-24T08:00:00Z") },
      onNearLimit: () => undefined,
    });
    opened.push(engine);
    return engine;
  };
  const newPrefix = (): string => `kept${(prefixes += 1)}_`;

  interface Kept {
    readonly prefix: string;
    readonly engine: MeilisearchEngine;
    readonly catalogue: SmallCatalogue;
    /** Runs the indexer until it has nothing to do. */
    catchUp(): Promise<void>;
    find(query: string): Promise<string[]>;
    differences(): Promise<readonly unknown[]>;
  }
  async function kept(): Promise<Kept> {
    const prefix = newPrefix();
    const engine = open(prefix);
    const catalogue = createSmallCatalogue();
    catalogue.publish(...towns());
    const indexer = createIndexer({ engine, ...catalogue });
    const catchUp = async (): Promise<void> => {
      for (let run = await indexer.runOnce(); run.changes > 0 || run.rebuiltBecause !== null;) {
        run = await indexer.runOnce();
      }
    };
    await catchUp();
    return {
      ...{ prefix, engine, catalogue, catchUp },
      find: async (query) => questionsTo(engine, await catalogue.freshEdition()).find(query),
      differences: async () => (await verifyIndex(engine, await catalogue.freshEdition())).differences,
    };
  }

  /** The server takes no such place. */
  function unplaceable(slug: string): SearchDocument {
    const document = documentOf(caseViewOf({ slug, title: { zh: "无处可寻", en: "Nowhere" } }));
    const { attributes } = document;
    if (!attributes) throw new Error("a document has attributes");
    return { ...document, attributes: { ...attributes, _geo: { lat: NaN, lng: NaN } } };
  }

  test("sets a document aside that the server does not take, with its reason, while all others go on", async () => {
    const { engine, find, catalogue } = await kept();
    const views = manyTowns(12);
    const changes = [...views.map((view) => ({ put: documentOf(view) })), { put: unplaceable("nowhere") }];
    expect(await engine.apply({ changes, after: 1, contentRevision: 2 })).toBe(true);
    const state = await engine.state();
    expect(state).toMatchObject({ contentRevision: 2, documentCount: towns().length + views.length });
    expect([...(state.setAside ?? [])]).toEqual([
      [
        unplaceable("nowhere").id,
        { reason: expect.stringContaining("geo") as string, fingerprint: expect.any(String) as string },
      ],
    ]);
    catalogue.publish(...views);
    const edition = editionOf([...towns(), ...views, caseViewOf({ slug: "nowhere" })], 2);
    expect((await verifyIndex(engine, edition)).differences.map(({ kind }) => kind)).toEqual(["MISSING"]);
    expect((await find("town 7")).length).toBeGreaterThan(0);
    const mended = { put: documentOf(caseViewOf({ slug: "nowhere" })) };
    await engine.apply({ changes: [mended], after: 2, contentRevision: 3 });
    expect((await engine.state()).setAside).toBeUndefined();
  });

  test("sets a document aside at a rebuild too", async () => {
    const engine = open(newPrefix());
    const rebuild = await engine.rebuild();
    await rebuild.apply([
      ...towns().map((view) => ({ put: documentOf(view) })),
      { put: unplaceable("nowhere") },
    ]);
    expect(await rebuild.documentCount()).toBe(towns().length + 1);
    await rebuild.commit(1);
    const state = await engine.state();
    expect([state.documentCount, state.setAside?.size]).toEqual([towns().length, 1]);
  });

  test("says of a text that is too long for the server that it is, and takes all others", async () => {
    const { engine } = await kept();
    const long = caseViewOf({ slug: "long", sections: { PRACTICE: { en: "word ".repeat(70_000) } } });
    const changes = [{ put: documentOf(long) }, { put: documentOf(caseViewOf({ slug: "short" })) }];
    await engine.apply({ changes, after: 1, contentRevision: 2 });
    const state = await engine.state();
    expect(state.documentCount).toBe(towns().length + 1);
    expect(state.setAside?.get(long.id)?.reason).toMatch(/70008 words in narrative_practice_en/);
  });

  test("is whole for readers at every moment of three rebuilds", async () => {
    const { engine, catalogue } = await kept();
    catalogue.publish(...manyTowns(60));
    const deps = { engine, ...catalogue };
    await rebuildIndex(deps);
    const edition = await catalogue.freshEdition();
    const { search } = questionsTo(engine, edition);
    const wanted = (await search("产业")).total;
    const stopping = new AbortController();
    const totals = new Set<number>();
    const reading = (async () => {
      while (!stopping.signal.aborted) totals.add((await search("产业")).total);
    })();
    for (let time = 0; time < 3; time++) await rebuildIndex(deps);
    stopping.abort();
    await reading;
    expect([...totals]).toEqual([wanted]);
  });

  test("goes back to the generation before, and forward again by itself", async () => {
    const { engine, catalogue, catchUp, find, differences } = await kept();
    const { generation } = await engine.state();
    catalogue.withdraw("zhuji");
    await rebuildIndex({ engine, ...catalogue });
    expect(await find("袜业")).toEqual([]);
    expect(await engine.rollBack()).toBe(true);
    expect(await engine.state()).toMatchObject({ generation, contentRevision: 1 });
    await catchUp();
    expect(await engine.state()).toMatchObject({ generation, contentRevision: 2 });
    expect(await differences()).toEqual([]);
  });

  test("that has been restored from an old snapshot takes in what it lacks", async () => {
    const { catalogue, catchUp, differences, engine } = await kept();
    const snapshot = join(temporaryFolder(), "db");
    await server.stop();
    cpSync(join(server.folder, "db"), snapshot, { recursive: true });
    await server.start();
    catalogue.publish(caseViewOf({ slug: "later", title: { zh: "后来的", en: "Later" } }));
    catalogue.withdraw("ningde");
    await catchUp();
    expect(await engine.state()).toMatchObject({ contentRevision: 3 });
    await server.stop("SIGKILL");
    server.forgetAll();
    cpSync(snapshot, join(server.folder, "db"), { recursive: true });
    await server.start();
    expect(await engine.state()).toMatchObject({ contentRevision: 1 });
    await catchUp();
    expect(await engine.state()).toMatchObject({ contentRevision: 3 });
    expect(await differences()).toEqual([]);
  });

  test("is filled anew when the server comes back with an empty folder, and its keys are made again", async () => {
    const prefix = newPrefix();
    let keysMade = 0;
    const keys = openKeys({
      ...{ url: server.url, masterKey: server.key, searchKey: null, indexKey: null, indexPrefix: prefix },
      onMade: () => (keysMade += 1),
    });
    const engine = open(prefix, keys);
    await fill(engine, editionOf(towns(), 4));
    await server.stop("SIGKILL");
    server.forgetAll();
    await server.start();
    await engine.state().catch(() => undefined);
    expect(await engine.state()).toMatchObject({ contentRevision: null });
    await fill(engine, editionOf(towns(), 4));
    expect(await questionsTo(engine, editionOf(towns())).find("袜业")).toEqual(["zhuji"]);
    expect(keysMade).toBe(2);
  });

  test.each([0, 30, 60, 120, 250, 500])(
    "survives a kill %d ms into a batch and a rebuild",
    async (afterMs) => {
      const { catalogue, engine, catchUp, differences } = await kept();
      const kill = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        await server.stop("SIGKILL");
        await server.start();
      };
      catalogue.publish(...manyTowns(40));
      await Promise.all([kill(), catchUp().catch(() => undefined)]);
      await catchUp();
      expect(await differences()).toEqual([]);
      await Promise.all([kill(), rebuildIndex({ engine, ...catalogue }).catch(() => undefined)]);
      await catchUp();
      expect(await differences()).toEqual([]);
    },
  );

  test.each([
    ["just before the server has it", false],
    ["as soon as the server has it", true],
  ])("survives a kill in the middle of a swap, %s", async (_, isAccepted) => {
    const { prefix, catalogue, catchUp, differences } = await kept();
    const faulty = await startFaultyServer(server.url);
    const engine = open(prefix, givenKeys(server.key, server.key), faulty.url);
    faulty.fail((request, response) => {
      if (!request.url?.startsWith("/swap-indexes")) return passOn(server.url, request, response);
      if (isAccepted) passOn(server.url, request, response);
      const kill = (): void => void server.stop("SIGKILL").then(() => response.destroy());
      if (isAccepted) response.once("close", kill);
      else kill();
    });
    catalogue.publish(...manyTowns(40));
    await expect(rebuildIndex({ engine, ...catalogue })).rejects.toThrow();
    faulty.fail(null);
    await server.start();
    expect((await engine.state()).documentCount).toBeGreaterThanOrEqual(towns().length);
    await catchUp();
    expect(await differences()).toEqual([]);
    await faulty.close();
  });

  test("loses nothing while the disk of the server is full", async () => {
    const { catalogue, engine, catchUp, differences } = await kept();
    await server.stop();
    const fileKilobytes = Math.ceil(largestFile(join(server.folder, "db")) / 1024) + 64;
    await server.start({ fileKilobytes });
    catalogue.publish(...manyTowns(400));
    await expect(catchUp()).rejects.toThrow();
    await server.stop("SIGKILL");
    await server.start();
    const state = await engine.state();
    expect([state.contentRevision, state.setAside]).toEqual([1, undefined]);
    await catchUp();
    expect(await differences()).toEqual([]);
  });

  test("tells what other hands have changed, and mends only that", async () => {
    const { engine, prefix, catalogue, differences } = await kept();
    const [first, second] = towns();
    const uid = `${prefix}cases`;
    await server.ask("PUT", `/indexes/${uid}/documents`, [{ id: first?.id, slug: "changed" }]);
    await server.ask("DELETE", `/indexes/${uid}/documents/${second?.id ?? ""}`);
    expect((await differences()).length).toBe(2);
    const edition = await catalogue.freshEdition();
    const changes = towns()
      .slice(0, 2)
      .map((view) => ({ put: documentOf(view) }));
    const { contentRevision } = edition;
    await engine.apply({ changes, after: contentRevision, contentRevision });
    expect(await differences()).toEqual([]);
  });

  test("is made anew when its settings or its tokens are others than those wanted", async () => {
    const { engine, prefix } = await kept();
    expect((await engine.state()).contentRevision).toBe(1);
    await server.ask("PATCH", `/indexes/${prefix}cases/settings`, { stopWords: ["the"] });
    expect((await open(prefix).state()).contentRevision).toBeNull();
  });

  test("is made anew when another version of the server has made it", async () => {
    const { prefix, catalogue } = await kept();
    const ofAnother = { id: "exemplar-index-state", serverVersion: "1.40.0", stamp: "of another" };
    await server.ask("PUT", `/indexes/${prefix}cases/documents`, [ofAnother]);
    const engine = open(prefix);
    expect((await engine.state()).contentRevision).toBeNull();
    expect(await createIndexer({ engine, ...catalogue }).runOnce()).toMatchObject({
      rebuiltBecause: "EMPTY",
    });
    expect(await engine.state()).toMatchObject({ contentRevision: 1, engineVersion: server.version });
  });

  test("tells when it comes near a limit of the server, and is not asked past it", async () => {
    const { prefix, catalogue, catchUp } = await kept();
    const near: NearLimit[] = [];
    const limited = openMeilisearchEngine({
      ...{ url: server.url, keys: givenKeys(server.key, server.key), indexPrefix: prefix, timeoutMs: 10_000 },
      ...{ clock: { now: () => new Date("2026-11-24T08:00:00Z") }, onNearLimit: (one) => near.push(one) },
      limits: { documents: towns().length + 1, words: 500_000 },
    });
    opened.push(limited);
    const find = async () => questionsTo(limited, await catalogue.freshEdition()).find("袜业");
    expect(await find()).toEqual(["zhuji"]);
    expect(near).toEqual([{ limit: "documents", count: towns().length, most: towns().length + 1 }]);
    catalogue.publish(...manyTowns(2));
    await catchUp();
    await expect(find()).rejects.toMatchObject({ code: "SEARCH_UNAVAILABLE" });
  });

  test("has its place beside others: no index of another service or of anybody else is touched", async () => {
    const [one, other] = [await kept(), await kept()];
    await server.ask("POST", "/indexes", { uid: "somebody", primaryKey: "id" });
    await server.ask("POST", "/indexes/somebody/documents", [{ id: 1, title: "mine" }]);
    await rebuildIndex({ engine: one.engine, ...one.catalogue });
    await rebuildIndex({ engine: one.engine, ...one.catalogue });
    expect(await other.differences()).toEqual([]);
    expect(await server.ask("GET", "/indexes/somebody/documents")).toMatchObject({ total: 1 });
    const foreign = newPrefix();
    await server.ask("POST", `/indexes/${foreign}cases/documents`, [{ id: 1, title: "mine" }]);
    await expect(open(foreign).rebuild()).rejects.toThrow("has documents of someone else");
    expect(await server.ask("GET", `/indexes/${foreign}cases/documents`)).toMatchObject({ total: 1 });
  });

  test("is made by one of two processes", async () => {
    const [prefix, folder] = [newPrefix(), temporaryFolder()];
    const catalogue = createSmallCatalogue();
    catalogue.publish(...towns());
    const run = (lock: Lock) =>
      lock.runIfFree(() => createIndexer({ engine: open(prefix), ...catalogue }).runOnce());
    const runs = await Promise.all([run(fileLock(folder, "index")), run(fileLock(folder, "index"))]);
    expect(runs.map((one) => one?.rebuiltBecause ?? "none").sort()).toEqual(["EMPTY", "none"]);
  });

  describe("keys", () => {
    test("that are made may do what they are for on our indexes alone", async () => {
      const { prefix, engine } = await kept();
      const made = { url: server.url, masterKey: server.key, indexPrefix: prefix, onMade: () => undefined };
      const { search, index } = await findOrMake(made);
      expect((await findOrMake(made)).search.key).toBe(search.key);
      const asReader = open(prefix, givenKeys(search.key, search.key));
      expect(await questionsTo(asReader, editionOf(towns())).find("袜业")).toEqual(["zhuji"]);
      await expect(asReader.apply({ changes: [], after: 1, contentRevision: 2 })).rejects.toThrow();
      const asIndexer = open(prefix, givenKeys(search.key, index.key));
      await fill(asIndexer, editionOf(towns(), 2));
      expect(await engine.state()).toMatchObject({ contentRevision: 2 });
      const elsewhere = open(newPrefix(), givenKeys(search.key, index.key));
      await expect(fill(elsewhere, editionOf(towns(), 2))).rejects.toThrow();
    });

    test("never stand in an error", async () => {
      const key = "a-key-that-is-a-secret";
      const error: unknown = await open(newPrefix(), givenKeys(key, key))
        .rebuild()
        .catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(Error);
      for (let cause = error; cause instanceof Error; cause = cause.cause) {
        expect(`${cause.message} ${cause.stack ?? ""} ${JSON.stringify(cause)}`).not.toContain(key);
      }
    });

    test("for portals search the cases and nothing else", async () => {
      const { prefix } = await kept();
      const { token, indexUid } = await makeSearchToken(
        { url: server.url, masterKey: server.key, indexPrefix: prefix },
        new Date(Date.now() + 60_000),
      );
      const ask = (path: string, body: object) =>
        fetch(server.url + path, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify(body),
        });
      const found = await ask(`/indexes/${indexUid}/search`, {
        q: "batery",
        attributesToRetrieve: ["slug", "isCase"],
      });
      expect(await found.json()).toMatchObject({ hits: [{ slug: "ningde", isCase: true }] });
      const all = (await (await ask(`/indexes/${indexUid}/search`, { q: "", limit: 100 })).json()) as {
        hits: unknown[];
      };
      expect(all.hits.length).toBe(towns().length);
      expect((await ask(`/indexes/${indexUid}/documents`, [{ id: "x" }])).status).toBe(403);
      expect((await ask(`/indexes/elsewhere_cases/search`, {})).status).toBe(403);
    });
  });
});

function largestFile(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size));
}
