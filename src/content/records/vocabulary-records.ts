import { rowsFor } from "../../database/table-rows.js";
import {
  CategoryRow,
  CategoryWordingRow,
  GlossaryTermRow,
  GlossaryWordingRow,
  IndustryRow,
  MeasureRow,
  PracticeConditionRow,
  PracticeRow,
  ProblemRow,
  RegionRow,
  SourceRow,
  TagRow,
  UnitRow,
} from "../../database/rows/vocabulary-rows.js";
import type { SeedLists } from "../seed-files.js";
import { columnsOf, rowId, seedRecord, type SeedRecord } from "./record.js";

/** The vocabularies and the list of sources, as records. */
export function vocabularyRecords(lists: SeedLists): SeedRecord[] {
  return [
    ...lists["sources.yaml"].map(sourceRecord),
    ...lists["vocabulary/units.yaml"].map(unitRecord),
    ...lists["vocabulary/measures.yaml"].map(measureRecord),
    ...lists["vocabulary/categories.yaml"].map(categoryRecord),
    ...lists["vocabulary/regions.yaml"].map(regionRecord),
    ...lists["vocabulary/industries.yaml"].map((item, position) => {
      const row = { ...namedRow(rowId.industry, item, position), isTraditional: item.isTraditional };
      return seedRecord("industry", row.id, item.key, [rowsFor(IndustryRow, [row])]);
    }),
    ...lists["vocabulary/tags.yaml"].map((item, position) => {
      const row = namedRow(rowId.tag, item, position);
      return seedRecord("tag", row.id, item.key, [rowsFor(TagRow, [row])]);
    }),
    ...lists["vocabulary/problems.yaml"].map((item, position) => {
      const row = namedRow(rowId.problem, item, position);
      return seedRecord("problem", row.id, item.key, [rowsFor(ProblemRow, [row])]);
    }),
    ...lists["vocabulary/practices.yaml"].map(practiceRecord),
    ...lists["glossary.yaml"].map(glossaryRecord),
  ];
}

function namedRow(idOf: (key: string) => string, { key, name }: NamedKey, position: number) {
  return { id: idOf(key), key, position, ...columnsOf("name", name) };
}

type NamedKey = SeedLists["vocabulary/tags.yaml"][number];

function sourceRecord(source: SeedLists["sources.yaml"][number]): SeedRecord {
  const id = rowId.source(source.key);
  const { note, ...rest } = source;
  return seedRecord("source", id, source.key, [
    rowsFor(SourceRow, [{ id, ...rest, ...columnsOf("note", note) }]),
  ]);
}

function unitRecord({ code, name }: SeedLists["vocabulary/units.yaml"][number]): SeedRecord {
  const id = rowId.unit(code);
  return seedRecord("unit", id, code, [rowsFor(UnitRow, [{ id, code, ...columnsOf("name", name) }])]);
}

function measureRecord(
  { key, unit, name }: SeedLists["vocabulary/measures.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.measure(key);
  const row = { id, key, unitId: rowId.unit(unit), position, ...columnsOf("name", name) };
  return seedRecord("measure", id, key, [rowsFor(MeasureRow, [row])]);
}

function categoryRecord(category: SeedLists["vocabulary/categories.yaml"][number]): SeedRecord {
  const id = rowId.category(category.key);
  const { key, position } = category;
  const labels = { ...columnsOf("name", category.name), ...columnsOf("definition", category.definition) };
  const wordings = category.namesAsPublished.map(({ text, language, source }, place) => ({
    categoryId: id,
    position: place,
    text,
    language,
    sourceId: rowId.source(source),
  }));
  return seedRecord("category", id, key, [
    rowsFor(CategoryRow, [{ id, key, position, ...labels }]),
    rowsFor(CategoryWordingRow, wordings),
  ]);
}

function regionRecord(
  { key, level, code, parent, name }: SeedLists["vocabulary/regions.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.region(key);
  const parentId = parent === null ? null : rowId.region(parent);
  return seedRecord("region", id, key, [
    rowsFor(RegionRow, [{ id, key, code, level, parentId, position, ...columnsOf("name", name) }]),
  ]);
}

function practiceRecord(
  { slug, name, description, conditions }: SeedLists["vocabulary/practices.yaml"][number],
  position: number,
): SeedRecord {
  const id = rowId.practice(slug);
  const labels = { ...columnsOf("name", name), ...columnsOf("description", description) };
  return seedRecord("practice", id, slug, [
    rowsFor(PracticeRow, [{ id, slug, position, ...labels }]),
    rowsFor(
      PracticeConditionRow,
      conditions.map((text, place) => ({ practiceId: id, position: place, ...columnsOf("text", text) })),
    ),
  ]);
}

/** Named by its usual Chinese wording. */
function glossaryRecord({ zh, en, note }: SeedLists["glossary.yaml"][number], position: number): SeedRecord {
  const name = zh[0] ?? "";
  const id = rowId.glossaryTerm(name);
  const wordings = [
    ...zh.map((text, place) => ({ termId: id, locale: "ZH", position: place, text })),
    ...en.map((text, place) => ({ termId: id, locale: "EN", position: place, text })),
  ];
  return seedRecord("glossaryTerm", id, name, [
    rowsFor(GlossaryTermRow, [{ id, position, ...columnsOf("note", note) }]),
    rowsFor(GlossaryWordingRow, wordings),
  ]);
}
