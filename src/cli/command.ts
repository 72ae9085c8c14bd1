import { ConfigError } from "../config.js";
import { OtherContentError, SeedFilesError, SyntheticContentError } from "../content/content-errors.js";
import { BackupError } from "../database/sqlite/backup-error.js";
import { AppError } from "../errors.js";
import { failureOf, ForeignIndex } from "../search/meilisearch/server-failure.js";

/** Runs a command: says how long it took, and turns a failure into one clear message and exit code 1. */
export async function runCommand(name: string, work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  try {
    const said = await work();
    console.log(`${name}: ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}: ${messageOf(error)}`);
  }
}

/** What a person can act on; the stack only of what nobody expected. */
export function messageOf(error: unknown): string {
  const isExplained = explained.some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return String(error);
  // What wraps it says less.
  const failure = failureOf(error);
  if (failure) return failure.message;
  if (error instanceof AppError && error.cause instanceof Error)
    return `${error.message} (${error.cause.message})`;
  return isExplained ? error.message : (error.stack ?? error.message);
}

/** A failure that its message explains. */
export class ExpectedFailure extends Error {}

const explained = [
  ConfigError,
  SeedFilesError,
  SyntheticContentError,
  OtherContentError,
  BackupError,
  ExpectedFailure,
  ForeignIndex,
];
