import type { CaseFacts } from "../../src/catalogue/case-facts.js";
import { buildColumns } from "../../src/catalogue/build-columns.js";
import type {
  CategoryView,
  NamedKeyView,
  PracticeView,
  RegionView,
} from "../../src/catalogue/vocabulary-views.js";
import type { CaseView, EvidenceView, SectionView, TownView } from "../../src/catalogue/views.js";
import { publicId, seededId } from "../../src/ids.js";
import type { IndexedEdition } from "../../src/search/published-documents.js";
import { categoryKeys, type CategoryKey, type Label, type SectionKind } from "../../src/terms.js";

/** What a test says of a case; everything else is made up and plain. */
export interface CaseSketch {
  readonly slug: string;
  readonly title?: Label;
  readonly summary?: Label;
  readonly town?: Label;
  readonly formerTownNames?: readonly Label[];
  /** Section kind → its text, in one language or both. */
  readonly sections?: Partial<Record<SectionKind, Partial<Label>>>;
  readonly evidence?: readonly { readonly statement: Label; readonly section?: SectionKind }[];
  readonly tags?: readonly Label[];
  readonly practices?: readonly Label[];
  readonly industries?: readonly Label[];
  readonly category?: CategoryKey | null;
  readonly province?: string;
  readonly round?: number | null;
  readonly updatedAt?: Date;
}

/** The public id of the case with this slug. */
export const caseId = (slug: string): string => publicId("Case", caseRowId(slug));

export const caseRowId = (slug: string): string => seededId("Case", slug);

/** A published case as the catalogue would build it. */
export function caseViewOf(sketch: CaseSketch): CaseView {
  const { slug } = sketch;
  const view = {
    __typename: "Case",
    id: caseId(slug),
    slug,
    formerSlugs: [],
    kind: "EXEMPLARY",
    title: sketch.title ?? { zh: "", en: "" },
    summary: sketch.summary ?? { zh: "", en: "" },
    notice: null,
    town: townOf(sketch),
    category: categoryOf(sketch),
    categoryBasis: sketch.category === null ? null : "SOURCE",
    categoryReason: null,
    theme: null,
    round: sketch.round === undefined ? 1 : sketch.round,
    practiceUses: [],
    contradictions: [],
    problemsFound: [],
    problems: [],
    warning: null,
    actors: [],
    timeline: [],
    openQuestions: [],
    practices: (sketch.practices ?? []).map(practiceOf),
    tags: (sketch.tags ?? []).map(namedKeyOf),
    sources: [],
    documents: [],
    completeness: { sections: 1, locales: 1, evidence: 1, missing: [] },
    revision: 1,
    publishedAt: new Date("2026-01-01T00:00:00Z"),
    updatedAt: sketch.updatedAt ?? new Date("2026-01-01T00:00:00Z"),
    lastVerifiedOn: null,
    sections: [] as SectionView[],
    evidence: [] as EvidenceView[],
  } satisfies CaseView;
  view.sections.push(...sectionsOf(sketch, view));
  view.evidence.push(...evidenceOf(sketch, view));
  return view;
}

/** These cases as one edition of the catalogue. */
export function editionOf(views: readonly CaseView[], contentRevision = 1): IndexedEdition {
  const byId = new Map(views.map((view) => [view.id, view]));
  return {
    contentRevision,
    columns: buildColumns(views.map(factsOf)),
    cases: (ids) => Promise.resolve(ids.map((id) => byId.get(id) ?? null)),
  };
}

/** What the columns know of a case. */
export function factsOf(view: CaseView): CaseFacts {
  return {
    id: view.id,
    slug: view.slug,
    formerSlugs: view.formerSlugs,
    kind: view.kind,
    category: view.category?.key ?? null,
    categoryPosition: view.category?.position ?? Number.MAX_SAFE_INTEGER,
    categoryBasis: view.categoryBasis,
    province: view.town.region.key,
    regions: [view.town.region.key],
    industries: view.town.industries.map(({ key }) => key),
    practices: view.practices.map(({ slug }) => slug),
    contradicts: view.contradictions.map(({ practice }) => practice.slug),
    problems: view.problems.map(({ key }) => key),
    warningKind: view.warning?.kind ?? null,
    tags: view.tags.map(({ key }) => key),
    measures: [],
    evidence: { start: 0, length: 0 },
    sizes: {},
    sources: [],
    townSources: [],
    documents: [],
    round: view.round,
    town: {
      ...{ id: view.town.id, slug: view.town.slug, kind: view.town.kind },
      ...{ nameZh: view.town.name.zh, nameEn: view.town.name.en },
      formerNamesZh: view.town.formerNames.map(({ name }) => name.zh),
      formerNamesEn: view.town.formerNames.map(({ name }) => name.en),
      location: view.town.location,
    },
    statuses: [],
    sectionKinds: view.sections.map(({ kind }) => kind),
    missingLocales: [],
    titleZh: view.title.zh,
    titleEn: view.title.en,
    updatedAt: view.updatedAt.getTime(),
  };
}

function sectionsOf({ slug, sections = {} }: CaseSketch, view: CaseView): SectionView[] {
  return (Object.entries(sections) as [SectionKind, Partial<Label>][]).map(([kind, text], index) => ({
    __typename: "Section",
    id: publicId("Section", seededId("Section", `${slug}#${kind}`)),
    kind,
    basis: "SOURCE",
    position: index + 1,
    anchor: kind.toLowerCase(),
    heading: { zh: kind, en: kind },
    narratives: [
      ...(text.zh === undefined ? [] : [narrativeOf("ZH", text.zh)]),
      ...(text.en === undefined ? [] : [narrativeOf("EN", text.en)]),
    ],
    evidence: [],
    case: view,
  }));
}

const narrativeOf = (locale: "ZH" | "EN", text: string): SectionView["narratives"][number] => ({
  locale,
  text,
  length: text.length,
  translationStatus: "ORIGINAL",
  isStale: false,
  citations: [],
});

function evidenceOf({ slug, evidence = [] }: CaseSketch, view: CaseView): EvidenceView[] {
  return evidence.map(({ statement, section }, index) => ({
    __typename: "Evidence",
    id: publicId("Evidence", seededId("Evidence", `${slug}#f${index + 1}`)),
    case: view,
    section: view.sections.find(({ kind }) => kind === section) ?? null,
    anchor: `f${index + 1}`,
    kind: "PRACTICE",
    statement,
    attributedTo: null,
    period: null,
    scope: "TOWN",
    scopeArea: null,
    otherTownSlugs: [],
    indicators: [],
    source: anySource,
    alsoReportedBy: [],
    conflictsWith: [],
    conflictNote: null,
  }));
}

function townOf({ slug, town, formerTownNames = [], industries = [], province }: CaseSketch): TownView {
  return {
    __typename: "Town",
    id: publicId("Town", seededId("Town", slug)),
    slug,
    kind: "CHARACTERISTIC_TOWN",
    name: town ?? { zh: "", en: "" },
    formerNames: formerTownNames.map((name) => ({ name, until: null, source: anySource })),
    region: regionOf(province ?? "zhejiang"),
    location: null,
    industries: industries.map((name) => ({ ...namedKeyOf(name), isTraditional: false })),
    statusHistory: [],
    currentStatus: null,
  };
}

const anySource: TownView["formerNames"][number]["source"] = {
  __typename: "Source",
  id: publicId("Source", seededId("Source", "s1")),
  key: "s1",
  title: "A source",
  titleIsOurs: false,
  publisher: "A publisher",
  published: null,
  language: "zh",
  url: null,
  isRepost: false,
  note: null,
};

const regionOf = (key: string): RegionView => ({
  __typename: "Region",
  id: publicId("Region", seededId("Region", key)),
  key,
  code: null,
  level: "PROVINCE",
  name: { zh: key, en: key },
  parent: null,
  children: [],
});

function categoryOf({ category = "NEW_INDUSTRY_CLUSTER" }: CaseSketch): CategoryView | null {
  if (category === null) return null;
  return {
    __typename: "Category",
    id: publicId("Category", seededId("Category", category)),
    key: category,
    position: categoryKeys.indexOf(category) + 1,
    name: { zh: category, en: category },
    definition: { zh: "", en: "" },
    namesAsPublished: [],
  };
}

const namedKeyOf = (name: Label): NamedKeyView => ({ key: keyOf(name), name });

const practiceOf = (name: Label): PracticeView => ({
  __typename: "Practice",
  id: publicId("Practice", seededId("Practice", keyOf(name))),
  slug: keyOf(name),
  name,
  description: { zh: "", en: "" },
  conditions: [],
});

const keyOf = ({ en, zh }: Label): string => (en || zh).toLowerCase().replaceAll(" ", "-");
