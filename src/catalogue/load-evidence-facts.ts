import type { Query, Row } from "../database/reader.js";
import { flagOf, numberOf, optionalNumber, rowsBy, textOf, wordOf } from "../database/row-values.js";
import type { CaseFacts, EvidenceFacts, LoadedCase } from "./case-facts.js";
import { boundsOf, type FigureFacts } from "./figure-facts.js";
import { found } from "./found.js";
import { datesOf, periodOf, sizesIn } from "./load-size-facts.js";
import { timeOfFigure, timeOfPeriod, type Dated } from "./times.js";
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
): ReadonlyMap<string, Pick<LoadedCase, "evidence"> & Pick<CaseFacts, "sizes">> {
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
  const period = periodOf(row);
  return {
    kind: wordOf(row, "kind"),
    scope: wordOf(row, "scope"),
    source: source.key,
    language: source.language,
    time: timeOfPeriod(period),
    hasConflict: flagOf(row, "has_conflict"),
    figures: indicators.map((indicator) => figureOf(indicator, period, vocabulary)),
  };
}

function figureOf(row: Row, statement: Dated["period"], vocabulary: VocabularyIndex): FigureFacts {
  return {
    measure: found(vocabulary.measures, textOf(row, "measure_id")).key,
    nature: wordOf(row, "nature"),
    scope: wordOf(row, "scope"),
    time: timeOfFigure(datesOf(row), statement),
    ...boundsOf(numberOf(row, "value"), optionalNumber(row, "value_max"), wordOf(row, "qualifier")),
  };
}
