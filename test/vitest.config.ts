import { defineConfig } from "vitest/config";

export default defineConfig({
  // Without the alias Vite follows graphql's "module" entry and loads a second copy of it.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    // Vitest leaves one core to itself; it needs none.
    maxWorkers: 2,
    isolate: false,
    globalSetup: ["test/support/shared-folder.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
