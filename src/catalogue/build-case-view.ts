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

/** The one function that makes a published case out of its rows; nothing changes it afterwards. */
export function buildCaseView(
  rows: RowsOfCase,
  towns: ReadonlyMap<string, TownView>,
  vocabulary: VocabularyIndex,
): CaseView {
  // Sections, evidence and the case point at each other: the case is completed once they all exist.
  const view: Growing<CaseView> = {
    ...headOf(rows, towns, vocabulary),
    formerSlugs: rows.links("formerSlug").map((link) => textOf(link, "target")),
    theme: themeOf(rows, vocabulary),
    documents: rows.links("document").map((link) => found(vocabulary.documents, textOf(link, "target"))),
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
  const evidence = evidenceOfCase(rows, view, vocabulary);
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

function themeOf({ record, links }: RowsOfCase, vocabulary: VocabularyIndex): ListedThemeView | null {
  const themeId = optionalText(record, "theme_id");
  if (themeId === null) return null;
  return {
    theme: found(vocabulary.themes, themeId),
    basis: wordOf(record, "theme_basis"),
    sources: links("themeSource").map((link) => found(vocabulary.sources, textOf(link, "target"))),
  };
}

function sourcesOf({ evidence, theme, warning }: CaseView): readonly SourceView[] {
  const named = evidence.flatMap(({ source, alsoReportedBy }) => [source, ...alsoReportedBy]);
  return [...new Set([...named, ...(theme?.sources ?? []), ...(warning?.sources ?? [])])];
}
