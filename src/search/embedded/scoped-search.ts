import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { remembering } from "./remembering.js";
import type { QueryPlan } from "../query-plan.js";
import { inColumns, type Expression } from "./expressions.js";
import { columnsInScope, indexColumns, nameColumnsInScope } from "./index-columns.js";
import { NO_ORDINAL, type LiveIndex } from "./live-index.js";

export interface RankedOrdinal {
  readonly ordinal: number;
  readonly rank: number;
}

/** Questions to an index about the cases of one edition, in one scope. */
export interface ScopedSearch {
  match(expression: Expression): Bitset;
  /** Those that have it in a title or a name; null where the scope makes no difference. */
  matchNames(expression: Expression): Bitset | null;
  /** bm25 of these members; smaller is better. Null: too many cases have it for that to tell anything. */
  rank(expression: Expression, members: Bitset): readonly RankedOrdinal[] | null;
}

/** What more cases have than this tells nothing of any of them, and to weigh each takes longer than anybody waits. */
const MOST_RANKED = 20_000;

/** The answers to `match` and `matchNames` are kept as long as the search, and large ones as long as the index. */
export function createScopedSearch(
  index: LiveIndex,
  columns: CaseColumns,
  { scope }: QueryPlan,
): ScopedSearch {
  const inScope = columnsInScope(scope);
  const names = nameColumnsInScope(scope);
  const { ordinals, largeMatches } = index.seenFrom(columns);
  const scoped = (expression: Expression): Expression =>
    inScope.length === indexColumns.length ? expression : inColumns(inScope, expression);
  const matchRows = remembering((expression: Expression) =>
    largeMatches(expression, () => bitsOfRows(index.generation.match(expression), ordinals, columns.size)),
  );
  const match = (expression: Expression): Bitset =>
    inScope.length === 0 ? Bitset.empty(columns.size) : matchRows(scoped(expression));
  return {
    match,
    matchNames: (expression) =>
      names.length === 0 || names.length === inScope.length ? null : matchRows(inColumns(names, expression)),
    rank(expression, members) {
      if (inScope.length === 0 || match(expression).count() > MOST_RANKED) return null;
      return index.generation.rank(scoped(expression)).flatMap(({ row, rank }) => {
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
