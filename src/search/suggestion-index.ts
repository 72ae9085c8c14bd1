import { atOnce, withPauses, type Steps } from "../event-loop.js";
import { groupBy } from "../group-by.js";
import { buildSpellingIndex, type SpellingIndex } from "./spelling-index.js";
import { writings, type Spelling, type Writing } from "./spellings.js";
import {
  createTownSpeller,
  suggestionEntriesOf,
  type SuggestedEdition,
  type SuggestionEntry,
} from "./suggestion-entries.js";

/** What there is to suggest, and the ways to it. Immutable. */
export interface SuggestionIndex {
  /** In the order of equally good matches. */
  readonly entries: readonly SuggestionEntry[];
  /** Their spellings, by their places among the entries. */
  readonly spellings: ReadonlyMap<Writing, SpellingIndex>;
  /** Each word and each sound of a name once, by first letter: what may have been typed with a typo. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

export interface SuggestionIndexes {
  /**
   * The index of this edition, made when something is first asked of it. A large one takes seconds, in which requests
   * are answered: until it is there, that of an earlier edition, if there is one, which `isOfEdition` tells.
   */
  indexOf(
    edition: SuggestedEdition,
  ): Promise<{ readonly index: SuggestionIndex; readonly isOfEdition: boolean }>;
}

/** From so many cases on nobody waits for the index of an edition. */
const MANY_CASES = 1_000;

export function createSuggestionIndexes(manyCases = MANY_CASES): SuggestionIndexes {
  const spellTown = createTownSpeller();
  const made = new WeakMap<SuggestedEdition, SuggestionIndex>();
  const inTheMaking = new WeakMap<SuggestedEdition, Promise<SuggestionIndex>>();
  let latest: SuggestionIndex | null = null;

  const steps = (edition: SuggestedEdition): Steps<SuggestionIndex> => buildIndex(edition, spellTown);
  const keep = (edition: SuggestedEdition, index: SuggestionIndex): SuggestionIndex => {
    made.set(edition, index);
    return (latest = index);
  };
  const make = (edition: SuggestedEdition): Promise<SuggestionIndex> => {
    const making =
      inTheMaking.get(edition) ?? withPauses(steps(edition)).then((index) => keep(edition, index));
    inTheMaking.set(edition, making);
    return making;
  };
  return {
    async indexOf(edition) {
      const known = made.get(edition);
      if (known) return { index: known, isOfEdition: true };
      if (edition.columns.size < manyCases) {
        return { index: keep(edition, atOnce(steps(edition))), isOfEdition: true };
      }
      const making = make(edition);
      return latest ? { index: latest, isOfEdition: false } : { index: await making, isOfEdition: true };
    },
  };
}

function* buildIndex(
  edition: SuggestedEdition,
  spellTown: ReturnType<typeof createTownSpeller>,
): Steps<SuggestionIndex> {
  const spelled = yield* suggestionEntriesOf(edition, spellTown);
  const words = new Set<string>();
  for (const [place, { spellings }] of spelled.entries()) {
    for (const word of spellings.flatMap(wordsOf)) words.add(word);
    if (place % A_WHILE === 0) yield;
  }
  const byWriting = new Map<Writing, SpellingIndex>();
  for (const writing of writings) byWriting.set(writing, yield* buildSpellingIndex(writing, spelled));
  return {
    entries: spelled.map(({ entry }) => entry),
    spellings: byWriting,
    words: groupBy(words, (word) => word.slice(0, 1)),
  };
}

/** Entries after which a look at the time is worth while. */
const A_WHILE = 200;

function wordsOf({ writing, text }: Spelling): readonly string[] {
  if (writing === "LATIN") return text.split(" ");
  return writing === "PINYIN" ? [text] : [];
}
