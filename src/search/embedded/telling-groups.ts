import type { Wanted } from "../wanted.js";

/**
 * The same without groups of which most cases have every phrase. Such a phrase counts for next to nothing in bm25, and to
 * find that out FTS5 reads all its places once more. Where nothing else is wanted, all of it stays.
 */
export function withoutCommonGroups(wanted: Wanted, isCommon: (phrase: Wanted) => boolean): Wanted {
  if ("phrase" in wanted) return wanted;
  if ("anyOf" in wanted) return { anyOf: wanted.anyOf.map((one) => withoutCommonGroups(one, isCommon)) };
  const rest = wanted.allOf.filter((one) => !isOfCommonPhrases(one, isCommon));
  return { allOf: rest.length > 0 ? rest : wanted.allOf };
}

function isOfCommonPhrases(wanted: Wanted, isCommon: (phrase: Wanted) => boolean): boolean {
  if ("phrase" in wanted) return isCommon(wanted);
  return "anyOf" in wanted && wanted.anyOf.every((one) => isOfCommonPhrases(one, isCommon));
}
