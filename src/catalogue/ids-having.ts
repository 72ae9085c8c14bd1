import type { CaseColumns, ColumnGroup } from "./columns.js";

/** The published cases that have one value of a group, by the order of their ids; the first ones, where there are more. */
export function idsHaving(
  columns: CaseColumns,
  group: ColumnGroup,
  value: string,
  most = Infinity,
): readonly string[] {
  return columns.idsOf([...columns.having(group, value).ordinals()].slice(0, most));
}
