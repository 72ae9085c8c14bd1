import { expect, test } from "vitest";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { publicId, seededId } from "../../src/ids.js";
import { testApp } from "../support/app.js";
import { askForPage, idsOf, lists, walkPages, type List, type Page } from "../support/lists.js";
import { changedContent, newCase, pagedContent } from "../support/paged-content.js";

const base = pagedContent();
/** How many different states the content goes through, one between two pages. */
const STATES = 4;

/** State 0 is the base; each later one lacks other cases of the base, and has one of its own and one for good. */
const states = Array.from({ length: STATES }, (_, state): SeedFiles => {
  if (state === 0) return base;
  const passing = newCase(`passing-${state}`, state);
  const lasting = Array.from({ length: state }, (_, index) => newCase(`lasting-${index}`, index));
  return changedContent(base, (index) => index < 70 && index % 7 === state, [passing, ...lasting]);
});

interface Walk {
  readonly list: List;
  readonly pages: Page[];
  /** How the next page is asked for; null at the end. */
  next: string | null;
}

test("each item comes once while cases are published and withdrawn between two pages", async () => {
  const app = await testApp(base);
  const inEachState: Set<string>[][] = [];
  for (const state of states) {
    await app.seed(state);
    const all: Set<string>[] = [];
    for (const list of lists) all.push(new Set(idsOf(await walkPages(app, list, 100))));
    inEachState.push(all);
  }

  const walks = lists.map((list): Walk => ({ list, pages: [], next: "first: 7" }));
  for (let turn = 0; walks.some(({ next }) => next !== null) && turn < 50; turn += 1) {
    await app.seed(states[turn % STATES] ?? base);
    for (const walk of walks) {
      if (walk.next === null) continue;
      const page = await askForPage(app, walk.list, walk.next);
      walk.pages.push(page);
      const { hasNextPage, endCursor } = page.pageInfo;
      walk.next = hasNextPage ? `first: 7, after: ${JSON.stringify(endCursor)}` : null;
    }
  }

  for (const [place, { list, pages }] of walks.entries()) {
    const name = [list.name, list.parent, list.args].filter(Boolean).join(" ");
    const ids = idsOf(pages);
    const inAll = [...(inEachState[0]?.[place] ?? [])].filter((id) =>
      inEachState.every((lists) => lists[place]?.has(id)),
    );
    expect([name, inAll.length > 4]).toEqual([name, true]);
    expect([name, repeated(ids)]).toEqual([name, []]);
    expect([name, inAll.filter((id) => !ids.includes(id))]).toEqual([name, []]);
  }
});

test("a withdrawn case is on no later page, a published one behind the cursor is, and the counts follow", async () => {
  const app = await testApp(base);
  const list = { name: "Query.cases", args: "orderBy: TITLE_ZH_ASC" };
  const first = await askForPage(app, list, "first: 10");
  const withdrawn = new Set(idsOf(await walkPages(app, list, 100)).slice(5, 15));
  const rowIds = base.cases.map(({ content }) => publicId("Case", seededId("Case", content.slug)));
  const added = { ...newCase("new", 3), title: { zh: "祖", en: "New" } };
  await app.seed(changedContent(base, (index) => withdrawn.has(rowIds[index] ?? ""), [added]));
  const rest = await askForPage(app, list, `first: 100, after: ${JSON.stringify(first.pageInfo.endCursor)}`);
  expect(rest.totalCount).toBe(first.totalCount - 10 + 1);
  expect(rest.nodes.length).toBe(first.totalCount - 15 + 1);
  expect(rest.nodes.filter(({ id }) => withdrawn.has(id))).toEqual([]);
  expect(rest.nodes.at(-1)?.id).toBe(publicId("Case", seededId("Case", "new")));
});

const repeated = (ids: readonly string[]): string[] => ids.filter((id, place) => ids.indexOf(id) !== place);
