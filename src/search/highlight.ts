import type { CaseView } from "../catalogue/views.js";
import { fold, foldWithOffsets, type FoldedText, type TextRange } from "../text/fold.js";
import { CROP_LENGTH, cropAround } from "./crop.js";
import { needlesOf, type Needle } from "./needles.js";
import { rangesOf } from "./phrase-ranges.js";
import { isInScope, passagesOf, type Passage } from "./passages.js";
import type { QueryPlan, SearchField, SearchScope } from "./query-plan.js";
import type { SearchAnswer } from "./search-engine.js";

/** A stretch of a passage, word for word, with the places that matched: UTF-16 code units into `text`. */
export interface Highlight extends Passage {
  /** In order; they do not overlap. */
  readonly ranges: readonly TextRange[];
}

export interface CaseHighlights {
  /** At most three, the best first. */
  readonly highlights: readonly Highlight[];
  /** As the texts have them, each once. */
  readonly matchedTerms: readonly string[];
}

export const noHighlights: CaseHighlights = { highlights: [], matchedTerms: [] };

const MAX_HIGHLIGHTS = 3;
const MAX_MATCHED_TERMS = 20;

/** Marks in cases what a plan has found them by. The same for every engine: only plan and texts count. */
export function createHighlighter(
  plan: QueryPlan,
  answer: Pick<SearchAnswer, "isLoose" | "expansions">,
): (view: CaseView) => CaseHighlights {
  const needles = needlesOf(plan, answer);
  return (view) => (needles.length > 0 ? highlightsOf(view, plan.scope, needles) : noHighlights);
}

function highlightsOf(view: CaseView, scope: SearchScope, needles: readonly Needle[]): CaseHighlights {
  const passages = passagesOf(view)
    .filter((passage) => isInScope(passage, scope))
    .map((passage) => ({ passage, folded: foldWithOffsets(passage.text) }));
  const marks = needles.flatMap((needle) => marksOf(needle, passages));
  const candidates = passages.flatMap((searched) => {
    const found = marks.filter((mark) => mark.searched === searched);
    return found.length > 0 ? [bestStretch(searched.passage, found)] : [];
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
  for (const phrases of needle.stages) {
    const marks = passages.flatMap((searched) =>
      rangesOf(phrases, searched.folded.text).map((range) => ({
        searched,
        needle,
        range: searched.folded.toOriginal(range),
      })),
    );
    if (marks.length > 0) return marks;
  }
  return [];
}

interface Candidate {
  readonly highlight: Highlight;
  readonly score: number;
}

/** The stretch of about the length to show that has the most of what is looked for. */
function bestStretch(passage: Passage, marks: readonly Mark[]): Candidate {
  const inOrder = [...marks].sort((a, b) => a.range.start - b.range.start);
  let chosen: { readonly score: number; readonly around: TextRange } | null = null;
  for (const { range: first } of inOrder) {
    const near = inOrder.filter(
      ({ range }) => range.start >= first.start && range.end <= first.start + CROP_LENGTH,
    );
    const score = scoreOf(near);
    const end = Math.max(first.end, ...near.map(({ range }) => range.end));
    if (score > (chosen?.score ?? -1)) chosen = { score, around: { start: first.start, end } };
  }
  const around = chosen?.around ?? { start: 0, end: 0 };
  const shown = cropAround(passage.text, around);
  const inside = inOrder.filter(({ range }) => range.start >= shown.start && range.end <= shown.end);
  return {
    score: scoreOf(inside),
    highlight: {
      ...passage,
      text: passage.text.slice(shown.start, shown.end),
      ranges: merged(inside.map(({ range }) => range)).map(({ start, end }) => ({
        start: start - shown.start,
        end: end - shown.start,
      })),
    },
  };
}

/** Different things found count; the same thing found again counts little. */
function scoreOf(marks: readonly Mark[]): number {
  const found = new Set(marks.map(({ needle }) => needle));
  const weight = [...found].reduce((sum, needle) => sum + needle.weight, 0);
  return weight + Math.min(marks.length, 9) / 10;
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
      Math.floor(b.score) - Math.floor(a.score) ||
      fieldOrder.indexOf(a.highlight.field) - fieldOrder.indexOf(b.highlight.field) ||
      b.score - a.score,
  );
  const firstName = sorted.find(isName);
  const otherNames = sorted.filter((one) => isName(one) && one !== firstName);
  return [...sorted.filter((one) => !otherNames.includes(one)), ...otherNames].slice(0, MAX_HIGHLIGHTS);
}

function matchedTerms(marks: readonly Mark[]): string[] {
  const terms = new Map<string, string>();
  for (const { searched, range } of marks) {
    const term = searched.passage.text.slice(range.start, range.end);
    if (!terms.has(fold(term))) terms.set(fold(term), term);
    if (terms.size === MAX_MATCHED_TERMS) break;
  }
  return [...terms.values()];
}
