import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOperations } from "../../src/http/pages/operations.js";
import { schemaFolder } from "../../src/project-folders.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { crawl } from "../support/crawl.js";
import { askForPage, lists } from "../support/lists.js";
import { pagedContent } from "../support/paged-content.js";
import { isPostgresSkipped, skippedBecause } from "../support/postgres.js";

/** What may differ: how long it took, and which building of the index answered. */
const OWN = new Set(["tookMs", "indexedAt", "indexGeneration"]);
const withoutOwn = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (OWN.has(name) ? undefined : part)));

/** The same content on both; PostgreSQL's texts sort by the rules of a language there. */
function onBoth(content?: () => ReturnType<typeof pagedContent>) {
  const apps: TestApp[] = [];
  beforeAll(async () => {
    apps.push(await openTestApp(content?.(), {}, "sqlite"), await openTestApp(content?.(), {}, "postgres"));
  }, 120_000);
  afterAll(() => Promise.all(apps.map((app) => app.close())));
  return <Answer>(ask: (app: TestApp) => Promise<Answer>): Promise<Answer[]> => Promise.all(apps.map(ask));
}

describe.skipIf(isPostgresSkipped)(`the real content on SQLite and on PostgreSQL${skippedBecause}`, () => {
  const ask = onBoth();

  test.each(readOperations(join(schemaFolder, "operations")).map((one) => [one.name, one] as const))(
    "%s has the same answer",
    async (_name, { query, variables }) => {
      const [one, other] = await ask((app) => app.ask(query, variables));
      expect(one?.errors).toBeUndefined();
      expect(withoutOwn(other)).toEqual(withoutOwn(one));
    },
  );

  test("everything that the API shows is the same, in the same order", async () => {
    const [one, other] = await ask(crawl);
    const answersOf = (text = ""): unknown => text.split("\n").map((line) => withoutOwn(JSON.parse(line)));
    expect(answersOf(other?.text)).toEqual(answersOf(one?.text));
  }, 120_000);
});

describe.skipIf(isPostgresSkipped)(`every list on SQLite and on PostgreSQL${skippedBecause}`, () => {
  const ask = onBoth(pagedContent);

  test("has the same items, cursors and totals, in every order and with filters", async () => {
    for (const list of lists) {
      const [one, other] = await ask((app) => askForPage(app, list, "first: 40"));
      expect([list, other]).toEqual([list, one]);
    }
  }, 120_000);

  test("has the same facets", async () => {
    const groups = "categories kinds provinces industries problems warningKinds practices tags rounds";
    const facets = groups.split(" ").map((group) => `${group} { value count isSelected }`);
    for (const field of ["cases", 'searchCases(query: "案例")', 'cases(filter: { tags: ["craft"] })']) {
      const [one, other] = await ask((app) => app.data(`{ ${field} { facets { ${facets.join(" ")} } } }`));
      expect(other).toEqual(one);
    }
  });
});
