import type { Edition } from "../catalogue/edition.js";
import type { PracticeUseView } from "../catalogue/views.js";
import type { PracticeView } from "../catalogue/vocabulary-views.js";

/** Of one practice no more than these are shown beside a match: the practice itself has them all. */
export const MAX_WARNINGS_A_PRACTICE = 10;

/** What published cautionary cases show against these practices: practice by practice, then by id of the case. */
export async function warningsAgainst(
  { columns, cases }: Edition,
  practices: readonly PracticeView[],
): Promise<readonly PracticeUseView[]> {
  const pairs = practices.flatMap(({ slug }) => {
    const against = [...columns.having("contradicts", slug).ordinals()].slice(0, MAX_WARNINGS_A_PRACTICE);
    return columns.idsOf(against).map((id) => ({ slug, id }));
  });
  const views = await cases(pairs.map(({ id }) => id));
  return pairs.flatMap(
    ({ slug }, place) => views[place]?.contradictions.filter(({ practice }) => practice.slug === slug) ?? [],
  );
}
