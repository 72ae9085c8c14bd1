import type { Reader } from "../database/reader.js";
import type { UnitOfWork } from "../database/unit-of-work.js";
import type { SeedReport } from "./seed-report.js";
import { digestOf, readSeedTexts } from "./seed-texts.js";

/**
 * Seeds an empty database; a filled one is only compared with the files, and only where they are not those that it was
 * last filled from or found to equal. Most starts find that they are, and load nothing that reads or writes content.
 * @throws {SeedFilesError} when the database is empty and the files have mistakes.
 */
export async function keepSeeded(
  { reader, unitOfWork }: { readonly reader: Reader; readonly unitOfWork: UnitOfWork },
  folder: string,
): Promise<SeedReport> {
  const texts = readSeedTexts(folder);
  // A session never reads a replica: one that is behind would look like an empty database.
  const [[origin] = [], seeded = []] = await reader.session((ask) =>
    ask([
      { text: "SELECT kind, digest FROM content_origin" },
      { text: "SELECT id FROM seeded_record LIMIT 1" },
    ]),
  );
  if (origin?.kind === "SYNTHETIC") return { kind: "synthetic" };
  if (seeded.length > 0 && origin?.digest === digestOf(texts)) return { kind: "same" };
  const { compareWithTexts, seedFromTexts } = await import("./seed-from-files.js");
  if (seeded.length > 0) return compareWithTexts(unitOfWork, texts);
  return { kind: "seeded", records: (await seedFromTexts(unitOfWork, texts)).changed.length };
}
