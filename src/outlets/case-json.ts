import { citeCase, type CitedAt } from "../catalogue/citation.js";
import type {
  CaseView,
  ListedThemeView,
  NarrativeView,
  PracticeUseView,
  SectionView,
  TownView,
  WarningView,
} from "../catalogue/views.js";
import type { PolicyDocumentView } from "../catalogue/vocabulary-views.js";
import { evidenceJson, evidenceLink, namedKeyJson, regionJson, sourceJson } from "./evidence-json.js";

/** A line of `cases.jsonl`: the whole case, with the names and nesting of the schema; lists are without pages. */
export function caseJson(view: CaseView, at: CitedAt) {
  const { id, slug, formerSlugs, kind, title, summary, notice, round, revision } = view;
  const { category, categoryBasis, categoryReason, theme, warning } = view;
  const { openQuestions, completeness, publishedAt, updatedAt, lastVerifiedOn } = view;
  return {
    ...{ id, slug, formerSlugs, kind, title, summary, notice },
    town: townJson(view.town),
    category: category && namedKeyJson(category),
    ...{ categoryBasis, categoryReason, theme: theme && themeJson(theme), round },
    problems: view.problemsFound.map(({ problem, evidence }) => ({
      ...namedKeyJson(problem),
      evidence: evidence.map(evidenceLink),
    })),
    warning: warning && warningJson(warning),
    actors: view.actors.map(({ evidence, ...actor }) => ({ ...actor, evidence: evidence.map(evidenceLink) })),
    practices: view.practiceUses.map(practiceJson),
    contradictions: view.contradictions.map(practiceJson),
    tags: view.tags.map(namedKeyJson),
    sections: view.sections.map(sectionJson),
    evidence: view.evidence.map(evidenceJson),
    timeline: view.timeline.map(evidenceLink),
    openQuestions,
    sources: view.sources.map(sourceJson),
    documents: view.documents.map(documentJson),
    ...{ completeness, revision, publishedAt, updatedAt, lastVerifiedOn },
    citation: citeCase.GB_T_7714(view, at),
  };
}

function sectionJson({ id, kind, basis, position, anchor, heading, evidence, narratives }: SectionView) {
  return {
    ...{ id, kind, basis, position, anchor, heading },
    narratives: narratives.map(narrativeJson),
    evidence: evidence.map(evidenceLink),
  };
}

function narrativeJson({ citations, ...narrative }: NarrativeView) {
  return {
    ...narrative,
    citations: citations.map(({ start, end, evidence }) => ({
      start,
      end,
      evidence: evidenceLink(evidence),
    })),
  };
}

/** A practice, and what it looked like in this case. */
function practiceJson({ practice: { id, slug, name }, reason, evidence }: PracticeUseView) {
  return { id, slug, name, reason, evidence: evidence.map(evidenceLink) };
}

function warningJson({ standsFor, sources, ...warning }: WarningView) {
  return {
    ...warning,
    standsFor: standsFor && { id: standsFor.id, scope: standsFor.scope },
    sources: sources.map(sourceJson),
  };
}

function themeJson({ theme, basis, sources }: ListedThemeView) {
  return { theme: { position: theme.position, name: theme.name }, basis, sources: sources.map(sourceJson) };
}

function townJson({ id, slug, kind, name, region, location, ...town }: TownView) {
  return {
    ...{ id, slug, kind, name },
    formerNames: town.formerNames.map(({ source, ...former }) => ({ ...former, source: sourceJson(source) })),
    region: regionJson(region),
    location,
    industries: town.industries.map(({ isTraditional, ...industry }) => ({
      ...namedKeyJson(industry),
      isTraditional,
    })),
    statusHistory: town.statusHistory.map(({ sources, ...status }) => ({
      ...status,
      sources: sources.map(sourceJson),
    })),
  };
}

function documentJson({ id, title, number, issuer, issued, url }: PolicyDocumentView) {
  return { id, title, number, issuer, issued, url };
}
