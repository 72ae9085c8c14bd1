import type { CaseView, IndicatorView } from "./views.js";

/** What lists show of a case: it weighs a sixth of the whole and is read in a quarter of the time. */
export type CaseCard = Pick<CaseView, (typeof cardFields)[number]> & {
  readonly indicators: readonly FigureView[];
};

/** An indicator without what it hangs together with. */
export type FigureView = Omit<IndicatorView, (typeof connectionsOfFigures)[number]>;

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

export const isWhole = (value: CaseCard): value is CaseView => "sections" in value;
