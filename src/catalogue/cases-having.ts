import type { ColumnGroup } from "./columns.js";
import type { Edition } from "./edition.js";
import type { CaseView } from "./views.js";

/** The published cases that have one value of a group, in the order of their ids. */
export async function casesHaving(
  { columns, cases }: Edition,
  group: ColumnGroup,
  value: string,
): Promise<CaseView[]> {
  const views = await cases(columns.idsOf(columns.having(group, value).ordinals()));
  return views.filter((view) => view !== null);
}
