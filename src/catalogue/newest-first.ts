import { lastDayOf } from "../partial-dates.js";
import { compareCodeUnits } from "./order.js";
import type { Dated } from "./times.js";

/**
 * Newest first, undated last; what is of one date keeps its order. A figure is of `asOf`, else of the end
 * of its period (a year's turnover has no other date), else of its beginning; `2019` means its last day.
 */
export function compareNewestFirst(a: Dated, b: Dated): number {
  return compareCodeUnits(dayOf(b), dayOf(a));
}

function dayOf({ asOf, period }: Dated): string {
  const date = asOf ?? period?.to ?? period?.from ?? null;
  return date === null ? "" : lastDayOf(date);
}
