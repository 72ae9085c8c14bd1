import { publicId, type NodeType } from "../ids.js";
import type { Row } from "../database/reader.js";
import {
  flagOf,
  rowsBy,
  rowsInOrderOf,
  labelOf,
  numberOf,
  optionalLabel,
  optionalNumber,
  optionalText,
  optionalWord,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { found } from "./found.js";
import type { Growing } from "./growing.js";
import type {
  CorrectionStatisticView,
  PolicyDocumentView,
  ProgrammeView,
  ProvincePraiseView,
  RegionView,
  SourceView,
  ThemeView,
  UnitView,
} from "./vocabulary-views.js";

export const programmeQueries = {
  themes: "SELECT * FROM theme ORDER BY position",
  themeSources: "SELECT * FROM theme_source ORDER BY theme_id, position",
  mechanisms: "SELECT * FROM mechanism ORDER BY position",
  mechanismSources: "SELECT * FROM mechanism_source ORDER BY mechanism_id, position",
  documents: "SELECT * FROM policy_document ORDER BY position",
  instructions: "SELECT * FROM policy_instruction ORDER BY document_id, position",
  documentSources: "SELECT * FROM policy_document_source ORDER BY document_id, position",
  events: "SELECT * FROM programme_event ORDER BY position",
  eventSources: "SELECT * FROM programme_event_source ORDER BY event_id, position",
  corrections: "SELECT * FROM correction_statistic ORDER BY position",
  correctionParts: "SELECT * FROM correction_part ORDER BY statistic_id, position",
  correctionReadings: "SELECT * FROM correction_reading ORDER BY statistic_id, position",
  correctionSources: "SELECT * FROM correction_source ORDER BY statistic_id, position",
  statistics: "SELECT * FROM programme_statistic ORDER BY position",
  figures: "SELECT * FROM programme_figure ORDER BY statistic_id, position",
  statisticSources: "SELECT * FROM programme_statistic_source ORDER BY statistic_id, position",
  praisedProvinces: "SELECT * FROM praised_province ORDER BY position",
  praisedProvinceSources: "SELECT * FROM praised_province_source ORDER BY praised_province_id, position",
} as const;

type ProgrammeRows = Readonly<Record<keyof typeof programmeQueries, readonly Row[]>>;

interface Shared {
  readonly sources: ReadonlyMap<string, SourceView>;
  readonly units: ReadonlyMap<string, UnitView>;
  readonly regions: ReadonlyMap<string, RegionView>;
}

/** Documents and events oldest first; the rest in the order of their files. */
export function programmeOf(rows: ProgrammeRows, shared: Shared) {
  const documents = documentsOf(rows, shared);
  const corrections = correctionsOf(rows, shared);
  const themes = themesOf(rows, shared);
  const praise = praiseOf(rows, shared);
  const mechanismSources = sourcesBy(rows.mechanismSources, "mechanism_id", shared);
  const eventSources = sourcesBy(rows.eventSources, "event_id", shared);
  const statisticSources = sourcesBy(rows.statisticSources, "statistic_id", shared);
  const figures = rowsBy(rows.figures, "statistic_id");
  const programme: ProgrammeView = {
    mechanisms: rows.mechanisms.map((row) => ({
      ...identity("Mechanism", row),
      name: labelOf(row, "name"),
      description: labelOf(row, "description"),
      sources: mechanismSources(row),
    })),
    documents: [...documents.values()],
    events: rowsInOrderOf(rows.events, "date").map((row) => ({
      ...identity("ProgrammeEvent", row),
      date: textOf(row, "date"),
      title: labelOf(row, "title"),
      detail: labelOf(row, "detail"),
      note: optionalLabel(row, "note"),
      sources: eventSources(row),
    })),
    correctionStatistics: [...corrections.values()],
    statistics: rows.statistics.map((row) => ({
      ...identity("ProgrammeStatistic", row),
      scope: labelOf(row, "scope"),
      figures: (figures.get(textOf(row, "id")) ?? []).map((figure) => ({
        name: labelOf(figure, "name"),
        value: numberOf(figure, "value"),
        qualifier: wordOf(figure, "qualifier"),
        unit: found(shared.units, textOf(figure, "unit_id")),
      })),
      asOf: textOf(row, "as_of"),
      note: optionalLabel(row, "note"),
      sources: statisticSources(row),
    })),
    themes: [...themes.values()],
    praisedProvinces: praise.map(({ region }) => region),
    praise,
  };
  return { programme, documents, themes, corrections };
}

function themesOf(rows: ProgrammeRows, shared: Shared): ReadonlyMap<string, ThemeView> {
  const sources = sourcesBy(rows.themeSources, "theme_id", shared);
  return new Map(
    rows.themes.map((row) => [
      textOf(row, "id"),
      { position: numberOf(row, "position"), name: labelOf(row, "name"), sources: sources(row) },
    ]),
  );
}

function praiseOf(rows: ProgrammeRows, shared: Shared): ProvincePraiseView[] {
  const sources = sourcesBy(rows.praisedProvinceSources, "praised_province_id", shared);
  return rows.praisedProvinces.map((row) => ({
    region: found(shared.regions, textOf(row, "region_id")),
    sources: sources(row),
  }));
}

function documentsOf(rows: ProgrammeRows, shared: Shared): ReadonlyMap<string, PolicyDocumentView> {
  const sources = sourcesBy(rows.documentSources, "document_id", shared);
  const instructions = rowsBy(rows.instructions, "document_id");
  const documents = new Map<string, Growing<PolicyDocumentView>>(
    rowsInOrderOf(rows.documents, "issued").map((row) => [
      textOf(row, "id"),
      {
        ...identity("PolicyDocument", row),
        title: labelOf(row, "title"),
        number: optionalText(row, "number"),
        numberNote: optionalLabel(row, "number_note"),
        issuer: labelOf(row, "issuer"),
        issued: textOf(row, "issued"),
        issuedNote: optionalLabel(row, "issued_note"),
        published: optionalText(row, "published"),
        summary: labelOf(row, "summary"),
        url: optionalText(row, "url"),
        replacedBy: null,
        succession: optionalWord(row, "succession"),
        successionNote: optionalLabel(row, "succession_note"),
        instructions: (instructions.get(textOf(row, "id")) ?? []).map((one) => labelOf(one, "text")),
        sources: sources(row),
      },
    ]),
  );
  for (const row of rows.documents) {
    const successor = optionalText(row, "replaced_by_id");
    if (successor !== null) found(documents, textOf(row, "id")).replacedBy = found(documents, successor);
  }
  return documents;
}

function correctionsOf(rows: ProgrammeRows, shared: Shared): ReadonlyMap<string, CorrectionStatisticView> {
  const sources = sourcesBy(rows.correctionSources, "statistic_id", shared);
  const parts = rowsBy(rows.correctionParts, "statistic_id");
  const statistics = new Map<
    string,
    CorrectionStatisticView & { readonly otherReadings: CorrectionStatisticView[] }
  >(
    rows.corrections.map((row) => [
      textOf(row, "id"),
      {
        ...identity("CorrectionStatistic", row),
        scope: labelOf(row, "scope"),
        listed: optionalNumber(row, "listed"),
        renamed: optionalNumber(row, "renamed"),
        eliminatedOrRectified: optionalNumber(row, "eliminated_or_rectified"),
        retained: optionalNumber(row, "retained"),
        qualifier: wordOf(row, "qualifier"),
        derivedFigures: textOf(row, "derived_figures")
          .split(",")
          .filter((field) => field !== ""),
        parts: (parts.get(textOf(row, "id")) ?? []).map((part) => ({
          scope: labelOf(part, "scope"),
          eliminatedOrRectified: numberOf(part, "eliminated_or_rectified"),
          retained: optionalNumber(part, "retained"),
          isOnGovernmentList: flagOf(part, "is_on_government_list"),
        })),
        outcome: optionalLabel(row, "outcome"),
        asOf: textOf(row, "as_of"),
        asOfBasis: wordOf(row, "as_of_basis"),
        note: optionalLabel(row, "note"),
        otherReadings: [],
        sources: sources(row),
      },
    ]),
  );
  for (const row of rows.correctionReadings) {
    const statistic = found(statistics, textOf(row, "statistic_id"));
    statistic.otherReadings.push(found(statistics, textOf(row, "other_id")));
  }
  return statistics;
}

function identity<Type extends NodeType>(
  type: Type,
  row: Row,
): { readonly __typename: Type; readonly id: string } {
  return { __typename: type, id: publicId(type, textOf(row, "id")) };
}

/** Row → the sources that a link table gives it. */
function sourcesBy(links: readonly Row[], owner: string, { sources }: Shared): (row: Row) => SourceView[] {
  const byOwner = rowsBy(links, owner);
  return (row) =>
    (byOwner.get(textOf(row, "id")) ?? []).map((link) => found(sources, textOf(link, "source_id")));
}
