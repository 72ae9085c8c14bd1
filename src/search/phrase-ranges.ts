import type { TextRange } from "../text/fold.js";
import { rememberingOf } from "./remembering.js";
import { kindAt, runsOf, widthAt, type CharacterKind, type Phrase, type Run } from "../text/tokens.js";

/**
 * Where any of these phrases stands in a folded text, as an index finds it: Han characters anywhere, words
 * whole, or as far as they go on where the phrase is open. A stretch is found once, at its longest.
 */
export function rangesOf(phrases: readonly Phrase[], folded: string): readonly TextRange[] {
  // Most texts have none of what is looked for.
  let ends: Map<number, number> | null = null;
  for (const phrase of phrases) {
    const runs = runsOfPhrase(phrase);
    const first = runs[0]?.text ?? "";
    if (first === "") continue;
    for (let start = folded.indexOf(first); start !== -1; start = folded.indexOf(first, start + 1)) {
      const end = endOfMatch(folded, start, runs, phrase.isOpen);
      if (end === null) continue;
      ends ??= new Map();
      ends.set(start, Math.max(end, ends.get(start) ?? 0));
    }
  }
  if (ends === null) return NONE;
  return Array.from(ends, ([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
}

const NONE: readonly TextRange[] = [];

/** One phrase is looked for in many texts. */
const runsOfPhrase = rememberingOf(({ text }: Phrase) => runsOf(text));

/** Where the runs end when they stand at this place with nothing but gaps between them; null otherwise. */
function endOfMatch(folded: string, start: number, runs: readonly Run[], isOpen: boolean): number | null {
  let place = start;
  for (const [index, run] of runs.entries()) {
    const from = index === 0 ? place : endOf(folded, place, "GAP");
    const isApart = index === 0 || from > place || runs[index - 1]?.kind !== run.kind;
    if (!isApart || !folded.startsWith(run.text, from)) return null;
    if (run.kind === "WORD" && kindBefore(folded, from) === "WORD") return null;
    place = from + run.text.length;
    const wordEnd = run.kind === "WORD" ? endOf(folded, place, "WORD") : place;
    const mayGoOn = isOpen && index === runs.length - 1;
    if (wordEnd > place && !mayGoOn) return null;
    place = wordEnd;
  }
  return place;
}

/** The end of the characters of this kind that begin here. */
function endOf(text: string, start: number, kind: CharacterKind): number {
  let place = start;
  while (place < text.length && kindAt(text, place) === kind) place += widthAt(text, place);
  return place;
}

function kindBefore(text: string, place: number): CharacterKind {
  if (place === 0) return "GAP";
  const isPair = place > 1 && widthAt(text, place - 2) === 2;
  return kindAt(text, place - (isPair ? 2 : 1));
}
