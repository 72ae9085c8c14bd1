import cluster, { type Address, type Worker } from "node:cluster";
import { EventEmitter } from "node:events";

export interface WorkersOptions {
  /** Two or more. */
  readonly count: number;
  /** What a worker's stop may take; a little later the rest is killed. */
  readonly shutdownMs: number;
  readonly log: WorkersLog;
  /** Called once, when the first worker listens. */
  readonly onListening: (origin: string) => void;
}

export interface WorkersLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** A worker that has run for so long was sound: the next one is started without a long pause. */
const STEADY_MS = 60_000;
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 30_000] as const;
const GRACE_MS = 2_000;
const STOP = "stop";

/**
 * Runs this program so many times on one port: the first worker migrates, seeds and indexes, the others come when it
 * listens. A worker that ends is replaced, after growing pauses when it happens again and again. SIGTERM and
 * SIGINT let all of them finish their answers; the exit code is 0 when each ended clean, and 1 when the first
 * worker could not start.
 */
export function runWorkers({ count, shutdownMs, log, onListening }: WorkersOptions): void {
  const startedAt = new Map<number, number>();
  let hasListened = false;
  let isStopping = false;
  let exitCode = 0;
  let earlyEnds = 0;

  const fork = (): void => {
    if (!isStopping) startedAt.set(cluster.fork().id, performance.now());
  };
  const endWithTheLast = (): void => {
    if (workers().length === 0) process.exit(exitCode);
  };
  const stopAll = (): void => {
    isStopping = true;
    for (const worker of workers()) if (worker.isConnected()) worker.send(STOP);
    endWithTheLast();
    setTimeout(killAll, shutdownMs + GRACE_MS).unref();
  };
  const pauseAfter = (worker: Worker): number => {
    const livedMs = performance.now() - (startedAt.get(worker.id) ?? 0);
    startedAt.delete(worker.id);
    earlyEnds = livedMs < STEADY_MS ? earlyEnds + 1 : 0;
    return Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** earlyEnds);
  };

  cluster.on("listening", (worker, address) => {
    log.info({ worker: worker.id, pid: worker.process.pid }, "a worker listens");
    if (hasListened) return;
    hasListened = true;
    onListening(originOf(address));
    for (let further = 1; further < count; further++) fork();
  });
  cluster.on("exit", (worker, code, signal) => {
    if (isStopping || !hasListened) {
      if (code !== 0) exitCode = 1;
      endWithTheLast();
      return;
    }
    const pauseMs = pauseAfter(worker);
    log.warn({ worker: worker.id, code, signal, pauseMs }, "a worker has ended and will be replaced");
    setTimeout(fork, pauseMs);
  });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      if (isStopping) {
        log.error({ signal }, "a second signal: ending at once");
        killAll();
        process.exit(1);
      }
      log.info({ signal }, "stopping");
      stopAll();
    });
  }
  fork();
}

/**
 * What tells a worker to stop, as the signals of a process of its own would. A terminal or a service manager signals
 * the whole group and so each worker twice: only the first counts. Before anybody listens, it ends the worker.
 */
export function workerSignals(): EventEmitter {
  const signals = new EventEmitter();
  let isStopped = false;
  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    if (!signals.emit("SIGTERM", "SIGTERM")) process.exit(0);
  };
  process.on("message", (message) => {
    if (message === STOP) stop();
  });
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return signals;
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);

function killAll(): void {
  for (const worker of workers()) worker.process.kill("SIGKILL");
}

function originOf({ address, addressType, port }: Address): string {
  return `http://${addressType === 6 ? `[${address}]` : address}:${port}`;
}
