import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram, type RunningProgram } from "./running-program.js";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the built project in a folder of its own, whose seed files may be changed and which runs for real. */
export interface ProjectCopy {
  readonly folder: string;
  readonly dataDir: string;
  /** Starts a built script: `main.js`, `cli/seed.js`. */
  run(script: string, env?: Record<string, string>, args?: readonly string[]): RunningProgram;
  /** `npm start` of the project itself, which builds, on the data of the copy. */
  runStart(env?: Record<string, string>): RunningProgram;
  remove(): void;
}

export function copyProject(): ProjectCopy {
  if (!existsSync(join(project, "dist/main.js")))
    throw new Error("There is no build to copy: run `npm run build` first.");
  const folder = mkdtempSync(join(tmpdir(), "exemplar-copy-"));
  for (const part of ["dist", "seeds", "schema", "package.json"]) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const dataDir = join(folder, "data");
  const settings = {
    ...process.env,
    ...{ EXEMPLAR_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn", EXEMPLAR_RATE_LIMIT: "off" },
  };
  return {
    ...{ folder, dataDir },
    run: (script, env = {}, args = []) =>
      runProgram(process.execPath, [join(folder, "dist", script), ...args], {
        cwd: folder,
        env: { ...settings, ...env },
      }),
    runStart: (env = {}) =>
      runProgram("npm", ["start"], { cwd: project, env: { ...settings, ...env }, detached: true }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
