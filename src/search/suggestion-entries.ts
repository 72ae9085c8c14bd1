import type { CaseFacts } from "../catalogue/case-facts.js";
import type { ColumnGroup } from "../catalogue/columns.js";
import type { Edition } from "../catalogue/edition.js";
import { compareTitles } from "../catalogue/order.js";
import type { TownEntry } from "../catalogue/towns.js";
import { sizeOf } from "../catalogue/value-sets.js";
import type { CategoryView, NamedKeyView, PracticeView, RegionView } from "../catalogue/vocabulary-views.js";
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
}

/** All entries, in the order of equally good matches. */
export interface SuggestionEntries {
  readonly length: number;
  at(place: number): SuggestionEntry | undefined;
  /** Of a case: the place of its town; of all else null. */
  townOf(place: number): number | null;
}

/** An entry, and how it may be typed. */
export interface SpelledEntry {
  readonly entry: SuggestionEntry;
  readonly spellings: readonly Spelling[];
}

/** What the entries are made of. */
export type SuggestedEdition = Pick<Edition, "columns" | "towns" | "vocabulary">;

/**
 * All that an edition has to suggest, in the order of equally good matches: by kind, then by the number of
 * published cases, the most first, then by pinyin of the Chinese name. A word that no published case uses
 * is nothing to suggest. The many cases are put together when they are asked for.
 */
export function suggestionEntriesOf(
  edition: SuggestedEdition,
  { withCases = true }: { withCases?: boolean } = {},
): { readonly entries: SuggestionEntries; readonly spelled: Iterable<readonly Spelling[]> } {
  const { facts, inOrder } = edition.columns;
  const towns = [...edition.towns].sort((a, b) => b.caseCount - a.caseCount);
  const placeOfTown = new Map(towns.map(({ id }, place) => [id, place]));
  const cases = withCases ? inOrder("TITLE_ZH_ASC") : new Uint32Array();
  const words = usedWords(edition).map(entryOfWord);
  const firstWord = towns.length + cases.length;
  const ofCase = (place: number): CaseFacts | undefined => facts.at(cases[place - towns.length] ?? -1);
  return {
    entries: {
      length: firstWord + words.length,
      at(place) {
        const [town, one] = [towns[place], ofCase(place)];
        if (town) return entryOfTown(town);
        return one ? entryOfCase(one) : words[place - firstWord]?.entry;
      },
      townOf(place) {
        const town = facts.townAt(cases[place - towns.length] ?? -1);
        return town === undefined ? null : (placeOfTown.get(town.id) ?? null);
      },
    },
    spelled: spelledIn(),
  };

  function* spelledIn(): Generator<readonly Spelling[]> {
    const hasSounds = cases.length <= MOST_SOUNDED;
    for (const town of towns) yield spellingsOfTown(town);
    for (const ordinal of cases) {
      const one = facts.at(ordinal);
      yield one ? spellingsOfCase(one, hasSounds) : [];
    }
    for (const { spellings } of words) yield spellings;
  }
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
  const countOf = ({ group, key }: Word): number => {
    const cases = columns.group(group).get(key);
    return cases === undefined ? 0 : sizeOf(cases);
  };
  const inOrder = (words: readonly Word[]): Word[] =>
    words
      .map((word) => ({ word, count: countOf(word), name: word.target.word.name.zh }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || compareTitles(a.name, b.name, "zh"))
      .map(({ word }) => word);
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

const entryOfTown = ({ id, nameZh, nameEn }: TownEntry): SuggestionEntry => ({
  label: { zh: nameZh, en: nameEn },
  target: { kind: "TOWN", id },
});

/** Made anew each time: of many towns they are tens of megabytes, and take half a second. */
function spellingsOfTown(town: TownEntry): readonly Spelling[] {
  const { slug, nameZh, nameEn, formerNamesZh, formerNamesEn } = town;
  const formerNames = [...formerNamesZh.flatMap(spellingsOfChinese), ...formerNamesEn.map(spellingOfEnglish)];
  return [...spellingsOfName({ zh: nameZh, en: nameEn }), ...formerNames, spellingOfSlug(slug)];
}

const entryOfCase = ({ id, titleZh, titleEn }: CaseFacts): SuggestionEntry => ({
  label: { zh: titleZh, en: titleEn },
  target: { kind: "CASE", id },
});

function spellingsOfCase(
  { slug, formerSlugs, titleZh, titleEn }: CaseFacts,
  hasSounds: boolean,
): readonly Spelling[] {
  const label = { zh: titleZh, en: titleEn };
  return [...spellingsOfTitle(label, hasSounds), ...[slug, ...formerSlugs].map(spellingOfSlug)];
}

function entryOfWord({ target, key }: Word): SpelledEntry {
  const label = target.word.name;
  return {
    entry: { label, target },
    spellings: [...spellingsOfName(label), spellingOfSlug(key)],
  };
}
