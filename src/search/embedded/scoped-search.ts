import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { QueryPlan } from "../query-plan.js";
import type { CountedWord } from "../../text/word-list.js";
import { remembering, rememberingBy } from "../remembering.js";
import { MOST_RANKED, type ScopedSearch } from "../scoped-search.js";
import { columnsInScope, nameColumns, nameColumnsInScope, textColumns } from "../text-columns.js";
import { textOf, type Wanted } from "../wanted.js";
import { expressionOf, inColumns, withoutImplied, type Expression } from "./expressions.js";
import { NO_ORDINAL, type LiveIndex } from "./live-index.js";
import { withoutCommonGroups } from "./telling-groups.js";
import { casesByWords } from "./unfinished-words.js";

/**
 * Ranks are bm25. FTS5 finds the cases of words and phrases one by one, and sets do the rest: what several words of a
 * query, several tiers or several queries have in common is read once; of few cases FTS5 answers the whole. The answers
 * are kept as long as the search, and large ones as long as index and edition stay.
 */
export function createScopedSearch(
  index: LiveIndex,
  columns: CaseColumns,
  { scope }: QueryPlan,
  manyCases = MANY_CASES,
): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const { ordinals, largeMatches } = index.seenFrom(columns);
  const none = Bitset.empty(columns.size);
  const isFew = columns.size < manyCases;
  const scoped = (expression: Expression): Expression =>
    inScope.length === textColumns.length ? expression : inColumns(inScope, expression);
  const matching = (rowsOf: (expression: Expression) => readonly number[], table: string) =>
    remembering((expression: Expression) =>
      largeMatches(`${table} ${expression}`, () => bitsOfRows(rowsOf(expression), ordinals, columns.size)),
    );
  const matchTexts = matching(index.generation.match, "texts");
  const matchNames = matching(index.generation.matchNames, "names");
  const inTexts = (wanted: Wanted): Bitset => matchTexts(scoped(expressionOf(wanted)));
  const inNames = (wanted: Wanted): Bitset => {
    const expression = expressionOf(wanted);
    return matchNames(names.length === nameColumns.length ? expression : inColumns(names, expression));
  };
  const withWords = (words: readonly CountedWord[]): Bitset => {
    const frequent = words.filter(({ documents }) => documents >= FREQUENT);
    const rows = words
      .filter(({ documents }) => documents < FREQUENT)
      .flatMap(({ word }) => index.generation.match(scoped(expressionOf(wordAlone(word)))));
    return frequent.reduce(
      (found, { word }) => (found.count() === columns.size ? found : found.or(inTexts(wordAlone(word)))),
      bitsOfRows(rows, ordinals, columns.size),
    );
  };
  const asked = {
    ...{ size: columns.size, withWords },
    withAny: (phrases: readonly Wanted[]) => inTexts({ anyOf: phrases }),
  };
  const byWords = rememberingBy(textOf, (group: Wanted) => casesByWords(group, index.words, asked));
  const find = casesBy((group) => {
    if (inScope.length === 0) return none;
    return (isFew ? null : byWords(group)) ?? inTexts(group);
  }, isFew);
  const isCommon = (phrase: Wanted): boolean => find({ anyOf: [phrase] }).count() > columns.size / 2;
  const findNames = casesBy(inNames, isFew);
  return {
    match: (wanted) => find(withoutImplied(wanted)),
    matchNames: (wanted) =>
      names.length === 0 || names.length === inScope.length ? null : findNames(withoutImplied(wanted)),
    rank(wanted, members) {
      if (inScope.length === 0 || find(withoutImplied(wanted)).count() > MOST_RANKED) return null;
      const telling = isFew ? wanted : withoutCommonGroups(wanted, isCommon);
      const isMuch = find(withoutImplied(telling)).count() > MOST_RANKED;
      return index.generation
        .rank(scoped(expressionOf(isMuch ? wanted : telling)))
        .flatMap(({ row, rank }) => {
          const ordinal = ordinals[row] ?? NO_ORDINAL;
          return ordinal !== NO_ORDINAL && members.has(ordinal) ? { ordinal, rank } : [];
        });
    },
  };
}

/** What is wanted, made of what groups of phrases match of which any will do. */
function casesBy(match: (group: Wanted) => Bitset, isFew: boolean): (wanted: Wanted) => Bitset {
  const find = (wanted: Wanted): Bitset => {
    if (isFew || "phrase" in wanted || isOfPhrases(wanted)) return match(wanted);
    const [first, ...others] = "allOf" in wanted ? wanted.allOf : wanted.anyOf;
    if (first === undefined) return match(wanted);
    return others.reduce((found, other) => {
      if ("anyOf" in wanted) return found.or(find(other));
      return found.isEmpty() ? found : found.and(find(other));
    }, find(first));
  };
  return find;
}

/** Of fewer cases FTS5 reads all in less time than a second question takes. */
const MANY_CASES = 1_000;

/** Words of fewer cases are not worth a set each. */
const FREQUENT = 1_000;

const wordAlone = (word: string): Wanted => ({
  anyOf: [{ phrase: { text: word, tokens: [word], isOpen: false } }],
});

const isOfPhrases = (wanted: Wanted): boolean =>
  "anyOf" in wanted && wanted.anyOf.every((one) => "phrase" in one);

function bitsOfRows(rows: readonly number[], ordinals: Uint32Array, size: number): Bitset {
  const found = new Uint32Array(rows.length);
  let length = 0;
  for (const row of rows) {
    const ordinal = ordinals[row] ?? NO_ORDINAL;
    if (ordinal !== NO_ORDINAL) found[length++] = ordinal;
  }
  return Bitset.of(size, found.subarray(0, length));
}
