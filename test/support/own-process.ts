import { fileURLToPath } from "node:url";
import { runScript, type RunningScript } from "./project-copy.js";

/** Runs a script of this folder, from its source, in a process of its own. */
export function runSupportScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): RunningScript {
  const folder = fileURLToPath(new URL("../..", import.meta.url));
  return runScript(["--import", "tsx", `test/support/${script}`, ...args], folder, {
    ...process.env,
    ...env,
  });
}
