import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the built project in a folder of its own, whose seed files may be changed and which runs for real. */
export interface ProjectCopy {
  readonly folder: string;
  readonly dataDir: string;
  /** Starts a built script: `main.js`, `cli/seed.js`. */
  run(script: string, env?: Record<string, string>): RunningScript;
  remove(): void;
}

export interface RunningScript {
  readonly process: ChildProcess;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Resolves with the first group of the first match, as soon as it has been said. */
  says(pattern: RegExp): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
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
  return {
    ...{ folder, dataDir },
    run: (script, env = {}) =>
      runScript([join(folder, "dist", script)], folder, {
        ...process.env,
        ...{ EXEMPLAR_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn", EXEMPLAR_RATE_LIMIT: "off" },
        ...env,
      }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs Node with these arguments and listens to what it says. */
export function runScript(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): RunningScript {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once("close", (code) => {
      resolve({ code, said });
    });
  });
  return {
    ...{ process: child, ended },
    said: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(said);
          if (match) resolve(match[1] ?? match[0]);
        };
        listeners.add(look);
        look();
        void ended.then(() => {
          reject(new Error(`It ended without saying ${String(pattern)}:\n${said}`));
        });
      }),
  };
}
