import { atOnce, withPauses, type Steps } from "../event-loop.js";
import { groupBy } from "../group-by.js";
import { createSpellings, type SpellingIndex } from "./spelling-index.js";
import { writings, type Spelling, type Writing } from "./spellings.js";
import { suggestionEntriesOf, type SuggestedEdition, type SuggestionEntries } from "./suggestion-entries.js";

/** What there is to suggest, and the ways to it. Immutable. */
export interface SuggestionIndex {
  readonly entries: SuggestionEntries;
  /** Their spellings, by their places among the entries. */
  readonly spellings: ReadonlyMap<Writing, SpellingIndex>;
  /** Each word and each sound of a name once, by first letter: what may have been typed with a typo. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

export interface SuggestionIndexes {
  /**
   * The index of this edition, made when something is first asked of it. A large one takes seconds, in which requests
   * are answered: until it is there, that of an earlier edition, and at first one without cases, which takes a quarter of
   * the time; `isOfEdition` tells.
   */
  indexOf(
    edition: SuggestedEdition,
  ): Promise<{ readonly index: SuggestionIndex; readonly isOfEdition: boolean }>;
}

/** From so many cases on nobody waits for the index of an edition. */
const MANY_CASES = 1_000;

/** It takes seconds, in which requests are to be answered nearly as fast as ever. */
const SHORT_TURN_MS = 2;

export function createSuggestionIndexes(manyCases = MANY_CASES): SuggestionIndexes {
  const made = new WeakMap<SuggestedEdition, SuggestionIndex>();
  let latest: SuggestionIndex | null = null;
  let first: Promise<SuggestionIndex> | null = null;
  let isMaking = false;
  let failure: { readonly error: unknown } | null = null;

  const steps = (edition: SuggestedEdition, withCases = true): Steps<SuggestionIndex> =>
    buildIndex(suggestionEntriesOf(edition, { withCases }));
  const keep = (edition: SuggestedEdition, index: SuggestionIndex): SuggestionIndex => {
    made.set(edition, index);
    return (latest = index);
  };
  /** One at a time, for which nobody waits: where it fails, the next request hears of it, and those after it begin again. */
  const make = async (edition: SuggestedEdition): Promise<void> => {
    if (isMaking) return;
    isMaking = true;
    try {
      keep(edition, await withPauses(steps(edition), SHORT_TURN_MS));
    } catch (error) {
      failure = { error };
    } finally {
      isMaking = false;
    }
  };
  const makeFirst = (edition: SuggestedEdition): Promise<SuggestionIndex> =>
    (first ??= withPauses(steps(edition, false)).finally(() => {
      first = null;
    }));
  return {
    async indexOf(edition) {
      const known = made.get(edition);
      if (known) return { index: known, isOfEdition: true };
      if (edition.columns.size < manyCases) {
        return { index: keep(edition, atOnce(steps(edition))), isOfEdition: true };
      }
      if (failure !== null) {
        const { error } = failure;
        failure = null;
        throw error;
      }
      if (latest === null) {
        const withoutCases = await makeFirst(edition);
        latest ??= withoutCases;
      }
      void make(edition);
      return { index: latest, isOfEdition: false };
    },
  };
}

/** Entry by entry: the spellings of all of them at a time would be the most that the service has in memory. */
function* buildIndex({ entries, spelled }: ReturnType<typeof suggestionEntriesOf>): Steps<SuggestionIndex> {
  const words = new Set<string>();
  const spellings = new Map(writings.map((writing) => [writing, createSpellings(writing)]));
  let place = 0;
  for (const ofEntry of spelled) {
    for (const spelling of ofEntry) {
      spellings.get(spelling.writing)?.add(place, spelling);
      for (const word of wordsOf(spelling)) words.add(word);
    }
    place += 1;
    yield;
  }
  const indexes = new Map<Writing, SpellingIndex>();
  for (const [writing, some] of spellings) {
    indexes.set(writing, some.index());
    yield;
  }
  return { entries, spellings: indexes, words: groupBy(words, (word) => word.slice(0, 1)) };
}

function wordsOf({ writing, text }: Spelling): readonly string[] {
  if (writing === "LATIN") return text.split(" ");
  return writing === "PINYIN" ? [text] : [];
}
