import { longWords, type GrowingColumn } from "../growing-column.js";
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

/** Stands before and after each spelling, and in none. */
const EDGE = "\n";

/**
 * Takes in spellings in one writing, by the places of what is spelled. All are one long text, and the starts in it are
 * kept by the first letters: to look something up is to compare it with what begins alike.
 */
export function createSpellings(writing: Writing) {
  const headLength = HEAD_LENGTHS[writing];
  const lines: string[] = [];
  const groups = new Map<string, Starts>();
  let end = EDGE.length;
  return {
    add(place: number, { text, starts }: Spelling): void {
      const line = text + EDGE;
      for (const start of starts) {
        const head = line.slice(start, start + headLength);
        const group = groups.get(head) ?? { starts: longWords(), places: longWords() };
        group.starts.push(end + start);
        group.places.push(place);
        groups.set(head, group);
      }
      lines.push(line);
      end += line.length;
    },
    /** The index of all of them. */
    index: (): SpellingIndex => indexOf(EDGE + lines.join(""), groups, headLength),
  };
}

/** Where in the text spellings with one head go on, and what they spell. */
interface Starts {
  readonly starts: GrowingColumn;
  readonly places: GrowingColumn;
}

function indexOf(all: string, groups: ReadonlyMap<string, Starts>, headLength: number): SpellingIndex {
  const headsLike = (text: string): string[] =>
    text.length < headLength
      ? [...groups.keys()].filter((head) => head.startsWith(text))
      : [text.slice(0, headLength)];
  return {
    find(text, onFound) {
      for (const head of text === "" ? [] : headsLike(text)) {
        const group = groups.get(head);
        for (let number = 0; group && number < group.starts.length; number++) {
          const start = group.starts.at(number);
          if (!all.startsWith(text, start)) continue;
          const isFirst = all.startsWith(EDGE, start - 1);
          const isWhole = isFirst && all.startsWith(EDGE, start + text.length);
          onFound(group.places.at(number), isWhole ? "WHOLE" : isFirst ? "FIRST" : "LATER");
        }
      }
    },
  };
}
