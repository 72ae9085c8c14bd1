import type { CaseFacts } from "../catalogue/case-facts.js";
import type { ColumnGroup } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { compareTitles } from "../catalogue/order.js";
import type { TownEntry } from "../catalogue/towns.js";
import type { CategoryView, NamedKeyView, PracticeView, RegionView } from "../catalogue/vocabulary-views.js";
import type { Steps } from "../event-loop.js";
import type { Label } from "../terms.js";
import {
  spellingOfEnglish,
  spellingOfSlug,
  spellingsOfChinese,
  spellingsOfName,
  spellingsOfTitle,
  type Spelling,
} from "./spellings.js";

/** The kinds of things that are suggested; of equally good matches the kind that stands first comes first. */
export const suggestionKinds = [
  "TOWN",
  "CASE",
  "CATEGORY",
  "PRACTICE",
  "TAG",
  "PROBLEM",
  "INDUSTRY",
  "REGION",
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What is suggested: a town or a case by its public id, a word of a vocabulary as it is. */
export type SuggestionTarget =
  | { readonly kind: "TOWN" | "CASE"; readonly id: string }
  | { readonly kind: "CATEGORY"; readonly word: CategoryView }
  | { readonly kind: "PRACTICE"; readonly word: PracticeView }
  | { readonly kind: "TAG" | "PROBLEM" | "INDUSTRY"; readonly word: NamedKeyView }
  | { readonly kind: "REGION"; readonly word: RegionView };

/** Something that can be suggested. */
export interface SuggestionEntry {
  /** Its present name, or the title. */
  readonly label: Label;
  readonly target: SuggestionTarget;
  /** Of a case: the place of its town among the entries. */
  readonly town: number | null;
}

/** The same, and how it may be typed. */
export interface SpelledEntry {
  readonly entry: SuggestionEntry;
  readonly spellings: readonly Spelling[];
}

/** What the entries are made of. */
export type SuggestedEdition = Pick<Edition, "columns" | "towns" | "vocabulary">;

/** Spells a town; one that has not changed since need not be spelled again. */
export type TownSpeller = (town: TownEntry) => SpelledEntry;

export function createTownSpeller(): TownSpeller {
  const spelled = new WeakMap<TownEntry, SpelledEntry>();
  return (town) => {
    const entry = spelled.get(town) ?? entryOfTown(town);
    spelled.set(town, entry);
    return entry;
  };
}

/**
 * All that an edition has to suggest, in the order of equally good matches: by kind, then by the number of
 * published cases, the most first, then by pinyin of the Chinese name. A word that no published case uses
 * is nothing to suggest.
 */
export function* suggestionEntriesOf(
  edition: SuggestedEdition,
  spellTown: TownSpeller = entryOfTown,
): Steps<readonly SpelledEntry[]> {
  const { columns } = edition;
  const towns = [...edition.towns].sort((a, b) => b.caseCount - a.caseCount);
  const placeOfTown = new Map(towns.map(({ id }, place) => [id, place]));
  const entries: SpelledEntry[] = [];
  for (const town of towns) {
    entries.push(spellTown(town));
    yield;
  }
  const hasSounds = columns.size <= MOST_SOUNDED;
  for (const ordinal of columns.inOrder("TITLE_ZH_ASC")) {
    const facts = columns.facts.at(ordinal);
    if (facts) entries.push(entryOfCase(facts, placeOfTown.get(facts.town.id) ?? null, hasSounds));
    yield;
  }
  return [...entries, ...usedWords(edition).map(entryOfWord)];
}

/** Of more titles the sounds take too long to make and too much memory; towns and words keep theirs. */
const MOST_SOUNDED = 10_000;

/** A word of a vocabulary, and where the columns have it. */
interface Word {
  readonly target: Exclude<SuggestionTarget, { readonly id: string }>;
  readonly key: string;
  readonly group: ColumnGroup;
}

function usedWords({ columns, vocabulary }: SuggestedEdition): Word[] {
  const casesOf = ({ group, key }: Word): number => columns.having(group, key).count();
  const inOrder = (words: readonly Word[]): Word[] =>
    words
      .filter((word) => casesOf(word) > 0)
      .sort(
        (a, b) =>
          casesOf(b) - casesOf(a) || compareTitles(a.target.word.name.zh, b.target.word.name.zh, "zh"),
      );
  const { categories, practices, tags, problems, industries, regions } = vocabulary;
  const wordsOfKinds: Word[][] = [
    categories.map((word) => ({ target: { kind: "CATEGORY", word }, key: word.key, group: "categories" })),
    practices.map((word) => ({ target: { kind: "PRACTICE", word }, key: word.slug, group: "practices" })),
    tags.map((word) => ({ target: { kind: "TAG", word }, key: word.key, group: "tags" })),
    problems.map((word) => ({ target: { kind: "PROBLEM", word }, key: word.key, group: "problems" })),
    industries.map((word) => ({ target: { kind: "INDUSTRY", word }, key: word.key, group: "industries" })),
    regions.map((word) => ({ target: { kind: "REGION", word }, key: word.key, group: "regions" })),
  ];
  return wordsOfKinds.flatMap(inOrder);
}

function entryOfTown({ id, slug, nameZh, nameEn, formerNamesZh, formerNamesEn }: TownEntry): SpelledEntry {
  const label = { zh: nameZh, en: nameEn };
  const formerNames = [...formerNamesZh.flatMap(spellingsOfChinese), ...formerNamesEn.map(spellingOfEnglish)];
  const spellings = [...spellingsOfName(label), ...formerNames, spellingOfSlug(slug)];
  return { entry: { label, target: { kind: "TOWN", id }, town: null }, spellings };
}

function entryOfCase(facts: CaseFacts, town: number | null, hasSounds: boolean): SpelledEntry {
  const { id, slug, formerSlugs, titleZh, titleEn } = facts;
  const label = { zh: titleZh, en: titleEn };
  const spellings = [...spellingsOfTitle(label, hasSounds), ...[slug, ...formerSlugs].map(spellingOfSlug)];
  return { entry: { label, target: { kind: "CASE", id }, town }, spellings };
}

function entryOfWord({ target, key }: Word): SpelledEntry {
  const label = target.word.name;
  return {
    entry: { label, target, town: null },
    spellings: [...spellingsOfName(label), spellingOfSlug(key)],
  };
}
