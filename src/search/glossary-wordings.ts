import type { GlossaryTermView } from "../catalogue/vocabulary-views.js";
import { atOnce, type Steps } from "../event-loop.js";
import { fold, type TextRange } from "../text/fold.js";
import { inOtherNumber } from "../text/number-en.js";
import { phraseOf, runsOf, type Phrase } from "../text/tokens.js";
import { rangesOf } from "./phrase-ranges.js";

/** A stretch of a query that is one wording of a term. */
export interface KnownWording extends TextRange {
  readonly phrase: Phrase;
  /** The other wordings of the term, as the glossary writes them: those of the other language first. */
  readonly others: readonly string[];
}

/** More of them would only make a long query slow. */
const MAX_WORDINGS = 20;

/**
 * The wordings that stand in a folded text, in the order of the text: Chinese ones anywhere inside a run,
 * others as whole words, the last one in the singular or the plural. They do not overlap: of two that would,
 * the longer one counts.
 */
export function wordingsIn(folded: string, glossary: readonly GlossaryTermView[]): KnownWording[] {
  const found = atOnce(prepareWordings(glossary))
    .filter(({ firstRun }) => folded.includes(firstRun))
    .flatMap(({ phrase, others }) =>
      rangesOf([phrase], folded).map((range) => ({ ...range, phrase, others })),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const apart: KnownWording[] = [];
  for (const wording of found) {
    const isFree = apart.every(({ start, end }) => wording.end <= start || wording.start >= end);
    if (isFree && apart.length < MAX_WORDINGS) apart.push(wording);
  }
  return apart.sort((a, b) => a.start - b.start);
}

interface PreparedWording extends Omit<KnownWording, keyof TextRange> {
  /** A text without it does not have the wording either. */
  readonly firstRun: string;
}

/** Glossaries live as long as their edition, and so do their folded wordings. */
const prepared = new WeakMap<readonly GlossaryTermView[], readonly PreparedWording[]>();

/** So that the first search need not: term by term, for who else wants a turn. */
export function* prepareWordings(glossary: readonly GlossaryTermView[]): Steps<readonly PreparedWording[]> {
  const known = prepared.get(glossary);
  if (known) return known;
  const wordings: PreparedWording[] = [];
  for (const term of glossary) {
    wordings.push(...wordingsOfTerm(term));
    yield;
  }
  prepared.set(glossary, wordings);
  return wordings;
}

function wordingsOfTerm({ zh, en }: GlossaryTermView): PreparedWording[] {
  const inBoth = [
    { own: zh, translations: en },
    { own: en, translations: zh },
  ];
  return inBoth.flatMap(({ own, translations }) => {
    const folded = own.map((wording) => fold(wording));
    const inEitherNumber = new Set([...folded, ...folded.flatMap(inOtherNumber)]);
    return [...inEitherNumber].flatMap((text) => {
      const phrase = phraseOf(text);
      const firstRun = runsOf(phrase?.text ?? "")[0]?.text;
      if (!phrase || firstRun === undefined) return [];
      return {
        ...{ phrase, firstRun },
        others: [...translations, ...own.filter((_, place) => folded[place] !== text)],
      };
    });
  });
}
