import type { EvidenceKind, EvidenceScope, IndicatorNature } from "../terms.js";
import type { EvidenceRange } from "./case-facts.js";
import type { EvidenceColumns } from "./evidence-columns.js";
import type { MeasureFilter } from "./figure-facts.js";
import { isInTime, type TimeFilter } from "./times.js";

/** What is asked of evidence, its case aside. Measure, nature, scope and time are asked of one and the same figure. */
export interface OwnEvidenceFilter extends TimeFilter {
  readonly kinds?: readonly EvidenceKind[];
  readonly measures?: readonly string[];
  readonly natures?: readonly IndicatorNature[];
  readonly scopes?: readonly EvidenceScope[];
  /** Keys. */
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  readonly hasConflict?: boolean;
}

/** Says of rows of the columns whether they pass. What a value passes is decided once, before any row is asked for. */
export interface EvidenceMatcher {
  /** A piece of evidence, by itself or by one of its figures. */
  isEvidence(row: number): boolean;
  /** How many figures of a piece of evidence pass what the filter asks of figures. */
  figureCount(row: number): number;
}

export function evidenceMatcher(columns: EvidenceColumns, filter: OwnEvidenceFilter): EvidenceMatcher {
  const { dictionaries, evidence } = columns;
  const { kinds, sources, languages, hasConflict, measures, natures } = filter;
  const kindPasses = dictionaries.kinds.passing((kind) => isAmong(kind, kinds));
  const sourcePasses = dictionaries.sources.passing(
    ({ source, language }) => isAmong(source, sources) && isAmong(language, languages),
  );
  const { figurePasses, scopePasses, timePasses } = figureTests(columns, filter);
  const mayBeFigureless = measures === undefined && natures === undefined;

  const figureCount = (row: number): number => {
    let count = 0;
    const end = columns.figuresEnd(row);
    for (let figure = evidence.figures.at(row); figure < end; figure++) if (figurePasses(figure)) count += 1;
    return count;
  };
  return {
    figureCount,
    isEvidence(row) {
      if (kindPasses[evidence.kind.at(row)] !== 1 || sourcePasses[evidence.source.at(row)] !== 1)
        return false;
      if (hasConflict !== undefined && hasConflict !== (evidence.hasConflict.at(row) === 1)) return false;
      if (
        mayBeFigureless &&
        scopePasses[evidence.scope.at(row)] === 1 &&
        timePasses[evidence.time.at(row)] === 1
      ) {
        return true;
      }
      return figureCount(row) > 0;
    },
  };
}

/** Whether one of the figures of a case passes one of these filters for certain. */
export function figureTest(
  columns: EvidenceColumns,
  wanted: readonly MeasureFilter[],
): (range: EvidenceRange) => boolean {
  const { dictionaries, evidence, figures } = columns;
  const tests = wanted.map(({ measure, nature, scope, min, max }) => ({
    measure: dictionaries.measures.passing((one) => one === measure),
    nature: dictionaries.natures.passing((one) => one === nature),
    scope: dictionaries.scopes.passing((one) => one === scope),
    least: min ?? -Infinity,
    most: max ?? Infinity,
  }));
  return ({ start, length }) => {
    if (length === 0) return false;
    const end = columns.figuresEnd(start + length - 1);
    for (let row = evidence.figures.at(start); row < end; row++) {
      for (const test of tests) {
        if (
          test.measure[figures.measure.at(row)] === 1 &&
          test.nature[figures.nature.at(row)] === 1 &&
          test.scope[figures.scope.at(row)] === 1 &&
          figures.least.at(row) >= test.least &&
          figures.most.at(row) <= test.most
        ) {
          return true;
        }
      }
    }
    return false;
  };
}

function figureTests({ dictionaries, figures }: EvidenceColumns, filter: OwnEvidenceFilter) {
  const measurePasses = dictionaries.measures.passing((measure) => isAmong(measure, filter.measures));
  const naturePasses = dictionaries.natures.passing((nature) => isAmong(nature, filter.natures));
  const scopePasses = dictionaries.scopes.passing((scope) => isAmong(scope, filter.scopes));
  const timePasses = dictionaries.times.passing((time) => isInTime(time, filter));
  return {
    ...{ scopePasses, timePasses },
    figurePasses: (row: number): boolean =>
      measurePasses[figures.measure.at(row)] === 1 &&
      naturePasses[figures.nature.at(row)] === 1 &&
      scopePasses[figures.scope.at(row)] === 1 &&
      timePasses[figures.time.at(row)] === 1,
  };
}

function isAmong<Value>(value: Value, wanted: readonly Value[] | undefined): boolean {
  return wanted === undefined || wanted.includes(value);
}
