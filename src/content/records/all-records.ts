import type { SeedFiles } from "../seed-files.js";
import { caseRecord } from "./case-record.js";
import { programmeRecords } from "./programme-records.js";
import type { SeedRecord } from "./record.js";
import { townRecord } from "./town-record.js";
import { vocabularyRecords } from "./vocabulary-records.js";

/** Everything the seed files say, as records: what others refer to comes first. */
export function allRecords({ lists, cases }: SeedFiles): SeedRecord[] {
  return [
    ...vocabularyRecords(lists),
    ...programmeRecords(lists),
    ...cases.flatMap(({ content: { town } }) => (typeof town === "string" ? [] : [townRecord(town)])),
    ...cases.map(({ content }) => caseRecord(content)),
  ];
}
