import type { EventEmitter } from "node:events";

/** Something to close, in the order in which the list has it. */
export interface ClosingStep {
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

export interface Shutdown {
  /** First what lets requests in (`app.close` drains them), last what the others need. */
  readonly steps: readonly ClosingStep[];
  /** For all steps together. */
  readonly withinMs: number;
  readonly log: ShutdownLog;
  /** The process, unless a test says otherwise. */
  readonly signals?: EventEmitter;
  readonly exit?: (code: number) => void;
}

export interface ShutdownLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** One Ctrl-C may come twice: from the terminal, and from npm or a watcher that passes it on. */
const ECHO_MS = 250;

/**
 * Closes everything in order at the first SIGTERM or SIGINT, then ends the process: 0 when all is closed,
 * 1 when a step failed, when the time was up or when a second signal came, which ends it at once.
 */
export function closeOnSignals({ signals = process, exit = endProcess, ...shutdown }: Shutdown): void {
  let closingSince: number | null = null;
  for (const signal of ["SIGTERM", "SIGINT"]) {
    signals.on(signal, () => {
      if (closingSince !== null) {
        if (performance.now() - closingSince < ECHO_MS) return;
        shutdown.log.error({ signal }, "a second signal: ending at once");
        exit(1);
        return;
      }
      closingSince = performance.now();
      shutdown.log.info({ signal }, "stopping");
      void closeInOrder(shutdown).then((isClean) => {
        exit(isClean ? 0 : 1);
      });
    });
  }
}

function endProcess(code: number): void {
  process.exit(code);
}

/** Whether every step was closed, in time. A step that fails does not keep the next from closing. */
async function closeInOrder({ steps, withinMs, log }: Omit<Shutdown, "signals" | "exit">): Promise<boolean> {
  const until = performance.now() + withinMs;
  let isClean = true;
  for (const { name, close } of steps) {
    try {
      await beforeDeadline(close(), until - performance.now());
    } catch (error) {
      isClean = false;
      log.error({ err: error, step: name }, "a step of the stop failed");
      if (performance.now() >= until) break;
    }
  }
  log.info({ isClean }, "stopped");
  return isClean;
}

async function beforeDeadline(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error("The time for the stop is up."));
    }, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
