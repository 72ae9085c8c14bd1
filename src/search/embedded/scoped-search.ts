import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { QueryPlan } from "../query-plan.js";
import { remembering } from "../remembering.js";
import type { ScopedSearch } from "../scoped-search.js";
import { columnsInScope, nameColumnsInScope, textColumns } from "../text-columns.js";
import { expressionOf, inColumns, type Expression } from "./expressions.js";
import type { LiveIndex } from "./live-index.js";

/** Ranks are bm25. The answers to `match` and `matchNames` are kept as long as the search. */
export function createScopedSearch(
  index: LiveIndex,
  columns: CaseColumns,
  { scope }: QueryPlan,
): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const ordinalOf = index.ordinalsIn(columns);
  const scoped = (expression: Expression): Expression =>
    inScope.length === textColumns.length ? expression : inColumns(inScope, expression);
  const matchRows = remembering((expression: Expression) =>
    Bitset.of(
      columns.size,
      index.generation.match(expression).flatMap((row) => ordinalOf(row) ?? []),
    ),
  );
  return {
    match: (wanted) =>
      inScope.length === 0 ? Bitset.empty(columns.size) : matchRows(scoped(expressionOf(wanted))),
    matchNames: (wanted) =>
      names.length === 0 || names.length === inScope.length
        ? null
        : matchRows(inColumns(names, expressionOf(wanted))),
    rank: (wanted, members) =>
      inScope.length === 0
        ? []
        : index.generation.rank(scoped(expressionOf(wanted))).flatMap(({ row, rank }) => {
            const ordinal = ordinalOf(row);
            return ordinal !== undefined && members.has(ordinal) ? { ordinal, rank } : [];
          }),
  };
}
