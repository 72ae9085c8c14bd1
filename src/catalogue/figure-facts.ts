import type { EvidenceScope, IndicatorNature, ValueQualifier } from "../terms.js";
import type { Stretch } from "./times.js";

/** One figure of a case, as filters know it. */
export interface FigureFacts {
  /** A key of the vocabulary. */
  readonly measure: string;
  readonly nature: IndicatorNature;
  readonly scope: EvidenceScope;
  /** When it was counted; null: undated. */
  readonly time: Stretch | null;
  /** The value is at least this, in the measure's unit; −∞: its statement sets no lower bound. */
  readonly least: number;
  /** The value is at most this; ∞: its statement sets no upper bound. */
  readonly most: number;
}

/** What is certain of a value: “more than 500” is at least 500 and has no upper bound. */
export function boundsOf(
  value: number,
  valueMax: number | null,
  qualifier: ValueQualifier,
): Pick<FigureFacts, "least" | "most"> {
  if (qualifier === "MORE_THAN" || qualifier === "AT_LEAST") return { least: value, most: Infinity };
  if (qualifier === "AT_MOST") return { least: -Infinity, most: value };
  return { least: value, most: valueMax ?? value };
}

/** Which figures of one measure pass. */
export interface MeasureFilter {
  readonly measure: string;
  readonly nature: IndicatorNature;
  readonly scope: EvidenceScope;
  readonly min: number | null;
  readonly max: number | null;
}
