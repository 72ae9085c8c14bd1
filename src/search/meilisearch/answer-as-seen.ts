import type { SearchAnswer, SearchRequest } from "../search-engine.js";
import { searchUnavailable } from "../unavailable.js";
import { answerByPhrases } from "./answer-by-phrases.js";
import { failureOf } from "./server-failure.js";
import { IndexMoved, LimitPassed, MOST_ATTEMPTS, type ServerIndex } from "./server-index.js";
import { indexFormat } from "./settings.js";
import { toldState } from "./told-state.js";

/**
 * Answers from the index as it was last seen, and when it has moved meanwhile, from the index as it is now.
 * @throws {AppError} SEARCH_UNAVAILABLE
 */
export async function answerAsSeen(index: ServerIndex, request: SearchRequest): Promise<SearchAnswer> {
  try {
    for (let attempts = MOST_ATTEMPTS; ; attempts--) {
      const seen = attempts === MOST_ATTEMPTS ? await index.seen() : await index.look();
      if (seen?.state.format !== indexFormat) throw searchUnavailable();
      try {
        const found = await answerByPhrases(index, seen, request);
        return { ...found, index: toldState(seen), isDegraded: false };
      } catch (error) {
        if (!(error instanceof IndexMoved) || attempts === 1) throw error;
      }
    }
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** What has to do with the server says no more than that to who searches; all else is another matter. */
export function asUnavailable(error: unknown): unknown {
  const isOfServer = failureOf(error) !== null || error instanceof IndexMoved || error instanceof LimitPassed;
  return isOfServer ? searchUnavailable(error) : error;
}
