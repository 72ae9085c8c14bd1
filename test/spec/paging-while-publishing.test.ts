import { expect, test } from "vitest";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { publicId, seededId } from "../../src/ids.js";
import { testApp } from "../support/app.js";
import { askForPage, idsOf, lists, walkPages, type List, type Page } from "../support/lists.js";
import { changedContent, newCase, pagedContent } from "../support/paged-content.js";

const base = pagedContent();
/** How many different states the content goes through, one between two pages. */
const STATES = 4;

/**
 * State 0 is the base; each later one has a case of its own and one for good, and lacks some of the base where
 * cases are withdrawn too.
 */
const statesOf = (isWithdrawing: boolean): SeedFiles[] =>
  Array.from({ length: STATES }, (_, state) => {
    const passing = isWithdrawing && state > 0 ? [newCase(`passing-${state}`, state)] : [];
    const lasting = Array.from({ length: state }, (_, index) => newCase(`lasting-${index}`, index));
    const isWithdrawn = (index: number) => isWithdrawing && state > 0 && index < 70 && index % 7 === state;
    return changedContent(base, isWithdrawn, [...passing, ...lasting]);
  });

interface Walk {
  readonly list: List;
  readonly pages: Page[];
  /** How the next page is asked for; null at the end. */
  next: string | null;
}

/** Walks all lists a page at a time, with another state before each page; tells what came twice or never. */
async function faultsOf(some: readonly List[], states: readonly SeedFiles[], isRound: boolean) {
  const app = await testApp(base);
  const inEachState: Set<string>[][] = [];
  for (const state of states) {
    await app.seed(state);
    const all: Set<string>[] = [];
    for (const list of some) all.push(new Set(idsOf(await walkPages(app, list, 100))));
    inEachState.push(all);
  }
  const walks = some.map((list): Walk => ({ list, pages: [], next: "first: 7" }));
  for (let turn = 0; walks.some(({ next }) => next !== null) && turn < 50; turn += 1) {
    await app.seed(states[isRound ? turn % STATES : Math.min(turn, STATES - 1)] ?? base);
    for (const walk of walks) {
      if (walk.next === null) continue;
      const page = await askForPage(app, walk.list, walk.next);
      walk.pages.push(page);
      const { hasNextPage, endCursor } = page.pageInfo;
      walk.next = hasNextPage ? `first: 7, after: ${JSON.stringify(endCursor)}` : null;
    }
  }
  return walks.flatMap(({ list, pages }, place) => {
    const sets = inEachState.flatMap((all) => all[place] ?? []);
    const throughout = [...(sets[0] ?? [])].filter((id) => sets.every((ids) => ids.has(id)));
    const ids = idsOf(pages);
    expect(throughout.length).toBeGreaterThan(4);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index).length;
    const missed = throughout.filter((id) => !ids.includes(id)).length;
    return repeated + missed === 0 ? [] : [{ ...list, repeated, missed }];
  });
}

const searches = lists.filter(({ name }) => name === "Query.searchCases");

test("each item of a list comes once while cases are published and withdrawn between two pages", async () => {
  const plain = lists.filter((list) => !searches.includes(list));
  expect(await faultsOf(plain, statesOf(true), true)).toEqual([]);
});

test("each hit of a search comes once while cases are published between two pages", async () => {
  expect(await faultsOf(searches, statesOf(false), false)).toEqual([]);
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
