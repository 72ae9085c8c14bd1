import type { GlossaryTermView } from "../catalogue/vocabulary-views.js";
import { isFiller } from "../text/filler-words.js";
import { fold, toSimplified } from "../text/fold.js";
import { expandWords } from "./expanded-words.js";
import { ignoredSigns } from "./ignored-signs.js";
import { literalPhrases } from "./literal-phrases.js";
import type { Expansion, QueryPlan, QueryTerm, SearchScope } from "./query-plan.js";
import { piecesOf } from "./query-pieces.js";
import { termOf } from "./query-terms.js";
import { partsOfQuery, wholeCharacters, type QueryPart } from "./query-text.js";

export const MAX_TERMS = 10;

export interface PlanOptions extends Partial<SearchScope> {
  /** Its wordings may be met by those of the other language, and by variants; none: as typed only. */
  readonly glossary?: readonly GlossaryTermView[];
}

/** Understands any text whatever; empty lists in the scope are the same as none. */
export function planQuery(typedText: string, { glossary = [], ...scope }: PlanOptions = {}): QueryPlan {
  const text = wholeCharacters(typedText);
  const parts = partsOfQuery(text);
  const last = parts.at(-1);
  const typed = parts.flatMap((part) => {
    const term = termOf(part, part === last);
    return term ? [{ part, term }] : [];
  });
  const terms = withoutRepeats(typed);
  const used = withoutFillers(terms).slice(0, MAX_TERMS);
  const required = positive(used);
  const inOrder = positive(typed.slice(0, typed.findLastIndex((term) => used.includes(term)) + 1));
  const { words, expansions } = expandWords(inOrder, glossary);
  const isExpanded = expansions.length > 0;
  const quoted = required.filter(({ isQuoted }) => isQuoted);
  return {
    isBrowse: isBlank(text),
    required,
    excluded: used.filter(({ part }) => part.isNegated).map(({ term }) => term),
    literal: literalPhrases(inOrder),
    expanded: isExpanded ? [...quoted.flatMap((term) => term.words), ...words] : [],
    pieces: piecesOf(isExpanded ? expandWords(inOrder, []).words : words),
    expandedPieces: isExpanded ? piecesOf(words) : [],
    scope: {
      locale: scope.locale ?? null,
      fields: scope.fields?.length ? scope.fields : null,
      searchIn: scope.searchIn?.length ? scope.searchIn : null,
    },
    understoodAs: used.map(readable).join(" "),
    ignoredTerms:
      used.length === 0
        ? (text.match(/\S+/gu) ?? []).filter((typed) => !isBlank(typed))
        : [
            ...terms.filter((term) => !used.includes(term)).map(({ part }) => part.text),
            ...new Set(parts.flatMap((part) => ignoredSigns(part.text))),
          ],
    expansions: [...used.flatMap(({ part }) => scriptExpansion(part)), ...expansions],
  };
}

/** White space, control characters and what cannot be seen. */
const isBlank = (text: string): boolean => fold(text).trim() === "";

interface PlannedTerm {
  readonly part: QueryPart;
  readonly term: QueryTerm;
}

function withoutRepeats(terms: readonly PlannedTerm[]): PlannedTerm[] {
  const seen = new Set<string>();
  return terms.filter((one) => {
    const isNew = !seen.has(readable(one));
    seen.add(readable(one));
    return isNew;
  });
}

/** A filler counts where there is nothing else to look for. */
function withoutFillers(terms: readonly PlannedTerm[]): readonly PlannedTerm[] {
  const telling = terms.filter(({ part, term }) => part.isQuoted || part.isNegated || !isFillerTerm(term));
  return positive(telling).length > 0 ? telling : terms;
}

const isFillerTerm = ({ words }: QueryTerm): boolean =>
  words.every(({ phrases }) => phrases.every(({ text }) => isFiller(text)));

function positive(terms: readonly PlannedTerm[]): QueryTerm[] {
  return terms.filter(({ part }) => !part.isNegated).map(({ term }) => term);
}

function readable({ part, term }: PlannedTerm): string {
  const isPrefix = term.words.some((word) => word.isPrefix);
  const text = part.isQuoted ? `"${term.text}"` : `${term.text}${isPrefix ? "*" : ""}`;
  return part.isNegated ? `-${text}` : text;
}

function scriptExpansion({ text }: QueryPart): Expansion[] {
  const simplified = toSimplified(text);
  return simplified === text ? [] : [{ term: text, expandedTo: [simplified], reason: "SCRIPT" }];
}
