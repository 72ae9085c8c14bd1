import type { Steps } from "../event-loop.js";
import type { Spelling, Writing } from "./spellings.js";

/** Where in a spelling a match lies: it is the whole spelling, its beginning, or begins later. */
export type Position = "WHOLE" | "FIRST" | "LATER";

/** All spellings in one writing. Immutable. */
export interface SpellingIndex {
  /** Calls back for each start from which a spelling goes on like this; none goes on like an empty text. */
  find(text: string, found: (place: number, position: Position) => void): void;
}

/** Units by which starts are kept together. There are enough Chinese characters for one to tell much. */
const HEAD_LENGTHS: Readonly<Record<Writing, number>> = { CHINESE: 1, LATIN: 2, PINYIN: 2, INITIALS: 2 };

/** Entries after which a look at the time is worth while. */
const A_WHILE = 200;

/** Stands before and after each spelling, and in none. */
const EDGE = "\n";

/**
 * The index of the spellings of these, by their places; those in other writings are left out. All spellings are one long
 * text, and the starts in it are kept by the first letters: to look something up is to compare it with what begins alike.
 */
export function* buildSpellingIndex(
  writing: Writing,
  spelled: readonly { readonly spellings: readonly Spelling[] }[],
): Steps<SpellingIndex> {
  const headLength = HEAD_LENGTHS[writing];
  const lines: string[] = [];
  const found = new Map<string, { readonly starts: number[]; readonly places: number[] }>();
  let end = EDGE.length;
  for (const [place, { spellings }] of spelled.entries()) {
    for (const { writing: own, text, starts } of spellings) {
      if (own !== writing) continue;
      const line = text + EDGE;
      for (const start of starts) {
        const head = line.slice(start, start + headLength);
        const group = found.get(head) ?? { starts: [], places: [] };
        group.starts.push(end + start);
        group.places.push(place);
        found.set(head, group);
      }
      lines.push(line);
      end += line.length;
    }
    if (place % A_WHILE === 0) yield;
  }
  const all = EDGE + lines.join("");
  const groups = new Map(
    Array.from(found, ([head, { starts, places }]) => [
      head,
      { starts: Uint32Array.from(starts), places: Uint32Array.from(places) },
    ]),
  );

  const headsLike = (text: string): string[] =>
    text.length < headLength
      ? [...groups.keys()].filter((head) => head.startsWith(text))
      : [text.slice(0, headLength)];
  return {
    find(text, onFound) {
      for (const head of text === "" ? [] : headsLike(text)) {
        const group = groups.get(head);
        group?.starts.forEach((start, number) => {
          if (!all.startsWith(text, start)) return;
          const isFirst = all.startsWith(EDGE, start - 1);
          const isWhole = isFirst && all.startsWith(EDGE, start + text.length);
          onFound(group.places[number] ?? 0, isWhole ? "WHOLE" : isFirst ? "FIRST" : "LATER");
        });
      }
    },
  };
}
