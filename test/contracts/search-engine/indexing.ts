import fc from "fast-check";
import { describe, expect } from "vitest";
import type { CaseView } from "../../../src/catalogue/views.js";
import { documentOf, fingerprintOf } from "../../../src/search/search-document.js";
import type { IndexChange } from "../../../src/search/search-engine.js";
import { caseViewOf, editionOf } from "../../support/case-views.js";
import { manyTowns, towns } from "../../support/search-corpus.js";
import { fill, questionsTo, type Contract } from "./harness.js";

/** How an index takes changes in, and how it is made anew. */
export function describeIndexing({ promise, open, filledWith }: Contract): void {
  describe("changes", () => {
    promise("can be found once they are applied, and no earlier text any more", async () => {
      const { engine } = await filledWith(towns());
      const changed = caseViewOf({ slug: "hefei", title: { zh: "花生公社", en: "Peanut Commune" } });
      const views = [...towns().filter(({ slug }) => slug !== "hefei"), changed];
      const { find } = questionsTo(engine, editionOf(views, 2));
      const changes: IndexChange[] = [{ put: documentOf(changed) }];
      expect(await engine.apply({ changes, after: 1, contentRevision: 2 })).toBe(true);
      expect(await find("花生")).toEqual(["hefei"]);
      expect(await find("peannut")).toEqual(["hefei"]);
      expect(await find("瓜子")).toEqual([]);
      expect(await find('"villagers"')).toEqual([]);
      expect(await engine.apply({ changes: [{ remove: changed.id }], after: 2, contentRevision: 3 })).toBe(
        true,
      );
      expect(await find("花生")).toEqual([]);
      expect((await engine.state()).documentCount).toBe(5);
    });

    promise("move the revision, and fit only the revision they follow", async () => {
      const { engine, find } = await filledWith(towns());
      const changes: IndexChange[] = towns().map(({ id }) => ({ remove: id }));
      expect(await engine.apply({ changes, after: 5, contentRevision: 6 })).toBe(false);
      expect(await find("袜业")).toEqual(["zhuji"]);
      expect(await engine.apply({ changes: [], after: 1, contentRevision: 4 })).toBe(true);
      expect(await engine.apply({ changes, after: 1, contentRevision: 4 })).toBe(false);
      expect(await engine.state()).toMatchObject({ contentRevision: 4, documentCount: 6 });
    });

    promise("the removal of what is not there changes nothing", async () => {
      const { engine, find } = await filledWith(towns());
      const stranger = caseViewOf({ slug: "stranger" });
      await engine.apply({ changes: [{ remove: stranger.id }], after: 1, contentRevision: 2 });
      expect((await find("")).length).toBe(6);
    });

    promise("one after the other give the same index as a rebuild", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { maxLength: 12 }), async (history) => {
          const published = new Map<string, CaseView>();
          const grown = await open();
          await fill(grown, editionOf([], 0));
          for (const [revision, batch] of history.entries()) {
            const changes = batch.map(({ slug, text }): IndexChange => {
              const view = variantOf(slug, text);
              if (text === null) published.delete(slug);
              else published.set(slug, view);
              return text === null ? { remove: view.id } : { put: documentOf(view) };
            });
            await grown.apply({ changes, after: revision, contentRevision: revision + 1 });
          }
          const edition = editionOf([...published.values()], history.length);
          const rebuilt = await open();
          await fill(rebuilt, edition);
          expect(await grown.fingerprints()).toEqual(await rebuilt.fingerprints());
          for (const query of questions) {
            expect(await answer(grown, edition, query), query).toEqual(await answer(rebuilt, edition, query));
          }
        }),
        { numRuns: 25 },
      );
    });
  });

  describe("a rebuild", () => {
    promise("leaves readers the old index until it is done", async () => {
      const { engine, find } = await filledWith(towns());
      const before = await engine.state();
      const rebuild = await engine.rebuild();
      await rebuild.apply(manyTowns(10).map((view) => ({ put: documentOf(view) })));
      expect(await rebuild.documentCount()).toBe(10);
      expect(await find("袜业")).toEqual(["zhuji"]);
      expect(await engine.state()).toEqual(before);
      await rebuild.commit(9);
      const after = await engine.state();
      expect(after).toMatchObject({ contentRevision: 9, documentCount: 10 });
      expect(after.generation).not.toBe(before.generation);
      expect(await find("袜业")).toEqual([]);
    });

    promise("takes changes back as well", async () => {
      const engine = await open();
      const rebuild = await engine.rebuild();
      const [first, second] = towns();
      if (!first || !second) throw new Error("The corpus has lost its towns.");
      await rebuild.apply([{ put: documentOf(first) }, { put: documentOf(second) }, { remove: first.id }]);
      await rebuild.commit(1);
      expect([...(await engine.fingerprints())]).toEqual([[second.id, fingerprintOf(documentOf(second))]]);
    });

    promise("that is given up leaves no trace, nor does one that was left half done", async () => {
      const { engine, find } = await filledWith(towns());
      await (await engine.rebuild()).abort();
      await (await engine.rebuild()).apply([{ put: documentOf(caseViewOf({ slug: "half-done" })) }]);
      expect(await find("袜业")).toEqual(["zhuji"]);
      await fill(engine, editionOf(towns(), 3));
      expect(await find("袜业")).toEqual(["zhuji"]);
      expect(await engine.state()).toMatchObject({ contentRevision: 3, documentCount: 6 });
    });
  });

  describe("an index that was never filled", () => {
    promise("says so, and is not searched", async () => {
      const engine = await open();
      expect(await engine.state()).toMatchObject({
        contentRevision: null,
        indexedAt: null,
        documentCount: 0,
      });
      const { search } = questionsTo(engine, editionOf([]));
      await expect(search("袜业")).rejects.toMatchObject({ code: "SEARCH_UNAVAILABLE" });
    });
  });
}

const steps = fc.array(
  fc.record({
    slug: fc.constantFrom("a", "b", "c", "d", "e"),
    text: fc.option(fc.constantFrom(0, 1, 2, 3), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
);

const texts = [
  { zh: "地理信息产业", en: "geographic information, lithium" },
  { zh: "新能源汽车产业", en: "new energy vehicles and batteries" },
  { zh: "信息与能源", en: "information energy geography" },
  { zh: "产业产业产业", en: "industry battery battery" },
] as const;

function variantOf(slug: string, text: number | null): CaseView {
  return caseViewOf({ slug, sections: { PRACTICE: texts[text ?? 0] ?? texts[0] } });
}

const questions = [
  "产业",
  "信息",
  "能源产业",
  "geografic",
  "batt",
  "energy information",
  "lithium vehicles geography",
];

async function answer(
  engine: Parameters<typeof questionsTo>[0],
  edition: Parameters<typeof questionsTo>[1],
  query: string,
): Promise<unknown> {
  const page = await questionsTo(engine, edition).search(query, { wantsFacets: true, wantsHighlights: true });
  const hits = page.edges.map(({ case: view, score, highlights }) => ({
    slug: view.slug,
    score,
    highlights,
  }));
  return { hits, total: page.total, facets: page.facets, expansions: page.info.expansions };
}
