import type { Bitset } from "../catalogue/bitset.js";
import type { Wanted } from "./wanted.js";

export interface RankedOrdinal {
  readonly ordinal: number;
  readonly rank: number;
}

/** What more cases have than this tells nothing of any of them, and to weigh each takes longer than anybody waits. */
export const MOST_RANKED = 5_000;

/** Questions to an index about the cases of one edition, in the scope of one plan. */
export interface ScopedSearch {
  match(wanted: Wanted): Bitset;
  /** Those that have it in a title or a name; null where the scope makes no difference. */
  matchNames(wanted: Wanted): Bitset | null;
  /** How well these members have it; smaller is better. Null: too many cases have it for that to tell anything. */
  rank(wanted: Wanted, members: Bitset): readonly RankedOrdinal[] | null;
}
