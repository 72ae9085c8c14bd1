import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openCatalogue, type Catalogue } from "../../src/catalogue/catalogue.js";
import type { DatabaseConfig } from "../../src/config-database.js";
import { readSeedLists } from "../../src/content/seed-files.js";
import { writeSyntheticSet } from "../../src/content/synthetic/write-set.js";
import { openStorage } from "../../src/database/open-database.js";
import type { Storage } from "../../src/database/storage.js";
import { seedsFolder } from "../../src/project-folders.js";
import { openEmbeddedEngine } from "../../src/search/embedded/embedded-engine.js";
import { createFiller, type Filler } from "../../src/search/embedded/filler.js";
import { rebuildIndex } from "../../src/search/rebuild.js";
import type { SearchEngine } from "../../src/search/search-engine.js";
import { fixedClock } from "../support/storage.js";
import { newTemporaryFolder, temporaryFolder } from "../support/temporary-folder.js";
import { questionsTo } from "./search-engine/harness.js";

/** A thread of its own fills an index; the same set, filled document by document, is what it has to equal. */
const folder = newTemporaryFolder();
const database: DatabaseConfig = { kind: "sqlite", file: join(folder, "exemplar.sqlite") };
let storage: Storage;
let catalogue: Catalogue;

beforeAll(async () => {
  storage = await openStorage({ database, clock: fixedClock });
  const lists = readSeedLists(seedsFolder);
  await writeSyntheticSet({ unitOfWork: storage.unitOfWork, size: { cases: 120, seed: 3 }, lists });
  const { reader, changeLog } = storage;
  catalogue = await openCatalogue({ reader, changeLog, cacheBytes: 2 ** 24 });
  return () => storage.close();
});

/** Threads start with the sources. */
const entry = new URL("../support/fill-worker.mjs", import.meta.url);
function fillerOf(config: DatabaseConfig): Filler {
  const filler = createFiller(config, entry);
  if (!filler) throw new Error("There is no filler");
  return filler;
}

const freshEdition = async () => {
  await catalogue.refresh();
  return catalogue.current();
};
const rebuild = (engine: SearchEngine) =>
  rebuildIndex({ engine, changeLog: storage.changeLog, freshEdition });

/** An empty index; with a filler that does as if there were many cases. */
function anEngine(filler: Filler | null, file = join(temporaryFolder(), "search.sqlite")): SearchEngine {
  const engine = openEmbeddedEngine({ file, clock: fixedClock, onEmptied: () => undefined, filler });
  onTestFinished(() => engine.close());
  if (!filler) return engine;
  return {
    ...engine,
    async rebuild() {
      const made = await engine.rebuild();
      let isFilled = false;
      return {
        ...made,
        async apply(changes) {
          if (!isFilled) await made.fill?.();
          isFilled = true;
          await made.apply(changes);
        },
      };
    },
  };
}

const questions = [
  "产业",
  "小镇产业企业",
  "factory workshop",
  "the",
  "worksh",
  "kafuzury -the",
  "machin robot",
];
const answers = async (engine: SearchEngine): Promise<unknown[]> => {
  const { search } = questionsTo(engine, await freshEdition());
  return Promise.all(
    questions.map(async (query) => {
      const { total, facets, edges, info } = await search(query, { wantsFacets: true });
      const hits = edges.map(({ case: { slug }, score }) => [slug, score]);
      return { total, facets, hits, expansions: info.expansions };
    }),
  );
};

describe("a thread of its own", () => {
  test("makes the same index as filling it document by document, to the score", async () => {
    const [grown, filled] = [anEngine(null), anEngine(fillerOf(database))];
    const reports = [await rebuild(grown), await rebuild(filled)];
    expect(reports[1]).toEqual(reports[0]);
    expect(await filled.fingerprints()).toEqual(await grown.fingerprints());
    expect(await answers(filled)).toEqual(await answers(grown));
  });

  test("lets this one turn while it works", async () => {
    const filler = fillerOf(database);
    let [turns, isFilling] = [0, false];
    const engine = anEngine({
      ...filler,
      async fill(file, generation) {
        isFilling = true;
        const count = (): void => {
          turns += 1;
          if (isFilling) setTimeout(count, 1);
        };
        count();
        return filler.fill(file, generation).finally(() => (isFilling = false));
      },
    });
    await rebuild(engine);
    expect(turns).toBeGreaterThan(50);
  });

  test("that is stopped fails, and leaves the index as it was", async () => {
    const filler = fillerOf(database);
    const file = join(temporaryFolder(), "search.sqlite");
    const engine = anEngine(filler, file);
    await rebuild(engine);
    const before = await engine.state();
    const stopping: Filler = {
      ...filler,
      fill(path, generation) {
        const filling = filler.fill(path, generation);
        setImmediate(() => void filler.stop());
        return filling;
      },
    };
    await expect(rebuild(anEngine(stopping, file))).rejects.toThrow("has ended");
    expect(await engine.state()).toEqual(before);
  });

  test("that fails leaves the index as it was, and the next one clears away what it has left", async () => {
    const file = join(temporaryFolder(), "search.sqlite");
    const engine = anEngine(fillerOf(database), file);
    await rebuild(engine);
    const before = [await engine.state(), await answers(engine)];
    const broken: DatabaseConfig = { kind: "sqlite", file: join(temporaryFolder(), "not-there.sqlite") };
    await expect(rebuild(anEngine(fillerOf(broken), file))).rejects.toThrow();
    const filler = fillerOf(database);
    const cutOff = anEngine(
      {
        ...filler,
        async fill(path, generation) {
          await filler.fill(path, generation);
          throw new Error("cut off");
        },
      },
      file,
    );
    await expect(rebuild(cutOff)).rejects.toThrow("cut off");
    expect([await engine.state(), await answers(engine)]).toEqual(before);
    await rebuild(engine);
    expect(await answers(engine)).toEqual(before[1]);
    expect((await engine.state()).generation).not.toBe((before[0] as { generation: string }).generation);
  });
});
