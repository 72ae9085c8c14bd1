import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { stopServerIn } from "./postgres-server.js";
import { removeTemplate } from "./postgres.js";
import { newTemporaryFolder } from "./temporary-folder.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests' PostgreSQL server is, once one of them has asked for it. */
    postgresFolder: string;
  }
}

/** Around a whole run of the tests: a place for the server, and its end. */
export function setup(project: TestProject): (() => Promise<void>) | undefined {
  // The projects inherit it; one server is enough.
  if (!project.isRootProject()) return undefined;
  const folder = newTemporaryFolder();
  // The server's own user has to pass.
  chmodSync(folder, 0o711);
  project.provide("postgresFolder", folder);
  return async () => {
    await removeTemplate(folder);
    await stopServerIn(join(folder, "server"));
    rmSync(folder, { recursive: true, force: true });
  };
}
