import { fileURLToPath } from "node:url";
import { runProgram, type RunningProgram } from "./running-program.js";

/** Runs a script of this folder, from its source, in a process of its own. */
export function runSupportScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): RunningProgram {
  return runProgram(process.execPath, ["--import", "tsx", `test/support/${script}`, ...args], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, ...env },
  });
}
