import type { ColumnGroup } from "./columns.js";
import type { Edition } from "./edition.js";
import type { CaseView } from "./views.js";

/** The published cases that have one value of a group, in the order of their ids; at most so many. */
export async function casesHaving(
  { columns, cases }: Edition,
  group: ColumnGroup,
  value: string,
  most = Infinity,
): Promise<CaseView[]> {
  const ordinals = [...columns.having(group, value).ordinals()].slice(0, most);
  const views = await cases(columns.idsOf(ordinals));
  return views.filter((view) => view !== null);
}
