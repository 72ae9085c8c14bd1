import type { Meilisearch, MultiSearchQuery } from "meilisearch";
import { createWordList, type WordList } from "../../text/word-list.js";
import { failureOf, isNotFound } from "./server-failure.js";
import { isSameState, stateIn, stateQuery, type StoredState } from "./index-state.js";
import { MOST_DOCUMENTS, MOST_FACET_VALUES } from "./settings.js";
import type { Answer } from "./server-answer.js";
import { keptTokenTexts, type KeptTokenTexts } from "./token-texts.js";

/** The running index at one moment, and what is kept of it in memory. */
export interface SeenIndex {
  readonly state: StoredState;
  readonly documentCount: number;
  readonly words: WordList;
  readonly tokenTexts: KeptTokenTexts;
}

/** A limit of the index that is coming near; past it, counts would be wrong. */
export interface NearLimit {
  readonly limit: "documents" | "words";
  readonly count: number;
  readonly most: number;
}

/** How many of each the server counts. */
export type Limits = Readonly<Record<NearLimit["limit"], number>>;

const ownLimits: Limits = { documents: MOST_DOCUMENTS, words: MOST_FACET_VALUES };

/** The index is no longer what was seen: what was worked out of it has to be worked out again. */
export class IndexMoved extends Error {}

/** The index has more than the server counts. */
export class LimitPassed extends Error {}

export interface ServerIndex {
  /** What was last seen, without a request where there is something; null: there is no index, or no state in it. */
  seen(): Promise<SeenIndex | null>;
  /** What is there now. */
  look(): Promise<SeenIndex | null>;
  /** All answers are of the index as it was seen before, and is still after them. @throws {IndexMoved} */
  ask(seen: SeenIndex, queries: readonly Omit<MultiSearchQuery, "indexUid">[]): Promise<readonly Answer[]>;
}

/** Follows the running index of this name. */
export function followServerIndex(
  client: Meilisearch,
  uid: string,
  onNearLimit: (near: NearLimit) => void,
  limits: Limits = ownLimits,
): ServerIndex {
  let last: SeenIndex | null = null;

  /** The answers, and the state after them: the server answers the queries of a request one after the other. */
  const askWithState = async (
    queries: readonly Omit<MultiSearchQuery, "indexUid">[],
  ): Promise<{ readonly state: StoredState | null; readonly answers: readonly Answer[] }> => {
    const { results } = await client.multiSearch<
      { queries: MultiSearchQuery[] },
      Readonly<Record<string, unknown>>
    >({
      queries: [...queries.map((query) => ({ indexUid: uid, ...query })), stateQuery(uid)],
    });
    return { state: stateIn(results.at(-1)?.hits ?? []), answers: results.slice(0, -1) };
  };

  const load = async (before: StoredState): Promise<SeenIndex> => {
    const everything = { q: "", filter: "isCase = true", page: 1, hitsPerPage: 0 };
    const { state, answers } = await askWithState([{ ...everything, facets: ["words"] }]);
    if (state === null || !isSameState(before, state))
      throw new IndexMoved("The search index is being changed.");
    const documentCount = answers[0]?.totalHits ?? 0;
    const documentsOfWord = Object.entries(answers[0]?.facetDistribution?.["words"] ?? {});
    watch({ limit: "documents", count: documentCount, most: limits.documents }, onNearLimit);
    watch({ limit: "words", count: documentsOfWord.length, most: limits.words }, onNearLimit);
    const words = createWordList({
      words: documentsOfWord.map(([word]) => word),
      documents: documentsOfWord.map(([, documents]) => documents),
    });
    return { state, documentCount, words, tokenTexts: keptTokenTexts() };
  };

  const lookOnce = async (): Promise<SeenIndex | null> => {
    try {
      const { state } = await askWithState([]);
      if (last !== null && isSameState(last.state, state)) return last;
      return state === null ? null : await load(state);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  const look = async (): Promise<SeenIndex | null> => {
    for (let attempts = MOST_ATTEMPTS; ; attempts--) {
      try {
        return (last = await lookOnce());
      } catch (error) {
        if (!(error instanceof IndexMoved) || attempts === 1) throw error;
      }
    }
  };

  return {
    look,
    seen: async () => last ?? look(),
    async ask(seen, queries) {
      const { state, answers } = await askWithState(queries).catch((error: unknown) => {
        throw isMissing(error) ? new IndexMoved("The search index has gone.") : error;
      });
      if (!isSameState(seen.state, state)) throw new IndexMoved("The search index has changed.");
      return answers;
    },
  };
}

/** There is no such index, or one that somebody has made without our settings. */
const isMissing = (error: unknown): boolean =>
  isNotFound(error) || failureOf(error)?.code === "invalid_search_filter";

/** An index that changes all the time is no use to anybody. */
export const MOST_ATTEMPTS = 5;

/** From this share of a limit on, those who run the service are told. */
const NEAR = 0.8;

function watch(near: NearLimit, onNearLimit: (near: NearLimit) => void): void {
  const { limit, count, most } = near;
  if (count >= most) {
    throw new LimitPassed(`The search index has ${count} ${limit}; the server counts no more than ${most}.`);
  }
  if (count >= most * NEAR) onNearLimit(near);
}
