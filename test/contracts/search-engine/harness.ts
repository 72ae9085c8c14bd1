import { afterEach, test } from "vitest";
import type { CaseView } from "../../../src/catalogue/views.js";
import type { GlossaryTermView } from "../../../src/catalogue/vocabulary-views.js";
import type { IndexedEdition } from "../../../src/search/published-documents.js";
import { rebuildIndex } from "../../../src/search/rebuild.js";
import {
  searchCases,
  type CaseSearchPage,
  type SearchCasesArguments,
} from "../../../src/search/search-cases.js";
import type { SearchEngine } from "../../../src/search/search-engine.js";
import { editionOf } from "../../support/case-views.js";

/** A test that an engine may skip by its name, with a reason that the run shows. */
export interface Skip {
  readonly test: string;
  readonly reason: string;
}

export interface ContractOptions {
  /** Opens an empty engine of its own. */
  readonly open: () => Promise<SearchEngine>;
  readonly skip: readonly Skip[];
}

/** An engine that has these cases, and the questions to it. */
export interface FilledEngine {
  readonly engine: SearchEngine;
  readonly edition: IndexedEdition;
  search(query: string, more?: Partial<SearchCasesArguments>): Promise<CaseSearchPage>;
  /** Slugs of the first hundred hits, in order. */
  find(query: string, more?: Partial<SearchCasesArguments>): Promise<string[]>;
}

export interface Contract {
  promise(name: string, prove: () => Promise<void>): void;
  open(): Promise<SearchEngine>;
  /** Without a glossary unless one is given. */
  filledWith(views: readonly CaseView[], glossary?: readonly GlossaryTermView[]): Promise<FilledEngine>;
}

/** What the parts of the contract are written with; engines are closed after each test. */
export function contractFor({ open, skip }: ContractOptions): Contract {
  const opened: SearchEngine[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()));
  });
  const openOne = async (): Promise<SearchEngine> => {
    const engine = await open();
    opened.push(engine);
    return engine;
  };
  return {
    promise(name, prove) {
      const skipped = skip.find((one) => one.test === name);
      if (skipped) test.skip(`${name} (${skipped.reason})`, prove);
      else test(name, prove);
    },
    open: openOne,
    async filledWith(views, glossary) {
      const engine = await openOne();
      const edition = editionOf(views);
      await fill(engine, edition);
      return questionsTo(engine, edition, glossary);
    },
  };
}

/** Rebuilds the index from an edition that does not change meanwhile. */
export async function fill(engine: SearchEngine, edition: IndexedEdition): Promise<void> {
  await rebuildIndex({
    engine,
    freshEdition: () => Promise.resolve(edition),
    changeLog: {
      contentRevision: () => Promise.resolve(edition.contentRevision),
      changesAfter: () => Promise.resolve([]),
    },
  });
}

export function questionsTo(
  engine: SearchEngine,
  edition: IndexedEdition,
  glossary: readonly GlossaryTermView[] = [],
): FilledEngine {
  const search: FilledEngine["search"] = (query, more) =>
    searchCases(
      engine,
      { ...edition, cards: edition.cases, casesWithTexts: edition.cases, vocabulary: { glossary } },
      { ...plainly, query, ...more },
    );
  return {
    engine,
    edition,
    search,
    find: async (query, more) =>
      (await search(query, { limit: 100, ...more })).edges.map((hit) => hit.case.slug),
  };
}

const plainly = {
  useGlossary: true,
  filter: {},
  sort: "RELEVANCE",
  limit: 20,
  after: null,
  wantsFacets: false,
  wantsHighlights: false,
  wantsWholeCases: false,
} as const;
