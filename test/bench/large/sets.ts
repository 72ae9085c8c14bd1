import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SetSize } from "../../../src/content/synthetic/lists.js";
import { projectFolder } from "../project-folder.js";

/** Generates the set where it is not there; gives the seconds that took, which are kept beside it. */
export function generatedIn(folder: string, { cases, seed }: SetSize): Record<string, number> {
  const note = join(folder, "generated.json");
  if (!existsSync(note)) {
    const begin = performance.now();
    const args = ["dist/cli/generate.js", "--cases", String(cases), "--seed", String(seed), "--out", folder];
    const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, stdio: "inherit" });
    if (status !== 0) throw new Error(`${cases} cases could not be generated`);
    writeFileSync(note, JSON.stringify({ generate: (performance.now() - begin) / 1000 }));
  }
  return JSON.parse(readFileSync(note, "utf8")) as Record<string, number>;
}

/** So that a start makes the rest anew. */
export function forgetAllButDatabase(folder: string): void {
  for (const name of ["search.sqlite", "catalogue.kept"]) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(join(folder, name + suffix), { force: true });
  }
}
