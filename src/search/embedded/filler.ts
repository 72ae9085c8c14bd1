import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { DatabaseConfig } from "../../config-database.js";
import { builtFolder } from "../../project-folders.js";
import type { FillTask } from "./fill-worker.js";

/** Work on an index file that takes too long for the thread that answers requests. */
export interface Filler {
  /** Fills a new generation from the database; resolves with the content revision that it then has. */
  fill(file: string, generation: string): Promise<number>;
  /** Drops all generations but the running one. */
  clear(file: string): Promise<void>;
  /** Ends what is under way, which fails; the next one begins anew. */
  stop(): Promise<void>;
}

/**
 * Does it in threads of their own; one that ends early is an error, and has left the running generation as it was.
 * `entry`: what a thread starts with. Null where there is nothing: a program that runs from its sources has no file that
 * Node could start.
 */
export function createFiller(
  database: DatabaseConfig,
  entry: string | URL | null = compiledEntry,
): Filler | null {
  if (entry === null) return null;
  const running = new Set<Worker>();

  const run = (task: FillTask): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(entry, { workerData: task, resourceLimits });
      running.add(worker);
      worker.once("message", resolve);
      worker.once("error", (error) => {
        reject(asError(error));
      });
      worker.once("exit", (code) => {
        running.delete(worker);
        reject(new Error(`The thread that fills the search index has ended (${code}).`));
      });
    });
  return {
    async fill(file, generation) {
      const revision = await run({ kind: "fill", file, generation, database });
      if (revision === null)
        throw new Error("The thread that fills the search index has not told its revision.");
      return revision;
    },
    clear: async (file) => void (await run({ kind: "clear", file })),
    stop: async () => void (await Promise.all(Array.from(running, (worker) => worker.terminate()))),
  };
}

/** A thread's heap of its own would else grow to what the machine has. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** Between threads an error of a class of its own becomes a plain object. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const message: unknown = typeof thrown === "object" && thrown !== null && Reflect.get(thrown, "message");
  return new Error(typeof message === "string" ? message : "no reason was given", { cause: thrown });
}

const compiledEntry = builtFolder && join(builtFolder, "search/embedded/fill-worker.js");
