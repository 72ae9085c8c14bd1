import type { Row } from "../database/reader.js";
import { numberOf, optionalNumber, optionalText, textOf, wordOf } from "../database/row-values.js";
import type { EvidenceScope, IndicatorNature, TimeBasis } from "../terms.js";
import { found } from "./found.js";
import { compareNewestFirst } from "./newest-first.js";
import { sizeMeasures, type Size, type SizeFacts, type SizeMeasure, type Sizes } from "./size-facts.js";
import type { Dated } from "./times.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The sizes among the indicators of one case: a list for each piece of evidence, in the order of the case. */
export function sizesIn(indicators: readonly (readonly Row[])[], vocabulary: VocabularyIndex): Sizes {
  const newestFirst = indicators
    .flatMap((rows, evidence) =>
      rows.flatMap((row, indicator) => {
        const measure = sizeMeasureOf(row, vocabulary);
        return measure === null ? [] : [{ measure, ...sizeOf(row), evidence, indicator, ...datesOf(row) }];
      }),
    )
    .sort(compareNewestFirst);
  const sizes: Partial<Record<SizeMeasure, SizeFacts>> = {};
  for (const { measure, least, most, evidence, indicator } of newestFirst) {
    sizes[measure] ??= { least, most, evidence, indicator };
  }
  return sizes;
}

function sizeMeasureOf(row: Row, { measures }: VocabularyIndex): SizeMeasure | null {
  if (wordOf<IndicatorNature>(row, "nature") !== "ACTUAL") return null;
  if (wordOf<EvidenceScope>(row, "scope") !== "TOWN") return null;
  const { key } = found(measures, textOf(row, "measure_id"));
  if (!isSizeMeasure(key)) return null;
  return wordOf<TimeBasis>(row, "time_basis") === sizeMeasures[key] ? key : null;
}

const isSizeMeasure = (key: string): key is SizeMeasure => Object.hasOwn(sizeMeasures, key);

function sizeOf(row: Row): Size {
  const least = numberOf(row, "value");
  return { least, most: optionalNumber(row, "value_max") ?? least };
}

/** The dates of an indicator. */
export const datesOf = (row: Row): Dated => ({ asOf: optionalText(row, "as_of"), period: periodOf(row) });

/** The dates of the period of an indicator, or of evidence; both null where there is none. */
export const periodOf = (row: Row): Dated["period"] => ({
  from: optionalText(row, "period_from"),
  to: optionalText(row, "period_to"),
});
