import type { CaseColumns } from "../catalogue/columns.js";
import type { Bitset } from "../catalogue/bitset.js";
import type { SearchHit, SearchPosition } from "./search-engine.js";
import type { Block } from "./matches.js";

export interface HitPage {
  readonly hits: readonly Omit<SearchHit, "isLoose">[];
  /** Hits before the first of these. */
  readonly offset: number;
}

/**
 * One page of a ranking. It goes on behind the hit that ended the page before, wherever that stands by
 * now; when that hit has gone, where it stood.
 */
export function pageOfHits(
  blocks: Iterable<Block>,
  passed: Bitset,
  columns: CaseColumns,
  { after, limit }: { readonly after: SearchPosition | null; readonly limit: number },
): HitPage {
  const last = after === null ? undefined : columns.ordinalOf(after.id);
  const isLastThere = last !== undefined && passed.has(last);
  let start = isLastThere ? null : after === null ? 0 : Math.max(0, after.offset - 1);
  let before = 0;
  const hits: Omit<SearchHit, "isLoose">[] = [];
  for (const block of blocks) {
    const size = block.members.count();
    const isReached = start === null ? last !== undefined && block.members.has(last) : start < before + size;
    if (isReached) {
      const { ordinals, scoreAt } = block.ranked();
      start ??= before + Array.prototype.indexOf.call(ordinals, last) + 1;
      const from = Math.max(0, start - before);
      const to = Math.min(ordinals.length, from + limit - hits.length);
      for (let place = from; place < to; place++) {
        const id = columns.facts.idAt(ordinals[place] ?? -1);
        if (id !== undefined) hits.push({ id, score: scoreAt(place) });
      }
    }
    before += size;
    if (hits.length === limit) break;
  }
  return { hits, offset: Math.min(start ?? 0, passed.count()) };
}
