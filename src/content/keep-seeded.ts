import { loadSeededRecords } from "../database/seeded-records.js";
import type { UnitOfWork } from "../database/unit-of-work.js";
import { checkContent } from "./check.js";
import { allRecords } from "./records/all-records.js";
import { readSeedFiles, sentenceOf } from "./seed-files.js";
import { seed, seedDifference, type SeedDifference } from "./seed.js";

/** What the start has to say about the seed files. */
export type SeedReport =
  | { readonly kind: "seeded"; readonly records: number }
  | { readonly kind: "same" }
  /** The files say something else than the database; it is left as it is. */
  | { readonly kind: "different"; readonly changed: number; readonly gone: number }
  /** The files cannot be read, and the database has content already. */
  | { readonly kind: "unreadable"; readonly problems: readonly string[] };

/** Seed files with mistakes; `message` names each. */
export class SeedFilesError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(["The seed files have mistakes; nothing has been changed.", ...problems].join("\n  "));
    this.name = "SeedFilesError";
  }
}

/**
 * Seeds an empty database; a filled one is only compared with the files.
 * @throws {SeedFilesError} when the database is empty and the files have mistakes.
 */
export async function keepSeeded(unitOfWork: UnitOfWork, folder: string): Promise<SeedReport> {
  const stored = await unitOfWork.run(({ manager }) => loadSeededRecords(manager));
  if (stored.size === 0) {
    const { changed } = await seedFromFiles(unitOfWork, folder);
    return { kind: "seeded", records: changed.length };
  }
  const { files, problems } = readSeedFiles(folder);
  if (problems.length > 0) return { kind: "unreadable", problems: problems.map(sentenceOf) };
  const { changed, gone } = seedDifference(allRecords(files), stored);
  return changed.length + gone.length === 0
    ? { kind: "same" }
    : { kind: "different", changed: changed.length, gone: gone.length };
}

/**
 * Brings the database to what the files say.
 * @throws {SeedFilesError} when the files have mistakes; then nothing has changed.
 */
export async function seedFromFiles(unitOfWork: UnitOfWork, folder: string): Promise<SeedDifference> {
  const { files, problems } = readSeedFiles(folder);
  const mistakes = problems.length > 0 ? problems : checkContent(files);
  if (mistakes.length > 0) throw new SeedFilesError(mistakes.map(sentenceOf));
  return seed(unitOfWork, allRecords(files));
}
