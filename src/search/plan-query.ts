import type { GlossaryTermView } from "../catalogue/vocabulary-views.js";
import { toSimplified } from "../text/fold.js";
import { expandWords } from "./expanded-words.js";
import { literalPhrases } from "./literal-phrases.js";
import type { Expansion, QueryPlan, QueryTerm, SearchScope } from "./query-plan.js";
import { piecesOf, termOf } from "./query-terms.js";
import { partsOfQuery, type QueryPart } from "./query-text.js";

export const MAX_TERMS = 10;

export interface PlanOptions extends Partial<SearchScope> {
  /** Its wordings may be met by those of the other language, and by variants; none: as typed only. */
  readonly glossary?: readonly GlossaryTermView[];
}

/** Understands any text whatever; empty lists in the scope are the same as none. */
export function planQuery(text: string, { glossary = [], ...scope }: PlanOptions = {}): QueryPlan {
  const parts = partsOfQuery(text);
  const last = parts.at(-1);
  const terms = withoutRepeats(
    parts.flatMap((part) => {
      const term = termOf(part, part === last);
      return term ? [{ part, term }] : [];
    }),
  );
  const used = terms.slice(0, MAX_TERMS);
  const required = used.filter(({ part }) => !part.isNegated).map(({ term }) => term);
  const unquoted = required.filter(({ isQuoted }) => !isQuoted);
  const quoted = required.filter(({ isQuoted }) => isQuoted);
  const { words: known, expansions } = expandWords(required, glossary);
  const pieces = piecesOf(known.length > 0 ? known : unquoted.flatMap(({ words }) => words));
  return {
    isBrowse: used.length === 0,
    required,
    excluded: used.filter(({ part }) => part.isNegated).map(({ term }) => term),
    literal: literalPhrases(required),
    expanded: known.length > 0 ? [...quoted.flatMap(({ words }) => words), ...known] : [],
    pieces,
    enoughPieces: Math.ceil(pieces.length / 2),
    scope: {
      locale: scope.locale ?? null,
      fields: scope.fields?.length ? scope.fields : null,
      searchIn: scope.searchIn?.length ? scope.searchIn : null,
    },
    understoodAs: used.map(readable).join(" "),
    ignoredTerms: [
      ...terms.slice(MAX_TERMS).map(({ part }) => part.text),
      ...parts.map((part) => part.text).filter((typed) => UNSEARCHABLE.test(typed)),
    ],
    expansions: [...used.flatMap(({ part }) => scriptExpansion(part)), ...expansions],
  };
}

/** Signs and no letter or digit; punctuation alone is nothing that anyone looks for. */
const UNSEARCHABLE = /^[^\p{L}\p{N}]*\p{S}[^\p{L}\p{N}]*$/u;

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

function readable({ part, term }: PlannedTerm): string {
  const isPrefix = term.words.some((word) => word.isPrefix);
  const text = part.isQuoted ? `"${term.text}"` : `${term.text}${isPrefix ? "*" : ""}`;
  return part.isNegated ? `-${text}` : text;
}

function scriptExpansion({ text }: QueryPart): Expansion[] {
  const simplified = toSimplified(text);
  return simplified === text ? [] : [{ term: text, expandedTo: [simplified], reason: "SCRIPT" }];
}
