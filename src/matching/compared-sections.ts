import type { CaseView, SectionView } from "../catalogue/views.js";
import { sectionKinds, type SectionKind } from "../terms.js";

/** Sections of one kind, one cell a case. */
export interface ComparedSection {
  readonly kind: SectionKind;
  readonly cells: readonly (SectionView | null)[];
}

/**
 * A row for each kind that any of the cases has, in the order in which a case tells them. Where a case has
 * two sections of a kind the second gets a second row of that kind, so that nothing is left out.
 */
export function comparedSections(cases: readonly CaseView[]): ComparedSection[] {
  return sectionKinds.flatMap((kind) => {
    const ofKind = cases.map(({ sections }) => sections.filter((section) => section.kind === kind));
    const rows = Math.max(...ofKind.map(({ length }) => length));
    return Array.from({ length: rows }, (_, row) => ({
      kind,
      cells: ofKind.map((sections) => sections[row] ?? null),
    }));
  });
}
