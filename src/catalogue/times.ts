import { firstDayOf, lastDayOf } from "../partial-dates.js";
import type { PartialDate, Period } from "../terms.js";

/** When a figure was counted, or over which time. */
export interface Dated {
  readonly asOf: PartialDate | null;
  readonly period: Pick<Period, "from" | "to"> | null;
}

/** From when to when something was; both ends are known, and may be the same date. */
export interface Stretch {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** What a filter asks of time; an end that is not there is open. */
export interface TimeFilter {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/**
 * The stretch that a period is sure of. “By May 2017” says nothing of the years before and “from 2017” nothing
 * of those after, so a period with one end counts at that end alone. Null: it has no date.
 */
export function timeOfPeriod(period: Dated["period"]): Stretch | null {
  const from = period?.from ?? period?.to ?? null;
  const to = period?.to ?? from;
  return from === null || to === null ? null : { from, to };
}

/** When a figure was counted: during its period, else at its `asOf`, else when its statement took place. */
export function timeOfFigure({ period, asOf }: Dated, statement: Dated["period"]): Stretch | null {
  if (period?.from != null && period.to !== null) return { from: period.from, to: period.to };
  return asOf === null ? (timeOfPeriod(period) ?? timeOfPeriod(statement)) : { from: asOf, to: asOf };
}

/** Whether they have a day in common; what has no date passes no filter of time. */
export function isInTime(time: Stretch | null, { from, to }: TimeFilter): boolean {
  if (from === undefined && to === undefined) return true;
  if (time === null) return false;
  const endsTooEarly = from !== undefined && lastDayOf(time.to) < firstDayOf(from);
  const beginsTooLate = to !== undefined && firstDayOf(time.from) > lastDayOf(to);
  return !endsTooEarly && !beginsTooLate;
}
