import { bundledRows, type TownTable } from "../database/bundle.js";
import type { Query, Row } from "../database/reader.js";
import {
  flagOf,
  rowsBy,
  labelOf,
  numberOf,
  optionalLabel,
  optionalNumber,
  optionalText,
  textOf,
  wordOf,
} from "../database/row-values.js";
import { publicId } from "../ids.js";
import { found } from "./found.js";
import type { LocationView, TownStatusView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

type Parameters = readonly (string | null)[];

/** The bundles of the towns of these row ids: a list or a subselect, in brackets. */
export function townQuery(wanted: string, parameters: Parameters): Query {
  return { text: `SELECT whole FROM town_bundle WHERE town_id IN ${wanted}`, parameters };
}

/** The answer to `townQuery`, as views by row id. */
export function townViewsOf(
  bundles: readonly Row[],
  vocabulary: VocabularyIndex,
): ReadonlyMap<string, TownView> {
  return new Map(
    bundles.map((bundle) => {
      const rows = bundledRows<TownTable>(bundle);
      const [record] = rows.town ?? [];
      if (record === undefined) throw new Error("A bundle has no town");
      return [textOf(record, "id"), townViewOf(record, rows, vocabulary)] as const;
    }),
  );
}

function townViewOf(
  record: Row,
  rows: Readonly<Partial<Record<TownTable, readonly Row[]>>>,
  vocabulary: VocabularyIndex,
): TownView {
  const statusSources = rowsBy(rows.town_status_source ?? [], "status_position");
  const statusHistory = (rows.town_status ?? []).map((status) =>
    statusOf(status, statusSources.get(textOf(status, "position")) ?? [], vocabulary),
  );
  return {
    __typename: "Town",
    id: publicId("Town", textOf(record, "id")),
    slug: textOf(record, "slug"),
    kind: wordOf(record, "kind"),
    name: labelOf(record, "name"),
    formerNames: (rows.town_former_name ?? []).map((row) => ({
      name: labelOf(row, "name"),
      until: optionalText(row, "until"),
      source: found(vocabulary.sources, textOf(row, "source_id")),
    })),
    region: found(vocabulary.regions, textOf(record, "region_id")),
    location: locationOf(record),
    industries: (rows.town_industry ?? []).map((row) =>
      found(vocabulary.industries, textOf(row, "industry_id")),
    ),
    statusHistory,
    currentStatus: latestDated(statusHistory),
  };
}

function locationOf(record: Row): LocationView | null {
  if (optionalNumber(record, "latitude") === null) return null;
  return {
    latitude: numberOf(record, "latitude"),
    longitude: numberOf(record, "longitude"),
    basis: labelOf(record, "location_basis"),
  };
}

function statusOf(row: Row, sources: readonly Row[], vocabulary: VocabularyIndex): TownStatusView {
  return {
    kind: wordOf(row, "kind"),
    date: optionalText(row, "date"),
    round: optionalNumber(row, "round"),
    authority: optionalLabel(row, "authority"),
    list: optionalLabel(row, "list"),
    note: optionalLabel(row, "note"),
    isDisputed: flagOf(row, "is_disputed"),
    sources: sources.map((row) => found(vocabulary.sources, textOf(row, "source_id"))),
  };
}

/** The one with the latest date; of several on one date, the last of the file. */
function latestDated(history: readonly TownStatusView[]): TownStatusView | null {
  return history.reduce<TownStatusView | null>(
    (latest, status) => (status.date !== null && status.date >= (latest?.date ?? "") ? status : latest),
    null,
  );
}
