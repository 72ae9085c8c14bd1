import { searchCases, type SearchedEdition } from "../../src/search/search-cases.js";
import type { SearchEngine } from "../../src/search/search-engine.js";
import type { JudgedAnswer } from "./figures.js";
import type { JudgedQuery } from "./judged-queries.js";

/** Asks each query as a portal would that sends nothing but the text. */
export async function answerQueries(
  queries: readonly JudgedQuery[],
  engine: Pick<SearchEngine, "search">,
  edition: SearchedEdition,
): Promise<JudgedAnswer[]> {
  const answers: JudgedAnswer[] = [];
  for (const judged of queries) {
    const { edges, total, info } = await searchCases(engine, edition, { ...plainly, query: judged.query });
    const slugs = edges.map((hit) => hit.case.slug);
    answers.push({ judged, slugs, total, isLoose: info.isLoose });
  }
  return answers;
}

const plainly = {
  useGlossary: true,
  filter: {},
  sort: "RELEVANCE",
  limit: 10,
  after: null,
  wantsFacets: false,
  wantsHighlights: false,
  wantsWholeCases: false,
} as const;
