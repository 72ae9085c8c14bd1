import type { Edition } from "../catalogue/edition.js";
import type { CaseView } from "../catalogue/views.js";

/** Cases that are held at a time. */
const CASES_A_PAGE = 20;

/**
 * The cases with these ordinals, page by page, all of them as of this edition.
 * @throws when something has been published meanwhile: what it replaced is no longer there to be read, and a
 *   list of two editions would be whole in neither.
 */
export async function* casePages(
  edition: Edition,
  ordinals: ArrayLike<number> & { slice(from: number, to: number): Iterable<number> },
): AsyncGenerator<readonly CaseView[]> {
  for (let start = 0; start < ordinals.length; start += CASES_A_PAGE) {
    const ids = edition.columns.idsOf(ordinals.slice(start, start + CASES_A_PAGE));
    const views = (await edition.cases(ids)).filter((view) => view !== null);
    if (views.length < ids.length || !(await edition.isLatest())) {
      throw new Error(`Edition ${edition.contentRevision} is gone: something was published meanwhile`);
    }
    yield views;
  }
}
