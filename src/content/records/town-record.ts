import { rowsFor } from "../../database/table-rows.js";
import * as rows from "../../database/rows/town-rows.js";
import type { TownFile } from "../case-file.js";
import { columnsOf, rowId, seedRecord, type SeedRecord } from "./record.js";

/** A town as its case file describes it. */
export function townRecord(town: TownFile): SeedRecord {
  const townId = rowId.town(town.slug);
  const row = {
    ...{ id: townId, slug: town.slug, kind: town.kind, regionId: rowId.region(town.region) },
    ...columnsOf("name", town.name),
    latitude: town.location?.latitude ?? null,
    longitude: town.location?.longitude ?? null,
    ...columnsOf("locationBasis", town.location?.basis ?? null),
  };
  const formerNames = town.formerNames.map(({ name, until, source }, position) => ({
    ...{ townId, position, until, sourceId: rowId.source(source) },
    ...columnsOf("name", name),
  }));
  const industries = town.industries.map((key, position) => ({
    townId,
    position,
    industryId: rowId.industry(key),
  }));
  const statuses = town.statusHistory.map(
    ({ kind, date, round, authority, list, note, isDisputed }, position) => ({
      ...{ townId, position, kind, date, round, isDisputed },
      ...columnsOf("authority", authority),
      ...columnsOf("list", list),
      ...columnsOf("note", note),
    }),
  );
  const statusSources = town.statusHistory.flatMap(({ sources }, statusPosition) =>
    sources.map((key, position) => ({ townId, statusPosition, position, sourceId: rowId.source(key) })),
  );
  return seedRecord("town", townId, town.slug, [
    rowsFor(rows.TownRow, [row]),
    rowsFor(rows.TownFormerNameRow, formerNames),
    rowsFor(rows.TownIndustryRow, industries),
    rowsFor(rows.TownStatusRow, statuses),
    rowsFor(rows.TownStatusSourceRow, statusSources),
  ]);
}
