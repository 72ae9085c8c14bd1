import type { Row } from "../database/reader.js";
import { numberOf, optionalNumber, optionalText, textOf, wordOf } from "../database/row-values.js";
import type { EvidenceScope, IndicatorNature, TimeBasis } from "../terms.js";
import { found } from "./found.js";
import { compareCodeUnits } from "./order.js";
import { sizeMeasures, type SizeFacts, type SizeMeasure, type Sizes } from "./size-facts.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** The sizes among the indicators of one case: a list for each piece of evidence, in the order of the case. */
export function sizesIn(indicators: readonly (readonly Row[])[], vocabulary: VocabularyIndex): Sizes {
  const figures = indicators.flatMap((rows, evidence) =>
    rows.flatMap((row, indicator) => {
      const measure = sizeMeasureOf(row, vocabulary);
      return measure === null ? [] : [{ measure, row, place: { evidence, indicator } }];
    }),
  );
  const sizes: Partial<Record<SizeMeasure, SizeFacts>> = {};
  // Of one date the first in the case stays first: the sort is stable.
  for (const { measure, row, place } of figures.sort((a, b) =>
    compareCodeUnits(dateOf(b.row), dateOf(a.row)),
  )) {
    const least = numberOf(row, "value");
    sizes[measure] ??= { least, most: optionalNumber(row, "value_max") ?? least, ...place };
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

/** What is undated is older than anything dated. */
const dateOf = (row: Row): string => optionalText(row, "as_of") ?? "";
