import { citeSource } from "../catalogue/citation.js";
import { regionPath } from "../catalogue/region-path.js";
import type { CaseView, EvidenceView } from "../catalogue/views.js";
import type { RegionView, SourceView } from "../catalogue/vocabulary-views.js";
import { columnsVia, labelColumns, type Columns } from "./csv.js";
import type { ListedEvidence } from "./selections.js";

/** Columns that every table of evidence has. In a list, `;` stands between keys and ` | ` between texts. */

/** Which case and town, and where. */
const caseColumns: Columns<CaseView> = {
  case_slug: ({ slug }) => slug,
  case_kind: ({ kind }) => kind,
  ...labelColumns("case_title", ({ title }) => title),
  category: ({ category }) => category?.key ?? null,
  category_basis: ({ categoryBasis }) => categoryBasis,
  round: ({ round }) => round,
  town_slug: ({ town }) => town.slug,
  town_kind: ({ town }) => town.kind,
  ...labelColumns("town", ({ town }) => town.name),
  province_code: ({ town }) => provinceOf(town.region).code,
  ...labelColumns("province", ({ town }) => provinceOf(town.region).name),
  region_code: ({ town }) => town.region.code,
  ...labelColumns("region", ({ town }) => town.region.name),
};

const nameColumns: Columns<EvidenceView> = {
  evidence_id: ({ id }) => id,
  evidence_anchor: ({ anchor }) => anchor,
  permalink: ({ case: { slug }, anchor }) => `${slug}#${anchor}`,
  evidence_kind: ({ kind }) => kind,
};

/** What it states, and whose claim it is. */
const claimColumns: Columns<EvidenceView> = {
  ...labelColumns("statement", ({ statement }) => statement),
  ...labelColumns("attributed_to", ({ attributedTo }) => attributedTo),
};

const sourceColumns: Columns<SourceView> = {
  source_id: ({ id }) => id,
  source_title: ({ title }) => title,
  source_title_is_ours: ({ titleIsOurs }) => titleIsOurs,
  source_publisher: ({ publisher }) => publisher,
  source_published: ({ published }) => published,
  source_language: ({ language }) => language,
  source_url: ({ url }) => url,
  source_is_repost: ({ isRepost }) => isRepost,
  source_citation: citeSource.GB_T_7714,
};

/** What a row begins with: of which case and which statement it is. */
export const namingColumns: Columns<ListedEvidence> = {
  ...columnsVia(caseColumns, ({ evidence }) => evidence.case),
  ...columnsVia(nameColumns, ({ evidence }) => evidence),
};

export const statementColumns = columnsVia(claimColumns, ({ evidence }: ListedEvidence) => evidence);

/** What a row ends with: where the statement stands, who agrees and who does not. */
export const groundColumns: Columns<ListedEvidence> = {
  ...columnsVia(sourceColumns, ({ evidence }) => evidence.source),
  also_reported_by: ({ evidence }) => evidence.alsoReportedBy.map(citeSource.GB_T_7714).join(" | "),
  conflicts_with: ({ evidence }) => evidence.conflictsWith.map(({ anchor }) => anchor).join(";"),
  ...labelColumns("conflict_note", ({ evidence }) => evidence.conflictNote),
  other_towns: ({ otherTowns }) => otherTowns.map(({ slug }) => slug).join(";"),
};

function provinceOf(region: RegionView): RegionView {
  return regionPath(region).at(-1) ?? region;
}
