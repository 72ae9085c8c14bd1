import { beginningLike } from "../text/typos.js";
import type { Position } from "./spelling-index.js";
import { typedInstead, typedOf, writings, type Typed, type Writing } from "./spellings.js";
import type { SuggestionEntry } from "./suggestion-entries.js";
import type { SuggestionIndex } from "./suggestion-index.js";

/**
 * What somebody may mean who has typed this much, the most useful first; at most `limit`.
 *
 * A case is not suggested beside its town: the few lines of a box are for different things, the town is the
 * short name for what both say, and it leads to its cases. So a case comes by what its title has and the
 * names of its town have not. Sounds inside names, and typing errors after them, are looked for where
 * nothing else is found: beside what was typed they would be noise.
 */
export function suggest(index: SuggestionIndex, text: string, limit: number): SuggestionEntry[] {
  const typed = typedOf(text);
  const ways = [
    () => ranksOf(index, [typed], worth),
    () => ranksOf(index, [typed], worthWithSoundsInside),
    () => ranksOf(index, likelyMeant(index, typed), worth),
  ];
  for (const ranks of ways) {
    const best = bestOf(index, ranks(), limit);
    if (best.length > 0) return best;
  }
  return [];
}

/** What a match is worth by where it lies; less is better. */
type Worth = Readonly<Record<Writing, Readonly<Record<Position, number>>>>;

const WORST = 3;
const NO_MATCH = WORST + 1;

const worth: Worth = {
  CHINESE: { WHOLE: 0, FIRST: 1, LATER: WORST },
  LATIN: { WHOLE: 0, FIRST: 1, LATER: 2 },
  PINYIN: { WHOLE: 0, FIRST: 2, LATER: NO_MATCH },
  INITIALS: { WHOLE: 2, FIRST: 2, LATER: NO_MATCH },
};
const worthWithSoundsInside: Worth = {
  ...worth,
  PINYIN: { ...worth.PINYIN, LATER: WORST },
  INITIALS: { ...worth.INITIALS, LATER: WORST },
};

/** The best rank of each entry, by its place, for any of what may have been typed. */
function ranksOf({ entries, spellings }: SuggestionIndex, typed: readonly Typed[], of: Worth): Uint8Array {
  const ranks = new Uint8Array(entries.length).fill(NO_MATCH);
  for (const { as, han } of typed) {
    const withHan = han.map((run) => {
      const places = new Set<number>();
      spellings.get("CHINESE")?.find(run, (place) => places.add(place));
      return places;
    });
    for (const writing of writings) {
      spellings.get(writing)?.find(as[writing], (place, position) => {
        const rank = of[writing][position];
        const isBetter = rank < (ranks[place] ?? 0);
        if (isBetter && withHan.every((places) => places.has(place))) ranks[place] = rank;
      });
    }
  }
  return ranks;
}

function bestOf({ entries }: SuggestionIndex, ranks: Uint8Array, limit: number): SuggestionEntry[] {
  const byRank = Array.from({ length: NO_MATCH }, (): SuggestionEntry[] => []);
  // A plain loop: on a typed array `forEach` takes more than ten times as long.
  for (let place = 0; place < ranks.length; place++) {
    const list = byRank[ranks[place] ?? NO_MATCH];
    if (!list || list.length === limit) continue;
    const entry = isSaidByTown(entries.townOf(place), ranks) ? undefined : entries.at(place);
    if (entry) list.push(entry);
  }
  return byRank.flat().slice(0, limit);
}

function isSaidByTown(town: number | null, ranks: Uint8Array): boolean {
  return town !== null && (ranks[town] ?? NO_MATCH) < NO_MATCH;
}

/** What this may be a misspelling of. */
function likelyMeant({ words }: SuggestionIndex, typed: Typed): Typed[] {
  const wrong = typed.as.PINYIN;
  const near = (words.get(wrong.slice(0, 1)) ?? []).flatMap((word) => beginningLike(wrong, word) ?? []);
  return [...new Set(near)].map((word) => typedInstead(word, typed));
}
