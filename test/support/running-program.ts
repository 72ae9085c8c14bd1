import { spawn, type ChildProcess } from "node:child_process";

export interface RunningProgram {
  readonly process: ChildProcess;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Resolves with the first group of the first match, as soon as it has been said. */
  says(pattern: RegExp): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** With a process group of its own, which a negative process id ends as a whole. */
  readonly detached?: boolean;
}

/** Starts a program; `ended` waits for all that hold its output, its children too. */
export function runProgram(command: string, args: readonly string[], options: RunOptions): RunningProgram {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
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
