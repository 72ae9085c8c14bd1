import type { PartialDate } from "./terms.js";

/** The first day that a partial date may mean: `2019` is `2019-01-01`. */
export const firstDayOf = (date: PartialDate): string => filled(date, "-01", "-01");

/** The last day that it may mean; every month has 31 here, as days are only compared. */
export const lastDayOf = (date: PartialDate): string => filled(date, "-12", "-31");

function filled(date: PartialDate, month: string, day: string): string {
  if (date.length === "2019".length) return date + month + day;
  return date.length === "2019-07".length ? date + day : date;
}
