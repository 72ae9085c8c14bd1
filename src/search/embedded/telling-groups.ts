import type { Wanted } from "../wanted.js";

/**
 * What of it tells its cases apart. A group of phrases that most cases have counts for next to nothing in bm25, and to
 * find that out FTS5 reads all its places once more. Where there is nothing else, it is left as it is.
 */
export function tellingIn(wanted: Wanted, isCommon: (group: Wanted) => boolean): Wanted {
  if ("phrase" in wanted) return wanted;
  if ("anyOf" in wanted) return { anyOf: wanted.anyOf.map((one) => tellingIn(one, isCommon)) };
  const telling = wanted.allOf.filter((one) => !isCommon(one));
  return { allOf: telling.length > 0 ? telling : wanted.allOf };
}
