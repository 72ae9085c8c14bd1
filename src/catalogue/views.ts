import type {
  ActorKind,
  ActorRole,
  Basis,
  CaseKind,
  EvidenceKind,
  EvidenceScope,
  IndicatorNature,
  Label,
  Locale,
  PartialDate,
  Period,
  SectionKind,
  TimeBasis,
  TownKind,
  TownStatusKind,
  TranslationStatus,
  ValueQualifier,
  WarningKind,
} from "../terms.js";
import type {
  CorrectionStatisticView,
  IndustryView,
  MeasureView,
  SourceView,
  RegionView,
  CategoryView,
  NamedKeyView,
  PracticeView,
  PolicyDocumentView,
  ThemeView,
  UnitView,
} from "./vocabulary-views.js";

/**
 * What is published, as immutable values. A case is built once from published state and shared by the
 * list, the case page, the search documents and the exports; nothing below changes after that.
 * `id` is always the public id.
 */
export interface CaseView {
  readonly __typename: "Case";
  readonly id: string;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly kind: CaseKind;
  readonly title: Label;
  readonly summary: Label;
  readonly notice: Label | null;
  readonly town: TownView;
  readonly category: CategoryView | null;
  readonly categoryBasis: Basis | null;
  readonly categoryReason: Label | null;
  readonly theme: ListedThemeView | null;
  readonly round: number | null;
  /** In the order in which the case tells them. */
  readonly sections: readonly SectionView[];
  /** In the order of the file. */
  readonly evidence: readonly EvidenceView[];
  /** Of all its evidence, in that order. */
  readonly indicators: readonly IndicatorView[];
  readonly practiceUses: readonly PracticeUseView[];
  readonly practices: readonly PracticeView[];
  /** What a cautionary case shows against practices. */
  readonly contradictions: readonly PracticeUseView[];
  readonly problemsFound: readonly CaseProblemView[];
  readonly problems: readonly NamedKeyView[];
  /** Of a cautionary case. */
  readonly warning: WarningView | null;
  readonly actors: readonly CaseActorView[];
  /** Evidence with a period, oldest first: what was done first. */
  readonly timeline: readonly EvidenceView[];
  /** What was looked for and not found. */
  readonly openQuestions: readonly Label[];
  readonly tags: readonly NamedKeyView[];
  /** Each source once, in the order in which the evidence names them. */
  readonly sources: readonly SourceView[];
  readonly documents: readonly PolicyDocumentView[];
  readonly completeness: CompletenessView;
  readonly revision: number;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly lastVerifiedOn: PartialDate | null;
}

export interface SectionView {
  readonly __typename: "Section";
  readonly id: string;
  readonly kind: SectionKind;
  readonly basis: Basis;
  readonly position: number;
  readonly anchor: string;
  readonly heading: Label;
  readonly narratives: readonly NarrativeView[];
  /** The evidence whose home this section is. */
  readonly evidence: readonly EvidenceView[];
  readonly case: CaseView;
}

export interface NarrativeView {
  readonly locale: Locale;
  /** Markdown without HTML and without footnote marks. */
  readonly text: string;
  /** Characters (Unicode code points). */
  readonly length: number;
  readonly translationStatus: TranslationStatus;
  readonly isStale: boolean;
  readonly citations: readonly NarrativeCitationView[];
}

/** `start` and `end` are UTF-16 code units into the narrative's text. */
export interface NarrativeCitationView {
  readonly start: number;
  readonly end: number;
  readonly evidence: EvidenceView;
}

export interface EvidenceView {
  readonly __typename: "Evidence";
  readonly id: string;
  readonly case: CaseView;
  readonly section: SectionView | null;
  readonly anchor: string;
  readonly kind: EvidenceKind;
  readonly statement: Label;
  readonly attributedTo: Label | null;
  readonly period: Period | null;
  readonly scope: EvidenceScope;
  readonly scopeArea: Label | null;
  /** Slugs of other towns that the statement names. */
  readonly otherTownSlugs: readonly string[];
  readonly indicators: readonly IndicatorView[];
  readonly source: SourceView;
  readonly alsoReportedBy: readonly SourceView[];
  readonly conflictsWith: readonly EvidenceView[];
  readonly conflictNote: Label | null;
}

export interface IndicatorView {
  readonly measure: MeasureView;
  readonly value: number;
  readonly valueMax: number | null;
  readonly qualifier: ValueQualifier;
  readonly nature: IndicatorNature;
  readonly timeBasis: TimeBasis;
  readonly period: Period | null;
  readonly asOf: PartialDate | null;
  readonly asOfBasis: Basis | null;
  readonly valueText: Label;
  readonly valueAsPublished: string | null;
  readonly unit: UnitView;
  readonly scope: EvidenceScope;
  readonly scopeArea: Label | null;
  readonly evidence: EvidenceView;
  /** Same case, measure, scope and nature; newest first. */
  readonly otherValues: readonly IndicatorView[];
}

export interface PracticeUseView {
  readonly practice: PracticeView;
  readonly case: CaseView;
  readonly reason: Label;
  readonly evidence: readonly EvidenceView[];
}

/** A problem that a case had, and the evidence that says so. */
export interface CaseProblemView {
  readonly problem: NamedKeyView;
  readonly evidence: readonly EvidenceView[];
}

export interface CaseActorView {
  readonly role: ActorRole;
  readonly kind: ActorKind;
  readonly name: Label;
  readonly evidence: readonly EvidenceView[];
}

export interface WarningView {
  readonly kind: WarningKind;
  readonly name: Label;
  readonly problem: Label;
  readonly correction: Label;
  readonly orderedBy: Label | null;
  readonly standsFor: CorrectionStatisticView | null;
  readonly sources: readonly SourceView[];
}

export interface ListedThemeView {
  readonly theme: ThemeView;
  readonly basis: Basis;
  readonly sources: readonly SourceView[];
}

/** Shares between 0 and 1, and what is missing, in words. */
export interface CompletenessView {
  readonly sections: number;
  readonly locales: number;
  readonly evidence: number;
  readonly missing: readonly string[];
}

export interface TownView {
  readonly __typename: "Town";
  readonly id: string;
  readonly slug: string;
  readonly kind: TownKind;
  readonly name: Label;
  readonly formerNames: readonly FormerNameView[];
  readonly region: RegionView;
  readonly location: LocationView | null;
  readonly industries: readonly IndustryView[];
  /** Oldest first. */
  readonly statusHistory: readonly TownStatusView[];
  readonly currentStatus: TownStatusView | null;
}

export interface FormerNameView {
  readonly name: Label;
  readonly until: PartialDate | null;
  readonly source: SourceView;
}

export interface LocationView {
  readonly latitude: number;
  readonly longitude: number;
  readonly basis: Label;
}

export interface TownStatusView {
  readonly kind: TownStatusKind;
  readonly date: PartialDate | null;
  readonly round: number | null;
  readonly authority: Label | null;
  readonly list: Label | null;
  readonly note: Label | null;
  readonly isDisputed: boolean;
  readonly sources: readonly SourceView[];
}
