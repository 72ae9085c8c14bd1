import { describe, expect } from "vitest";
import { countFacets, facetGroups, type FacetGroup } from "../../../src/catalogue/facets.js";
import type { CaseFilter } from "../../../src/catalogue/filter.js";
import type { CaseView } from "../../../src/catalogue/views.js";
import { passagesOf } from "../../../src/search/passages.js";
import { editionOf } from "../../support/case-views.js";
import { manyTowns } from "../../support/search-corpus.js";
import { questionsTo, type Contract } from "./harness.js";

/** Filters and facets beside a query. */
export function describeFiltering({ promise, filledWith }: Contract): void {
  describe("filters and facets", () => {
    promise("hits, totals and facets are those of counting by hand", async () => {
      const views = manyTowns(60);
      const { search, edition } = await filledWith(views);
      for (const word of ["产业", "信息", "小镇学校", ""]) {
        for (const filter of filters) {
          const page = await search(word, { filter, limit: 100, wantsFacets: true });
          const having = views.filter((view) => has(view, word));
          const passing = having.filter((view) => passes(view, filter));
          expect(page.edges.map((hit) => hit.case.slug).sort()).toEqual(
            passing.map(({ slug }) => slug).sort(),
          );
          expect(page.total).toBe(passing.length);
          for (const group of facetGroups) {
            const others = having.filter((view) => passes(view, { ...filter, [group]: undefined }));
            const counted = [...(page.facets?.[group] ?? [])].filter(([, count]) => count > 0);
            expect(new Map(counted), `${word} ${JSON.stringify(filter)} ${group}`).toEqual(
              countBy(others, group),
            );
          }
          if (word === "") expect(page.facets).toEqual(countFacets(edition.columns, filter));
        }
      }
    });

    promise("are worked out only when they are wanted", async () => {
      const { search } = await filledWith(manyTowns(5));
      expect((await search("产业")).facets).toBeNull();
    });

    promise("a filter never makes a search loose", async () => {
      const { search } = await filledWith(manyTowns(60));
      const page = await search("产业 信息", { filter: { towns: ["no-such-town"] } });
      expect(page).toMatchObject({ total: 0, info: { isLoose: false } });
    });

    promise("a case that the asking edition does not know is no hit and in no count", async () => {
      const views = manyTowns(30);
      const { engine, search } = await filledWith(views);
      const { total } = await search("产业");
      const hidden = views.find((view) => has(view, "产业"));
      const fewer = questionsTo(engine, editionOf(views.filter((view) => view !== hidden)));
      const page = await fewer.search("产业", { limit: 100, wantsFacets: true });
      expect(page.total).toBe(total - 1);
      expect(page.edges.length).toBe(total - 1);
      expect([...(page.facets?.kinds ?? [])]).toEqual([["EXEMPLARY", total - 1]]);
    });
  });
}

const filters: readonly CaseFilter[] = [
  {},
  { categories: ["CULTURAL_HERITAGE"] },
  { categories: ["CULTURAL_HERITAGE", "POPULATION_TRANSFER"], provinces: ["zhejiang"] },
  { provinces: ["jiangsu", "yunnan"], rounds: ["1"] },
  { tags: ["even"], rounds: ["1", "2"], categories: ["NEW_INDUSTRY_CLUSTER"] },
];

const has = (view: CaseView, word: string): boolean =>
  passagesOf(view).some(({ text }) => text.includes(word)) || word === "";

const valuesOf: { readonly [Group in FacetGroup]: (view: CaseView) => readonly string[] } = {
  categories: (view) => [view.category?.key ?? "UNKNOWN"],
  kinds: (view) => [view.kind],
  provinces: (view) => [view.town.region.key],
  industries: (view) => view.town.industries.map(({ key }) => key),
  problems: (view) => view.problems.map(({ key }) => key),
  warningKinds: (view) => (view.warning === null ? [] : [view.warning.kind]),
  practices: (view) => view.practices.map(({ slug }) => slug),
  tags: (view) => view.tags.map(({ key }) => key),
  rounds: (view) => [view.round === null ? "UNKNOWN" : String(view.round)],
};

function passes(
  view: CaseView,
  filter: { readonly [Group in FacetGroup]?: readonly string[] | undefined },
): boolean {
  return facetGroups.every((group) => {
    const wanted = filter[group];
    return wanted === undefined || valuesOf[group](view).some((value) => wanted.includes(value));
  });
}

function countBy(views: readonly CaseView[], group: FacetGroup): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of views.flatMap((view) => valuesOf[group](view))) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
