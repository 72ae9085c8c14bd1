import { OtherContentError } from "../content-errors.js";
import { loadContentOrigin, noteContentOrigin } from "../../database/content-origin.js";
import { hasSeededRecords } from "../../database/seeded-records.js";
import type { UnitOfWork } from "../../database/unit-of-work.js";
import { caseRecord } from "../records/case-record.js";
import { programmeRecords } from "../records/programme-records.js";
import type { SeedRecord } from "../records/record.js";
import { townRecord } from "../records/town-record.js";
import { vocabularyRecords } from "../records/vocabulary-records.js";
import type { SeedLists } from "../seed-files.js";
import { addRecords } from "../seed.js";
import { syntheticCase } from "./case.js";
import { choicesOf, syntheticLists, type SetSize } from "./lists.js";

export interface WriteSetOptions {
  readonly unitOfWork: UnitOfWork;
  readonly size: SetSize;
  /** The real lists, of which the vocabularies are taken. */
  readonly lists: SeedLists;
  /** Told after each transaction how many cases there are. */
  readonly onProgress?: (cases: number) => void;
}

/**
 * Writes a set of generated cases, some hundred a transaction, so that no more than these are in memory. A set that was
 * begun and broken off is completed. Returns the number of records that were written.
 * @throws {OtherContentError} when there is other content; then nothing has changed.
 */
export async function writeSyntheticSet(options: WriteSetOptions): Promise<number> {
  const { unitOfWork, size, onProgress } = options;
  await claim(unitOfWork, size);
  let written = 0;
  for (const { records, cases } of recordsOf(size, options.lists)) {
    written += await addRecords(unitOfWork, records);
    onProgress?.(cases);
  }
  return written;
}

const CASES_A_BATCH = 250;

/** All records of a set in batches, what others refer to first; with the number of cases up to then. */
export function* recordsOf(size: SetSize, real: SeedLists): Generator<RecordBatch> {
  const lists = syntheticLists(real, size);
  const choices = choicesOf(lists);
  yield { records: [...vocabularyRecords(lists), ...programmeRecords(lists)], cases: 0 };
  for (let start = 0; start < size.cases; start += CASES_A_BATCH) {
    const end = Math.min(size.cases, start + CASES_A_BATCH);
    const files = Array.from({ length: end - start }, (_, place) =>
      syntheticCase(size, start + place, choices),
    );
    const towns = files.flatMap(({ town }) => (typeof town === "string" ? [] : [townRecord(town)]));
    yield { records: [...towns, ...files.map(caseRecord)], cases: end };
  }
}

export interface RecordBatch {
  readonly records: readonly SeedRecord[];
  readonly cases: number;
}

/** Notes whose database this is from now on, unless it is somebody else's. */
function claim(unitOfWork: UnitOfWork, { cases, seed }: SetSize): Promise<void> {
  const digest = `cases ${cases}, seed ${seed}`;
  return unitOfWork.run(async ({ manager }) => {
    const origin = await loadContentOrigin(manager);
    if (origin?.kind === "SYNTHETIC" && origin.digest !== digest) {
      throw new OtherContentError(`another synthetic set (${origin.digest ?? "unknown"})`);
    }
    if (origin?.kind !== "SYNTHETIC" && (origin !== null || (await hasSeededRecords(manager)))) {
      throw new OtherContentError("real content");
    }
    await noteContentOrigin(manager, { kind: "SYNTHETIC", digest });
  });
}
