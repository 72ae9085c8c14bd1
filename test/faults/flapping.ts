/**
 * Kills and starts the search server at random moments while cases are published and withdrawn and four readers
 * search: nothing fails, nothing that is not published is ever shown, and in the end no index differs.
 * `npm run test:flapping [-- kills [changes [seed]]]`
 */
import "reflect-metadata";
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { openApp } from "../../src/app.js";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { createLogger } from "../../src/http/logger.js";
import { verifyIndex } from "../../src/search/verify.js";
import { aCase, contentOf, label } from "../support/content.js";
import { seededRandom } from "../support/random.js";
import { startSearchServer } from "../support/search-server.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";

const [kills = 200, changes = 1_000, seedNumber = Date.now() % 100_000] = process.argv.slice(2).map(Number);
const random = seededRandom(seedNumber);
const CASES = 30;
const DRAFTS = 5;

/** The version of each case that is to be published; null: withdrawn. */
const versions: (number | null)[] = Array.from({ length: CASES }, () => 0);
const contentNow = () =>
  contentOf([
    ...versions.flatMap((version, index) =>
      version === null
        ? []
        : [aCase({ slug: `case-${index}`, title: label(`小镇之${version}`, `Town ${version}`) })],
    ),
    ...Array.from({ length: DRAFTS }, (_, index) =>
      aCase({ slug: `draft-${index}`, status: "draft", title: label("小镇草稿", "Town draft") }),
    ),
  ]);

const folder = newTemporaryFolder();
const server = await startSearchServer();
const app = await openApp({
  config: loadConfig({
    ...{ EXEMPLAR_DATA_DIR: folder, EXEMPLAR_RATE_LIMIT: "off", EXEMPLAR_ANSWER_CACHE_BYTES: "off" },
    ...{ MEILI_URL: server.url, MEILI_MASTER_KEY: server.key, LOG_LEVEL: "silent" },
  }),
  log: createLogger("silent"),
  clock: systemClock,
  seeds: null,
});

const publishedNow = (): Set<string> =>
  new Set([...app.catalogue.current().columns.facts].map(({ slug }) => slug));
const answeredBy = new Map<string, number>();
const failures: string[] = [];
let isOver = false;

async function read(): Promise<void> {
  const texts = ["小镇", "town", "Town draft", "案例", '"firms"', "小镇 -草稿"];
  while (!isOver) {
    const query = `{ searchCases(query: ${JSON.stringify(random.of(texts))}, first: 50) { nodes { slug } searchInfo { engine isDegraded } } }`;
    const before = publishedNow();
    const response = await app.http.inject({ method: "POST", url: "/graphql", payload: { query } });
    const after = publishedNow();
    const { data, errors } = response.json<{
      data?: { searchCases: { nodes: { slug: string }[]; searchInfo: { engine: string } } };
      errors?: unknown;
    }>();
    if (response.statusCode !== 200 || !data)
      failures.push(`${response.statusCode}: ${JSON.stringify(errors)}`);
    for (const { slug } of data?.searchCases.nodes ?? []) {
      if (!before.has(slug) && !after.has(slug)) failures.push(`${slug} was shown and is not published`);
    }
    const engine = data?.searchCases.searchInfo.engine ?? "none";
    answeredBy.set(engine, (answeredBy.get(engine) ?? 0) + 1);
    await wait(5);
  }
}

let published = 0;
async function publish(): Promise<void> {
  while (published < changes) {
    // The changes are spread over the kills.
    if (published / changes > (killed + 1) / kills) {
      await wait(20);
      continue;
    }
    const index = random.between(0, CASES - 1);
    versions[index] = random.oneIn(3) ? null : published;
    await seed(app.storage.unitOfWork, allRecords(contentNow()));
    published += 1;
  }
}

let killed = 0;
async function flap(): Promise<void> {
  while (killed < kills) {
    await wait(random.between(0, 5_000));
    await server.stop("SIGKILL");
    await wait(random.between(0, 1_000));
    await server.start();
    killed += 1;
  }
}

async function allIsIndexed(): Promise<void> {
  await app.catalogue.refresh();
  const { indexes, storage } = app;
  for (;;) {
    const wanted = await storage.changeLog.contentRevision();
    const engines = [indexes.embedded, ...(indexes.server ? [indexes.server] : [])].map(
      ({ engine }) => engine,
    );
    const states = await Promise.all(engines.map((engine) => engine.state().catch(() => null)));
    if (states.every((state) => state?.contentRevision === wanted)) return;
    await wait(200);
  }
}

console.log(`${kills} kills, ${changes} changes, seed ${seedNumber}, Meilisearch ${server.version}`);
try {
  await seed(app.storage.unitOfWork, allRecords(contentNow()));
  const reading = Promise.all(Array.from({ length: 4 }, read));
  const progress = setInterval(() => console.log(`  ${killed} kills, ${published} changes`), 30_000);
  await Promise.all([publish(), flap()]);
  clearInterval(progress);
  isOver = true;
  await reading;
  await allIsIndexed();
  await app.catalogue.refresh();
  for (const index of [app.indexes.embedded, app.indexes.server]) {
    if (!index) continue;
    const { differences, refused, caseCount } = await verifyIndex(index.engine, app.catalogue.current());
    console.log(`${caseCount} cases, ${differences.length} differences, ${refused.length} refused`);
    failures.push(
      ...differences.map(({ kind, id }) => `${kind} ${id}`),
      ...refused.map(({ id }) => `refused ${id}`),
    );
  }
  console.log(`answers: ${[...answeredBy].map(([engine, count]) => `${count} by ${engine}`).join(", ")}`);
  for (const failure of failures.slice(0, 20)) console.error(failure);
  console.log(failures.length === 0 ? "passed" : `${failures.length} failures`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  isOver = true;
  for (const step of app.closing) await step.close();
  await server.stop("SIGKILL");
  for (const one of [folder, server.folder]) rmSync(one, { recursive: true, force: true });
}
