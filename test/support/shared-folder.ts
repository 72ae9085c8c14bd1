import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { newTemporaryFolder } from "./temporary-folder.js";

/** A folder for what all test files of one run share. */
export default function setup({ provide }: TestProject): () => void {
  const folder = newTemporaryFolder();
  provide("sharedFolder", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
