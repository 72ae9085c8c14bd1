import type { Query, Row } from "../database/reader.js";
import {
  flagOf,
  numberOf,
  optionalNumber,
  optionalText,
  rowsBy,
  textOf,
  wordOf,
} from "../database/row-values.js";
import type { PartialDate } from "../terms.js";
import type { CaseFacts, EvidenceFacts } from "./case-facts.js";
import { boundsOf, type FigureFacts } from "./figure-facts.js";
import { found } from "./found.js";
import { sizesIn } from "./load-size-facts.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

/** Two statements for the evidence of the cases that a subselect names by row id. */
export function evidenceFactQueries(wanted: string, parameters: Query["parameters"] = []): Query[] {
  return [
    {
      text: `
        SELECT id, case_id, kind, scope, source_id, period_from, period_to,
               EXISTS (SELECT 1 FROM evidence_conflict WHERE evidence_id = evidence.id) AS has_conflict
        FROM evidence WHERE case_id IN (${wanted}) ORDER BY case_id, position`,
      parameters,
    },
    {
      text: `
        SELECT evidence_id, measure_id, nature, scope, time_basis, value, value_max, qualifier,
               period_from, period_to, as_of
        FROM indicator WHERE case_id IN (${wanted}) ORDER BY evidence_id, position`,
      parameters,
    },
  ];
}

/** The answers to `evidenceFactQueries`, by the row id of the case. */
export function evidenceFactsOf(
  [evidence = [], indicators = []]: readonly (readonly Row[])[],
  vocabulary: VocabularyIndex,
): ReadonlyMap<string, Pick<CaseFacts, "evidence" | "sizes">> {
  const byEvidence = rowsBy(indicators, "evidence_id");
  const indicatorsOf = (row: Row): readonly Row[] => byEvidence.get(textOf(row, "id")) ?? [];
  return new Map(
    [...rowsBy(evidence, "case_id")].map(([caseId, rows]) => [
      caseId,
      {
        evidence: rows.map((row) => factsOf(row, indicatorsOf(row), vocabulary)),
        sizes: sizesIn(rows.map(indicatorsOf), vocabulary),
      },
    ]),
  );
}

function factsOf(row: Row, indicators: readonly Row[], vocabulary: VocabularyIndex): EvidenceFacts {
  const source = found(vocabulary.sources, textOf(row, "source_id"));
  return {
    kind: wordOf(row, "kind"),
    scope: wordOf(row, "scope"),
    source: source.key,
    language: source.language,
    ...datesOf(row, indicators),
    hasConflict: flagOf(row, "has_conflict"),
    figures: indicators.map((indicator) => figureOf(indicator, vocabulary)),
  };
}

function figureOf(row: Row, vocabulary: VocabularyIndex): FigureFacts {
  return {
    measure: found(vocabulary.measures, textOf(row, "measure_id")).key,
    nature: wordOf(row, "nature"),
    scope: wordOf(row, "scope"),
    ...boundsOf(numberOf(row, "value"), optionalNumber(row, "value_max"), wordOf(row, "qualifier")),
  };
}

/** When it took place; where the statement does not say, when its figures were counted. */
function datesOf(row: Row, indicators: readonly Row[]): Pick<EvidenceFacts, "from" | "to"> {
  const own = [optionalText(row, "period_from"), optionalText(row, "period_to")] as const;
  if (own[0] !== null || own[1] !== null) return { from: own[0], to: own[1] };
  const dates = indicators
    .flatMap((one): (PartialDate | null)[] => [
      optionalText(one, "period_from"),
      optionalText(one, "period_to"),
      optionalText(one, "as_of"),
    ])
    .filter((date) => date !== null)
    .sort();
  return { from: dates.at(0) ?? null, to: dates.at(-1) ?? null };
}
