import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { QueryPlan } from "../query-plan.js";
import { remembering } from "../remembering.js";
import { MOST_RANKED, type ScopedSearch } from "../scoped-search.js";
import { columnsInScope, nameColumnsInScope, textColumns } from "../text-columns.js";
import type { Wanted } from "../wanted.js";
import { expressionOf, inColumns, shortExpressionOf, type Expression } from "./expressions.js";
import { NO_ORDINAL, type LiveIndex } from "./live-index.js";

/** Ranks are bm25. The answers to `match` and `matchNames` are kept as long as the search, and large ones as long as the index. */
export function createScopedSearch(
  index: LiveIndex,
  columns: CaseColumns,
  { scope }: QueryPlan,
): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const { ordinals, largeMatches } = index.seenFrom(columns);
  const scoped = (expression: Expression): Expression =>
    inScope.length === textColumns.length ? expression : inColumns(inScope, expression);
  const matchRows = remembering((expression: Expression) =>
    largeMatches(expression, () => bitsOfRows(index.generation.match(expression), ordinals, columns.size)),
  );
  const match = (wanted: Wanted): Bitset =>
    inScope.length === 0 ? Bitset.empty(columns.size) : matchRows(scoped(shortExpressionOf(wanted)));
  return {
    match,
    matchNames: (wanted) =>
      names.length === 0 || names.length === inScope.length
        ? null
        : matchRows(inColumns(names, shortExpressionOf(wanted))),
    rank(wanted, members) {
      if (inScope.length === 0 || match(wanted).count() > MOST_RANKED) return null;
      return index.generation.rank(scoped(expressionOf(wanted))).flatMap(({ row, rank }) => {
        const ordinal = ordinals[row] ?? NO_ORDINAL;
        return ordinal !== NO_ORDINAL && members.has(ordinal) ? { ordinal, rank } : [];
      });
    },
  };
}

function bitsOfRows(rows: readonly number[], ordinals: Uint32Array, size: number): Bitset {
  const found = new Uint32Array(rows.length);
  let length = 0;
  for (const row of rows) {
    const ordinal = ordinals[row] ?? NO_ORDINAL;
    if (ordinal !== NO_ORDINAL) found[length++] = ordinal;
  }
  return Bitset.of(size, found.subarray(0, length));
}
