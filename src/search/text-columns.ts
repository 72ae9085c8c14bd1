import { locales, sectionKinds, type Locale, type SectionKind } from "../terms.js";
import { isInScope } from "./passages.js";
import { searchFields, type SearchField, type SearchScope } from "./query-plan.js";

/** Where an index keeps texts apart: one field, in one language, in one kind of section. */
export interface TextColumn {
  readonly name: string;
  readonly field: SearchField;
  readonly section: SectionKind | null;
  readonly locale: Locale;
  /** How much a hit in it counts. */
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

export const textColumns: readonly TextColumn[] = searchFields.flatMap((field) =>
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

/** Names of the columns that name a case or its town. */
export const nameColumns: readonly string[] = textColumns
  .filter(({ field }) => field === "TITLE" || field === "TOWN")
  .map(({ name }) => name);

/** Names of the columns that a search of this scope looks in. */
export function columnsInScope(scope: SearchScope): string[] {
  return textColumns.filter((column) => isInScope(column, scope)).map(({ name }) => name);
}

/** Of those, the ones that name the case or its town: a hit there comes first. */
export function nameColumnsInScope(scope: SearchScope): string[] {
  return columnsInScope(scope).filter((name) => nameColumns.includes(name));
}
