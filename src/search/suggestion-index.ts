import { groupBy } from "../group-by.js";
import { buildSpellingIndex, type SpellingIndex } from "./spelling-index.js";
import { writings, type Spelling, type Writing } from "./spellings.js";
import {
  suggestionEntriesOf,
  type SpelledEntry,
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

/** Made when something is first asked of an edition, and kept as long as the edition is. */
const indexes = new WeakMap<SuggestedEdition, SuggestionIndex>();

/** The index of this edition. */
export function suggestionIndexOf(edition: SuggestedEdition): SuggestionIndex {
  const known = indexes.get(edition);
  if (known) return known;
  const made = buildSuggestionIndex(suggestionEntriesOf(edition));
  indexes.set(edition, made);
  return made;
}

/** The index of these entries. */
export function buildSuggestionIndex(spelled: readonly SpelledEntry[]): SuggestionIndex {
  const words = new Set<string>();
  for (const [, spelling] of placed(spelled)) {
    for (const word of wordsOf(spelling)) words.add(word);
  }
  return {
    entries: spelled.map(({ entry }) => entry),
    spellings: new Map(writings.map((writing) => [writing, buildSpellingIndex(writing, placed(spelled))])),
    words: groupBy(words, (word) => word.slice(0, 1)),
  };
}

function* placed(spelled: readonly SpelledEntry[]): Generator<[place: number, spelling: Spelling]> {
  for (const [place, { spellings }] of spelled.entries()) {
    for (const spelling of spellings) yield [place, spelling];
  }
}

function wordsOf({ writing, text }: Spelling): readonly string[] {
  if (writing === "LATIN") return text.split(" ");
  return writing === "PINYIN" ? [text] : [];
}
