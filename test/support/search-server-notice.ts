import type { TestProject } from "vitest/node";
import { isSearchServerMissing, whyNoSearchServer } from "./search-server.js";

/** At the end of a run: what was not run, because there is no search server. */
export function setup(project: TestProject): (() => void) | undefined {
  if (!isSearchServerMissing || !project.isRootProject()) return undefined;
  return () => {
    console.log(`Not run: all tests on a Meilisearch server${whyNoSearchServer}.`);
  };
}
