import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { remembering } from "./remembering.js";
import type { QueryPlan } from "../query-plan.js";
import { inColumns, type Expression } from "./expressions.js";
import { columnsInScope, indexColumns, nameColumnsInScope } from "./index-columns.js";
import type { LiveIndex } from "./live-index.js";

/** Questions to an index about the cases of one edition, in one scope. */
export interface ScopedSearch {
  match(expression: Expression): Bitset;
  /** Those that have it in a title or a name; null where the scope makes no difference. */
  matchNames(expression: Expression): Bitset | null;
  /** bm25 of these members; smaller is better. */
  rank(expression: Expression, members: Bitset): { readonly ordinal: number; readonly rank: number }[];
}

/** The answers to `match` and `matchNames` are kept as long as the search. */
export function createScopedSearch(
  index: LiveIndex,
  columns: CaseColumns,
  { scope }: QueryPlan,
): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const ordinalOf = index.ordinalsIn(columns);
  const scoped = (expression: Expression): Expression =>
    inScope.length === indexColumns.length ? expression : inColumns(inScope, expression);
  const matchRows = remembering((expression: Expression) =>
    Bitset.of(
      columns.size,
      index.generation.match(expression).flatMap((row) => ordinalOf(row) ?? []),
    ),
  );
  return {
    match: (expression) =>
      inScope.length === 0 ? Bitset.empty(columns.size) : matchRows(scoped(expression)),
    matchNames: (expression) =>
      names.length === 0 || names.length === inScope.length ? null : matchRows(inColumns(names, expression)),
    rank: (expression, members) =>
      inScope.length === 0
        ? []
        : index.generation.rank(scoped(expression)).flatMap(({ row, rank }) => {
            const ordinal = ordinalOf(row);
            return ordinal !== undefined && members.has(ordinal) ? { ordinal, rank } : [];
          }),
  };
}
