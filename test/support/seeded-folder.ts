import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { withFileLock } from "../../src/database/sqlite/file-lock.js";

declare module "vitest" {
  interface ProvidedContext {
    readonly sharedFolder: string;
  }
}

/**
 * The data folder of a service with the real seed files, closed, to be copied. The first test file that wants it
 * has it made, the others wait for that.
 */
export async function seededFolder(make: (folder: string) => Promise<void>): Promise<string> {
  const shared = inject("sharedFolder");
  const [folder, isMade] = [join(shared, "seeded"), join(shared, "seeded-is-made")];
  await withFileLock(shared, "seeded", async () => {
    if (existsSync(isMade)) return;
    await make(folder);
    mkdirSync(isMade);
  });
  return folder;
}
