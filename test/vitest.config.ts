import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/**
 * What the databases have a hand in: these files run on PostgreSQL too. `npm run test:postgres` runs all of the
 * specification there.
 */
const onBoth = [
  "editions",
  "filters-and-facets",
  "paging",
  "record-bundles",
  "seeding",
  "statements",
  "writing",
];

/** With several processes or servers at a time; `npm run test:processes`. */
const withProcesses = [
  "backup",
  "database-trouble",
  "one-search-server",
  "replicas",
  "several-processes",
  "tracing",
  "workers",
];

/** A name without a file would be a test that nobody misses. */
const specs = (names: readonly string[]): string[] =>
  names.map((name) => {
    const file = `test/spec/${name}.test.ts`;
    if (name !== "*" && !existsSync(new URL(`../${file}`, import.meta.url)))
      throw new Error(`${file} is not there`);
    return file;
  });
const onPostgres = process.env["EXEMPLAR_TEST_ALL_ON_POSTGRES"] ? ["*"] : onBoth;

export default defineConfig({
  // Without the alias Vite follows graphql's "module" entry and loads a second copy of it.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    root: new URL("..", import.meta.url).pathname,
    // Vitest leaves one core to itself; it needs none.
    maxWorkers: 2,
    isolate: false,
    globalSetup: [
      ...["test/support/shared-folder.ts", "test/support/postgres-setup.ts"],
      "test/support/search-server-notice.ts",
    ],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["test/**/*.test.ts"],
          // The packages of the bench's peers have tests of their own.
          exclude: ["**/node_modules/**", ...specs(withProcesses)],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: [...specs(onPostgres), "test/guards/migrations.test.ts"],
          exclude: specs(withProcesses),
          env: { EXEMPLAR_TEST_DATABASE: "postgres" },
        },
      },
      { extends: true, test: { name: "processes", include: specs(withProcesses) } },
    ],
  },
});
