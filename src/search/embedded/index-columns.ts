import { createHash } from "node:crypto";
import { tokenizerVersion } from "../../text/tokens.js";
import { locales, sectionKinds, type Locale, type SectionKind } from "../../terms.js";
import { isInScope, passagesVersion } from "../passages.js";
import { searchFields, type SearchField, type SearchScope } from "../query-plan.js";

/** A column of the FTS5 table: one field, in one language, in one kind of section. */
export interface IndexColumn {
  readonly name: string;
  readonly field: SearchField;
  readonly section: SectionKind | null;
  readonly locale: Locale;
  /** How much a hit in it counts, for bm25. */
  readonly weight: number;
}

const weights: { readonly [Field in SearchField]: number } = {
  TITLE: 10,
  TOWN: 8,
  SUMMARY: 4,
  TAG: 3,
  NARRATIVE: 1,
  EVIDENCE: 1,
};

const sectionsOf = (field: SearchField): readonly (SectionKind | null)[] =>
  field === "NARRATIVE" ? sectionKinds : field === "EVIDENCE" ? [...sectionKinds, null] : [null];

export const indexColumns: readonly IndexColumn[] = searchFields.flatMap((field) =>
  sectionsOf(field).flatMap((section) =>
    locales.map((locale) => ({
      name: columnName(field, section, locale),
      field,
      section,
      locale,
      weight: weights[field],
    })),
  ),
);

/** `narrative_practice_zh`, `title_en`. */
export function columnName(field: SearchField, section: SectionKind | null, locale: Locale): string {
  return [field, section, locale]
    .filter((part) => part !== null)
    .join("_")
    .toLowerCase();
}

/** Names of the columns that a search of this scope looks in. */
export function columnsInScope(scope: SearchScope): string[] {
  return indexColumns.filter((column) => isInScope(column, scope)).map(({ name }) => name);
}

/** Of those, the ones that name the case or its town: a hit there comes first. */
export function nameColumnsInScope(scope: SearchScope): string[] {
  return indexColumns
    .filter((column) => column.field === "TITLE" || column.field === "TOWN")
    .filter((column) => isInScope(column, scope))
    .map(({ name }) => name);
}

/** Raise it when the tables change otherwise than in their columns. */
const TABLES_VERSION = 2;

/** What a file must be made of to be of use to this program. */
export const indexFormat = [
  `tables ${TABLES_VERSION}`,
  `tokens ${tokenizerVersion}`,
  `passages ${passagesVersion}`,
  `Unicode ${process.versions.unicode ?? "none"}`,
  `columns ${createHash("sha256")
    .update(indexColumns.map(({ name }) => name).join())
    .digest("hex")
    .slice(0, 8)}`,
].join(", ");
