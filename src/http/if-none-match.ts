/** Whether a client has what this tag names, by its `If-None-Match` header. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  // What nearly all send: the one tag that they were given.
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch.split(",").some((one) => {
    const tag = one.trim().replace(/^W\//, "");
    return tag === etag || tag === "*";
  });
}
