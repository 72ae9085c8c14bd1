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
import type { TownStatusView, TownView } from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

type Parameters = readonly (string | null)[];

/** Three statements for the towns that a subselect names by row id. */
export function townQueries(wanted: string, parameters: Parameters): Query[] {
  return [
    { text: `SELECT * FROM town WHERE id IN (${wanted})`, parameters },
    { text: `SELECT * FROM town_status WHERE town_id IN (${wanted}) ORDER BY town_id, position`, parameters },
    {
      text: `
        SELECT 'industry' AS kind, town_id, NULL AS owner, position, industry_id AS target,
               NULL AS name_zh, NULL AS name_en, NULL AS until
        FROM town_industry WHERE town_id IN (${wanted})
        UNION ALL
        SELECT 'formerName', town_id, NULL, position, source_id, name_zh, name_en, until
        FROM town_former_name WHERE town_id IN (${wanted})
        UNION ALL
        SELECT 'statusSource', town_id, CAST(status_position AS TEXT), position, source_id, NULL, NULL, NULL
        FROM town_status_source WHERE town_id IN (${wanted})
        ORDER BY town_id, kind, owner, position`,
      parameters: [...parameters, ...parameters, ...parameters],
    },
  ];
}

/** The answers to `townQueries`, as views by row id. */
export function townViewsOf(
  [towns = [], statuses = [], links = []]: readonly (readonly Row[])[],
  vocabulary: VocabularyIndex,
): ReadonlyMap<string, TownView> {
  const statusesOf = rowsBy(statuses, "town_id");
  const linksOf = rowsBy(links, "town_id");
  return new Map(
    towns.map((row) => {
      const id = textOf(row, "id");
      return [id, townViewOf(row, statusesOf.get(id) ?? [], linksOf.get(id) ?? [], vocabulary)] as const;
    }),
  );
}

function townViewOf(
  row: Row,
  statuses: readonly Row[],
  links: readonly Row[],
  vocabulary: VocabularyIndex,
): TownView {
  const linked = (kind: string): readonly Row[] => links.filter((link) => link.kind === kind);
  const statusSources = rowsBy(linked("statusSource"), "owner");
  const statusHistory = statuses.map((status) =>
    statusOf(status, statusSources.get(textOf(status, "position")) ?? [], vocabulary),
  );
  return {
    __typename: "Town",
    id: publicId("Town", textOf(row, "id")),
    slug: textOf(row, "slug"),
    kind: wordOf(row, "kind"),
    name: labelOf(row, "name"),
    formerNames: linked("formerName").map((link) => ({
      name: labelOf(link, "name"),
      until: optionalText(link, "until"),
      source: found(vocabulary.sources, textOf(link, "target")),
    })),
    region: found(vocabulary.regions, textOf(row, "region_id")),
    location:
      row.latitude === null
        ? null
        : {
            latitude: numberOf(row, "latitude"),
            longitude: numberOf(row, "longitude"),
            basis: labelOf(row, "location_basis"),
          },
    industries: linked("industry").map((link) => found(vocabulary.industries, textOf(link, "target"))),
    statusHistory,
    currentStatus: latestDated(statusHistory),
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
    sources: sources.map((link) => found(vocabulary.sources, textOf(link, "target"))),
  };
}

/** The one with the latest date; of several on one date, the last of the file. */
function latestDated(history: readonly TownStatusView[]): TownStatusView | null {
  return history.reduce<TownStatusView | null>(
    (latest, status) => (status.date !== null && status.date >= (latest?.date ?? "") ? status : latest),
    null,
  );
}
