import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of the test's own, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = newTemporaryFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** For set-up that several tests share; whoever makes it removes it. */
export function newTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "exemplar-test-"));
}
