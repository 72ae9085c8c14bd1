/** When evidence and its figures are to be found, worked out again from what the API answers. */

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
interface DatedFigure {
  readonly period: Period | null;
  readonly asOf: string | null;
}
interface DatedEvidence {
  readonly period: Period | null;
  readonly indicators: readonly DatedFigure[];
}
interface Range {
  readonly from?: string;
  readonly to?: string;
}

/** First and last day. */
type Days = readonly [first: string, last: string];

/** The days at which a statement or one of its figures counts; none: it is undated. */
export function daysOf(evidence: DatedEvidence): Days[] {
  const all = [
    ...(evidence.period ? [daysOfPeriod(evidence.period)] : []),
    ...evidence.indicators.map((one) => daysOfFigure(one, evidence)),
  ];
  return all.filter((days) => days !== null);
}

/** Whether the figure counts on a day of the range. */
export function figureIsIn(figure: DatedFigure, evidence: DatedEvidence, range: Range): boolean {
  if (range.from === undefined && range.to === undefined) return true;
  const days = daysOfFigure(figure, evidence);
  return days !== null && daysAreIn(days, range);
}

/** Whether the statement or one of its figures does. */
export function evidenceIsIn(evidence: DatedEvidence, range: Range): boolean {
  return daysOf(evidence).some((days) => daysAreIn(days, range));
}

function daysAreIn([first, last]: Days, { from = "0000", to = "9999" }: Range): boolean {
  return last >= firstDay(from) && first <= lastDay(to);
}

function daysOfFigure({ period, asOf }: DatedFigure, evidence: DatedEvidence): Days | null {
  if (period?.from != null && period.to !== null) return daysOfPeriod(period);
  if (asOf !== null) return [firstDay(asOf), lastDay(asOf)];
  return (period && daysOfPeriod(period)) ?? (evidence.period && daysOfPeriod(evidence.period));
}

function daysOfPeriod({ from, to }: Period): Days | null {
  const [one, other] = [from ?? to, to ?? from];
  return one === null || other === null ? null : [firstDay(one), lastDay(other)];
}

const firstDay = (date: string): string => date + "-01-01".slice(date.length - 4);
const lastDay = (date: string): string => date + "-12-31".slice(date.length - 4);
