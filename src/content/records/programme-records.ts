import { rowsFor } from "../../database/table-rows.js";
import * as rows from "../../database/rows/programme-rows.js";
import type { SeedLists } from "../seed-files.js";
import { columnsOf, rowId, seedRecord, sourceRows, type SeedRecord } from "./record.js";

/** The programme around the cases, as records. */
export function programmeRecords(lists: SeedLists): SeedRecord[] {
  return [
    ...lists["programme/themes.yaml"].map(themeRecord),
    ...lists["programme/mechanisms.yaml"].map(mechanismRecord),
    ...lists["programme/documents.yaml"].map(documentRecord),
    ...lists["programme/events.yaml"].map(eventRecord),
    ...lists["programme/corrections.yaml"].map(correctionRecord),
    ...lists["programme/statistics.yaml"].map(statisticRecord),
    ...lists["programme/praised-provinces.yaml"].map(praisedProvinceRecord),
  ];
}

function themeRecord({ position, name, sources }: SeedLists["programme/themes.yaml"][number]): SeedRecord {
  const id = rowId.theme(position);
  return seedRecord("theme", id, String(position), [
    rowsFor(rows.ThemeRow, [{ id, position, ...columnsOf("name", name) }]),
    rowsFor(rows.ThemeSourceRow, sourceRows({ themeId: id }, sources)),
  ]);
}

function mechanismRecord(
  { key, name, description, sources }: SeedLists["programme/mechanisms.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.mechanism(key);
  const labels = { ...columnsOf("name", name), ...columnsOf("description", description) };
  return seedRecord("mechanism", id, key, [
    rowsFor(rows.MechanismRow, [{ id, key, position, ...labels }]),
    rowsFor(rows.MechanismSourceRow, sourceRows({ mechanismId: id }, sources)),
  ]);
}

function documentRecord(
  document: SeedLists["programme/documents.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.document(document.key);
  const { key, number, issued, published, url, succession } = document;
  const row = {
    ...{ id, key, position, number, issued, published, url, succession },
    replacedById: document.replacedBy === null ? null : rowId.document(document.replacedBy),
    ...columnsOf("title", document.title),
    ...columnsOf("numberNote", document.numberNote),
    ...columnsOf("issuer", document.issuer),
    ...columnsOf("issuedNote", document.issuedNote),
    ...columnsOf("summary", document.summary),
    ...columnsOf("successionNote", document.successionNote),
  };
  const instructions = document.instructions.map((text, place) => ({
    documentId: id,
    position: place,
    ...columnsOf("text", text),
  }));
  return seedRecord("document", id, key, [
    rowsFor(rows.PolicyDocumentRow, [row]),
    rowsFor(rows.PolicyInstructionRow, instructions),
    rowsFor(rows.PolicyDocumentSourceRow, sourceRows({ documentId: id }, document.sources)),
  ]);
}

function eventRecord(
  { key, date, title, detail, note, sources }: SeedLists["programme/events.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.event(key);
  const labels = { ...columnsOf("title", title), ...columnsOf("detail", detail), ...columnsOf("note", note) };
  return seedRecord("event", id, key, [
    rowsFor(rows.ProgrammeEventRow, [{ id, key, position, date, ...labels }]),
    rowsFor(rows.ProgrammeEventSourceRow, sourceRows({ eventId: id }, sources)),
  ]);
}

function correctionRecord(
  statistic: SeedLists["programme/corrections.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.correction(statistic.key);
  const { scope, outcome, note, parts, otherReadings, sources, derivedFigures, ...rest } = statistic;
  const labels = {
    ...columnsOf("scope", scope),
    ...columnsOf("outcome", outcome),
    ...columnsOf("note", note),
  };
  return seedRecord("correction", id, statistic.key, [
    rowsFor(rows.CorrectionStatisticRow, [
      { id, position, ...rest, derivedFigures: derivedFigures.join(","), ...labels },
    ]),
    rowsFor(
      rows.CorrectionPartRow,
      parts.map(({ scope: whose, ...part }, place) => ({
        ...{ statisticId: id, position: place, ...part },
        ...columnsOf("scope", whose),
      })),
    ),
    rowsFor(
      rows.CorrectionReadingRow,
      otherReadings.map((key, place) => ({
        statisticId: id,
        position: place,
        otherId: rowId.correction(key),
      })),
    ),
    rowsFor(rows.CorrectionSourceRow, sourceRows({ statisticId: id }, sources)),
  ]);
}

function statisticRecord(
  { key, scope, figures, asOf, note, sources }: SeedLists["programme/statistics.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.statistic(key);
  const labels = { ...columnsOf("scope", scope), ...columnsOf("note", note) };
  return seedRecord("statistic", id, key, [
    rowsFor(rows.ProgrammeStatisticRow, [{ id, key, position, asOf, ...labels }]),
    rowsFor(
      rows.ProgrammeFigureRow,
      figures.map(({ name, value, qualifier, unit }, place) => ({
        ...{ statisticId: id, position: place, value, qualifier, unitId: rowId.unit(unit) },
        ...columnsOf("name", name),
      })),
    ),
    rowsFor(rows.ProgrammeStatisticSourceRow, sourceRows({ statisticId: id }, sources)),
  ]);
}

function praisedProvinceRecord(
  { region, sources }: SeedLists["programme/praised-provinces.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.praisedProvince(region);
  return seedRecord("praisedProvince", id, region, [
    rowsFor(rows.PraisedProvinceRow, [{ id, position, regionId: rowId.region(region) }]),
    rowsFor(rows.PraisedProvinceSourceRow, sourceRows({ praisedProvinceId: id }, sources)),
  ]);
}
