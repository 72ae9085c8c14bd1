import { noteContentOrigin } from "../database/content-origin.js";
import { loadSeededRecords } from "../database/seeded-records.js";
import type { UnitOfWork } from "../database/unit-of-work.js";
import { checkContent } from "./check.js";
import { SeedFilesError } from "./content-errors.js";
import type { SeedReport } from "./seed-report.js";
import { allRecords } from "./records/all-records.js";
import { parseSeedTexts, sentenceOf } from "./seed-files.js";
import { digestOf, readSeedTexts, type SeedTexts } from "./seed-texts.js";
import { seed, seedDifference, type SeedDifference } from "./seed.js";

/**
 * Brings the database to what the files say.
 * @throws {SeedFilesError} when the files have mistakes; then nothing has changed.
 */
export function seedFromFiles(unitOfWork: UnitOfWork, folder: string): Promise<SeedDifference> {
  return seedFromTexts(unitOfWork, readSeedTexts(folder));
}

/** The same of files that have been read. */
export async function seedFromTexts(unitOfWork: UnitOfWork, texts: SeedTexts): Promise<SeedDifference> {
  const { files, problems } = parseSeedTexts(texts);
  const mistakes = problems.length > 0 ? problems : checkContent(files);
  if (mistakes.length > 0) throw new SeedFilesError(mistakes.map(sentenceOf));
  return seed(unitOfWork, allRecords(files), digestOf(texts));
}

/** What a filled database has otherwise than the files. What turns out to be the same need not be compared again. */
export async function compareWithTexts(unitOfWork: UnitOfWork, texts: SeedTexts): Promise<SeedReport> {
  const { files, problems } = parseSeedTexts(texts);
  if (problems.length > 0) return { kind: "unreadable", problems: problems.map(sentenceOf) };
  const wanted = allRecords(files);
  return unitOfWork.run(async ({ manager }) => {
    const { changed, gone } = seedDifference(wanted, await loadSeededRecords(manager));
    if (changed.length + gone.length > 0) {
      return { kind: "different", changed: changed.length, gone: gone.length };
    }
    await noteContentOrigin(manager, { kind: "FILES", digest: digestOf(texts) });
    return { kind: "same" };
  });
}
