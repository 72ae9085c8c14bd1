import type { TimeBasis } from "../terms.js";
import type { CaseView, IndicatorView } from "./views.js";

/** The measures that say how big a town is, each in the one time basis that says so: what there is, what was put in. */
export const sizeMeasures = {
  area: "POINT",
  enterprises: "POINT",
  jobs: "POINT",
  investment: "CUMULATIVE",
} as const satisfies Readonly<Record<string, TimeBasis>>;
export type SizeMeasure = keyof typeof sizeMeasures;

/** How big something is, in the measure's unit; only of a range do the ends differ. */
export interface Size {
  readonly least: number;
  readonly most: number;
}

/** A figure as it is stated (“more than 500” is 500), and where it stands in its case. */
export interface SizeFacts extends Size {
  /** The place of its statement among the evidence of the case, from 0. */
  readonly evidence: number;
  /** Its place among the figures of the statement, from 0. */
  readonly indicator: number;
}

/** The newest ACTUAL figure of the whole TOWN, of each measure that has one. */
export type Sizes = Readonly<Partial<Record<SizeMeasure, SizeFacts>>>;

/** Whether neither is more than `factor` times the other. */
export function isLikeSize(a: Size, b: Size, factor: number): boolean {
  return a.least <= factor * b.most && b.least <= factor * a.most;
}

/** The figure itself; undefined where the case has changed since. */
export function indicatorOfSize(
  { evidence }: CaseView,
  measure: SizeMeasure,
  place: SizeFacts,
): IndicatorView | undefined {
  const indicator = evidence[place.evidence]?.indicators[place.indicator];
  return indicator?.measure.key === measure ? indicator : undefined;
}
