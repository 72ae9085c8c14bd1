import { groupBy } from "../group-by.js";
import type { CaseWithTexts } from "../catalogue/case-card.js";
import { withoutSigns } from "../text/words.js";
import { fold, foldWithOffsets, type FoldedText, type TextRange } from "../text/fold.js";
import { cropAround } from "./crop.js";
import { needlesOf, type Needle } from "./needles.js";
import { rangesOf } from "./phrase-ranges.js";
import { isInScope, passagesOf, type Passage } from "./passages.js";
import type { QueryPlan, SearchField, SearchScope } from "./query-plan.js";
import type { SearchAnswer, SearchHit } from "./search-engine.js";

/** A stretch of a passage, word for word, with the places that matched: UTF-16 code units into `text`. */
export interface Highlight extends Passage {
  /** In order; they do not overlap. */
  readonly ranges: readonly TextRange[];
}

export interface CaseHighlights {
  /** At most three, the best first. */
  readonly highlights: readonly Highlight[];
  /** As the texts have them, without the signs between their words; each once. */
  readonly matchedTerms: readonly string[];
}

export const noHighlights: CaseHighlights = { highlights: [], matchedTerms: [] };

const MAX_HIGHLIGHTS = 3;
const MAX_MATCHED_TERMS = 20;

/** Marks in cases what a plan has found them by. The same for every engine: only plan and texts count. */
export function createHighlighter(
  plan: QueryPlan,
  answer: Pick<SearchAnswer, "loosePieces" | "expansions">,
): (view: CaseWithTexts, hit: Pick<SearchHit, "isLoose">) => CaseHighlights {
  const { ofHits, ofLooseHits } = needlesOf(plan, answer);
  return (view, { isLoose }) => {
    const needles = isLoose ? ofLooseHits : ofHits;
    return plan.required.length > 0 ? highlightsOf(view, plan.scope, needles) : noHighlights;
  };
}

function highlightsOf(view: CaseWithTexts, scope: SearchScope, needles: readonly Needle[]): CaseHighlights {
  const passages = passagesOf(view)
    .filter((passage) => isInScope(passage, scope))
    .map((passage) => ({ passage, folded: foldWithOffsets(passage.text) }));
  const marks = needles.flatMap((needle) => marksOf(needle, passages));
  const bySearched = groupBy(marks, ({ searched }) => searched);
  const candidates = passages.flatMap((searched) => {
    const found = bySearched.get(searched);
    return found ? [bestStretch(searched.passage, found)] : [];
  });
  return {
    highlights: best(candidates).map(({ highlight }) => highlight),
    matchedTerms: matchedTerms(marks),
  };
}

interface SearchedPassage {
  readonly passage: Passage;
  readonly folded: FoldedText;
}

interface Mark {
  readonly searched: SearchedPassage;
  readonly needle: Needle;
  /** Into the passage. */
  readonly range: TextRange;
}

function marksOf(needle: Needle, passages: readonly SearchedPassage[]): Mark[] {
  const has = ({ folded }: SearchedPassage): boolean => rangesOf(needle.unless, folded.text).length > 0;
  if (needle.unless.length > 0 && passages.some(has)) return [];
  for (const phrases of needle.stages) {
    if (phrases.length === 0) continue;
    const marks: Mark[] = [];
    for (const searched of passages) {
      const { text, toOriginal } = searched.folded;
      for (const range of rangesOf(phrases, text)) marks.push({ searched, needle, range: toOriginal(range) });
    }
    if (marks.length > 0) return marks;
  }
  return [];
}

interface Candidate {
  readonly highlight: Highlight;
  /** How much of what is looked for it has. */
  readonly weight: number;
  readonly markCount: number;
}

/** Matches farther apart leave no room to show what stands around them. */
const CLUSTER_LENGTH = 100;

/** The stretch of about the length to show, inside one paragraph, that has the most of what is looked for. */
function bestStretch({ text, ...passage }: Passage, marks: readonly Mark[]): Candidate {
  const inOrder = [...marks].sort((a, b) => a.range.start - b.range.start);
  const clusters = inOrder.map(({ range: { start, end } }) => {
    const paragraphEnd = text.indexOf("\n", end);
    const latest = Math.min(start + CLUSTER_LENGTH, paragraphEnd === -1 ? text.length : paragraphEnd);
    const near = inOrder.filter(({ range }) => range.start >= start && range.end <= latest);
    return { start, end: Math.max(end, ...near.map(({ range }) => range.end)), weight: weightOf(near) };
  });
  const fullest = clusters.reduce((best, one) => (one.weight > best.weight ? one : best));
  const shown = cropAround(text, fullest);
  const inside = inOrder.filter(({ range }) => range.start >= shown.start && range.end <= shown.end);
  return {
    weight: weightOf(inside),
    markCount: inside.length,
    highlight: {
      ...passage,
      text: text.slice(shown.start, shown.end),
      ranges: merged(inside.map(({ range }) => range)).map(({ start, end }) => ({
        start: start - shown.start,
        end: end - shown.start,
      })),
    },
  };
}

/** Different things found count; the same thing found again does not. */
function weightOf(marks: readonly Mark[]): number {
  return [...new Set(marks.map(({ needle }) => needle))].reduce((sum, { weight }) => sum + weight, 0);
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const apart: TextRange[] = [];
  for (const range of ranges) {
    const last = apart.at(-1);
    if (last && range.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      apart.push(range);
    }
  }
  return apart;
}

/** Which field says more, where two say as much of the query. */
const fieldOrder: readonly SearchField[] = ["TITLE", "SUMMARY", "NARRATIVE", "EVIDENCE", "TOWN", "TAG"];
const isName = ({ highlight: { field } }: Candidate): boolean => field === "TITLE" || field === "TOWN";

/** A name says little about the text, and two of them say it twice: one at most, where there are others. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      b.weight - a.weight ||
      fieldOrder.indexOf(a.highlight.field) - fieldOrder.indexOf(b.highlight.field) ||
      b.markCount - a.markCount,
  );
  const firstName = sorted.find(isName);
  const otherNames = sorted.filter((one) => isName(one) && one !== firstName);
  return [...sorted.filter((one) => !otherNames.includes(one)), ...otherNames].slice(0, MAX_HIGHLIGHTS);
}

function matchedTerms(marks: readonly Mark[]): string[] {
  const terms = new Map<string, string>();
  for (const { searched, range } of marks) {
    const term = withoutSigns(searched.passage.text.slice(range.start, range.end));
    if (!terms.has(fold(term))) terms.set(fold(term), term);
    if (terms.size === MAX_MATCHED_TERMS) break;
  }
  return [...terms.values()];
}
