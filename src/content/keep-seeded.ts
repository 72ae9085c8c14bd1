import { loadContentOrigin, noteContentOrigin } from "../database/content-origin.js";
import { hasSeededRecords, loadSeededRecords } from "../database/seeded-records.js";
import type { UnitOfWork } from "../database/unit-of-work.js";
import { checkContent } from "./check.js";
import { allRecords } from "./records/all-records.js";
import type { SeedRecord } from "./records/record.js";
import { parseSeedTexts, sentenceOf } from "./seed-files.js";
import { digestOf, readSeedTexts, type SeedTexts } from "./seed-texts.js";
import { seed, seedDifference, type SeedDifference } from "./seed.js";

/** What the start has to say about the seed files. */
export type SeedReport =
  | { readonly kind: "seeded"; readonly records: number }
  | { readonly kind: "same" }
  /** The files say something else than the database; it is left as it is. */
  | { readonly kind: "different"; readonly changed: number; readonly gone: number }
  /** The files cannot be read, and the database has content already. */
  | { readonly kind: "unreadable"; readonly problems: readonly string[] }
  /** The database has generated content, which the files are not compared with. */
  | { readonly kind: "synthetic" };

/** Seed files with mistakes; `message` names each. */
export class SeedFilesError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(["The seed files have mistakes; nothing has been changed.", ...problems].join("\n  "));
    this.name = "SeedFilesError";
  }
}

/**
 * Seeds an empty database; a filled one is only compared with the files, and only where they are not those that it was
 * last filled from or found to equal.
 * @throws {SeedFilesError} when the database is empty and the files have mistakes.
 */
export async function keepSeeded(unitOfWork: UnitOfWork, folder: string): Promise<SeedReport> {
  const texts = readSeedTexts(folder);
  const digest = digestOf(texts);
  const { origin, isEmpty } = await unitOfWork.run(async ({ manager }) => ({
    origin: await loadContentOrigin(manager),
    isEmpty: !(await hasSeededRecords(manager)),
  }));
  if (origin?.kind === "SYNTHETIC") return { kind: "synthetic" };
  if (isEmpty) return { kind: "seeded", records: (await seedFromTexts(unitOfWork, texts)).changed.length };
  if (origin?.digest === digest) return { kind: "same" };
  const { files, problems } = parseSeedTexts(texts);
  if (problems.length > 0) return { kind: "unreadable", problems: problems.map(sentenceOf) };
  return compare(unitOfWork, allRecords(files), digest);
}

/**
 * Brings the database to what the files say.
 * @throws {SeedFilesError} when the files have mistakes; then nothing has changed.
 */
export function seedFromFiles(unitOfWork: UnitOfWork, folder: string): Promise<SeedDifference> {
  return seedFromTexts(unitOfWork, readSeedTexts(folder));
}

async function seedFromTexts(unitOfWork: UnitOfWork, texts: SeedTexts): Promise<SeedDifference> {
  const { files, problems } = parseSeedTexts(texts);
  const mistakes = problems.length > 0 ? problems : checkContent(files);
  if (mistakes.length > 0) throw new SeedFilesError(mistakes.map(sentenceOf));
  return seed(unitOfWork, allRecords(files), digestOf(texts));
}

/** What turns out to be the same need not be compared again. */
function compare(unitOfWork: UnitOfWork, wanted: readonly SeedRecord[], digest: string): Promise<SeedReport> {
  return unitOfWork.run(async ({ manager }) => {
    const { changed, gone } = seedDifference(wanted, await loadSeededRecords(manager));
    if (changed.length + gone.length > 0) {
      return { kind: "different", changed: changed.length, gone: gone.length };
    }
    await noteContentOrigin(manager, { kind: "FILES", digest });
    return { kind: "same" };
  });
}
