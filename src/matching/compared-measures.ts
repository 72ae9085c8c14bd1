import { compareNewestFirst } from "../catalogue/newest-first.js";
import type { CaseView, IndicatorView } from "../catalogue/views.js";
import type { MeasureView, Vocabulary } from "../catalogue/vocabulary-views.js";
import { groupBy } from "../group-by.js";
import {
  evidenceScopes,
  indicatorNatures,
  timeBases,
  type EvidenceScope,
  type IndicatorNature,
  type TimeBasis,
} from "../terms.js";

/** Figures that may stand beside each other: one measure, scope, nature and time basis; one cell a case. */
export interface ComparedMeasure {
  readonly measure: MeasureView;
  readonly scope: EvidenceScope;
  readonly nature: IndicatorNature;
  readonly timeBasis: TimeBasis;
  /** The newest value of the case, of one date the first told; its others are among `otherValues`. */
  readonly cells: readonly (IndicatorView | null)[];
}

/**
 * A row for each kind of figure that any of the cases has: rows that most cases have first, then in the
 * order of the vocabulary, of scopes, natures and time bases.
 */
export function comparedMeasures(
  cases: readonly CaseView[],
  { measures }: Vocabulary,
): readonly ComparedMeasure[] {
  const columns = cases.map(({ indicators }) => groupBy(indicators, rowKeyOf));
  const anyOfRow = new Map(
    columns.flatMap((column) =>
      [...column].flatMap(([key, [first]]) => (first ? [[key, first] as const] : [])),
    ),
  );
  const places = new Map(measures.map(({ key }, place) => [key, place]));
  return [...anyOfRow]
    .map(([key, { measure, scope, nature, timeBasis }]) => ({
      ...{ measure, scope, nature, timeBasis },
      cells: columns.map((column) => newestOf(column.get(key) ?? [])),
    }))
    .sort((a, b) => compareOrders(orderOf(a, places), orderOf(b, places)));
}

const rowKeyOf = ({ measure, scope, nature, timeBasis }: IndicatorView): string =>
  [measure.key, scope, nature, timeBasis].join(" ");

const newestOf = (indicators: readonly IndicatorView[]): IndicatorView | null =>
  [...indicators].sort(compareNewestFirst)[0] ?? null;

/** What a row is ordered by, the weightiest first. */
function orderOf(
  { measure, scope, nature, timeBasis, cells }: ComparedMeasure,
  places: ReadonlyMap<string, number>,
): number[] {
  return [
    -cells.filter((cell) => cell !== null).length,
    places.get(measure.key) ?? places.size,
    evidenceScopes.indexOf(scope),
    indicatorNatures.indexOf(nature),
    timeBases.indexOf(timeBasis),
  ];
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
