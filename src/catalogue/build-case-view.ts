import { optionalText, textOf, wordOf } from "../database/row-values.js";
import { headOf } from "./build-case-card.js";
import {
  actorsOf,
  openQuestionsOf,
  practiceUsesOf,
  problemsOf,
  timelineOf,
  warningOf,
} from "./build-connection-views.js";
import { evidenceOfCase } from "./build-evidence-views.js";
import { sectionsOfCase } from "./build-section-views.js";
import type { RowsOfCase } from "./case-rows.js";
import { completenessOf } from "./completeness.js";
import { found } from "./found.js";
import type { Growing } from "./growing.js";
import type { CaseView, ListedThemeView, TownView } from "./views.js";
import type { SourceView, VocabularyIndex } from "./vocabulary-views.js";

/** The one function that makes a published case out of its rows; nothing changes it afterwards. `otherTownSlugs` are by row id. */
export function buildCaseView(
  rows: RowsOfCase,
  towns: ReadonlyMap<string, TownView>,
  otherTownSlugs: ReadonlyMap<string, string>,
  vocabulary: VocabularyIndex,
): CaseView {
  // Sections, evidence and the case point at each other: the case is completed once they all exist.
  const view: Growing<CaseView> = {
    ...headOf(rows, towns, vocabulary),
    formerSlugs: rows.of("case_former_slug").map((row) => textOf(row, "slug")),
    theme: themeOf(rows, vocabulary),
    documents: rows.of("case_document").map((row) => found(vocabulary.documents, textOf(row, "document_id"))),
    sections: [],
    evidence: [],
    indicators: [],
    practiceUses: [],
    contradictions: [],
    problemsFound: [],
    warning: warningOf(rows, vocabulary),
    actors: [],
    timeline: [],
    openQuestions: openQuestionsOf(rows),
    sources: [],
    completeness: { sections: 0, locales: 0, evidence: 0, missing: [] },
  };
  const evidence = evidenceOfCase(rows, view, otherTownSlugs, vocabulary);
  view.evidence = [...evidence.values()];
  view.indicators = view.evidence.flatMap(({ indicators }) => indicators);
  view.sections = sectionsOfCase(rows, view, evidence);
  view.practiceUses = practiceUsesOf(rows, "practice", view, evidence, vocabulary);
  view.contradictions = practiceUsesOf(rows, "contradiction", view, evidence, vocabulary);
  view.problemsFound = problemsOf(rows, evidence, vocabulary);
  view.actors = actorsOf(rows, evidence);
  view.timeline = timelineOf(view.evidence);
  view.sources = sourcesOf(view);
  view.completeness = completenessOf(view);
  return view;
}

function themeOf({ record, of }: RowsOfCase, vocabulary: VocabularyIndex): ListedThemeView | null {
  const themeId = optionalText(record, "theme_id");
  if (themeId === null) return null;
  return {
    theme: found(vocabulary.themes, themeId),
    basis: wordOf(record, "theme_basis"),
    sources: of("case_theme_source").map((row) => found(vocabulary.sources, textOf(row, "source_id"))),
  };
}

function sourcesOf({ evidence, theme, warning }: CaseView): readonly SourceView[] {
  const named = evidence.flatMap(({ source, alsoReportedBy }) => [source, ...alsoReportedBy]);
  return [...new Set([...named, ...(theme?.sources ?? []), ...(warning?.sources ?? [])])];
}
