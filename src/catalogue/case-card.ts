import type {
  CaseView,
  EvidenceView,
  IndicatorView,
  NarrativeView,
  SectionView,
  WarningView,
} from "./views.js";

/** What lists show of a case: it weighs a sixth of the whole and is read in a quarter of the time. */
export type CaseCard = Pick<CaseView, (typeof cardFields)[number]> & {
  readonly indicators: readonly FigureView[];
};

/** An indicator without what it hangs together with. */
export type FigureView = Omit<IndicatorView, (typeof connectionsOfFigures)[number]>;

/** A card with all that a search looks in and marks. Of ten statements and eight narratives, it weighs half of the whole. */
export interface CaseWithTexts extends CaseCard {
  readonly warning: Pick<WarningView, "kind"> | null;
  readonly sections: readonly SectionTexts[];
  readonly evidence: readonly EvidenceTexts[];
}

export interface SectionTexts extends Pick<SectionView, "kind" | "anchor"> {
  readonly narratives: readonly Pick<NarrativeView, "locale" | "text">[];
}

export interface EvidenceTexts extends Pick<EvidenceView, "anchor" | "statement"> {
  readonly section: Pick<SectionView, "kind"> | null;
}

/** The fields of a case that its card has. `indicators` is one too, but without the connections of its figures. */
export const cardFields = [
  "__typename",
  "id",
  "slug",
  "kind",
  "title",
  "summary",
  "notice",
  "town",
  "category",
  "categoryBasis",
  "categoryReason",
  "round",
  "tags",
  "practices",
  "problems",
  "revision",
  "publishedAt",
  "updatedAt",
  "lastVerifiedOn",
] as const satisfies readonly (keyof CaseView)[];

/** The fields of an indicator that lead to the whole of its case. */
export const connectionsOfFigures = [
  "evidence",
  "otherValues",
] as const satisfies readonly (keyof IndicatorView)[];

export const isWhole = (value: CaseCard): value is CaseView => "timeline" in value;
export const hasTexts = (value: CaseCard): value is CaseWithTexts => "sections" in value;
