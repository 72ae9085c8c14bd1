import { generateTenantToken } from "meilisearch/token";
import { findOrMake } from "./keys.js";

export interface SearchToken {
  readonly token: string;
  readonly indexUid: string;
}

/**
 * A token that may search the cases of the running index until it expires, and nothing else: it is signed with
 * the search-only key.
 */
export async function makeSearchToken(
  server: { readonly url: string; readonly masterKey: string; readonly indexPrefix: string },
  expiresAt: Date,
): Promise<SearchToken> {
  const { search } = await findOrMake({ ...server, onMade: () => undefined });
  const indexUid = `${server.indexPrefix}cases`;
  const token = await generateTenantToken({
    apiKey: search.key,
    apiKeyUid: search.uid,
    // The state of the index is a document too, and none of a portal's business.
    searchRules: { [indexUid]: { filter: "isCase = true" } },
    expiresAt,
  });
  return { token, indexUid };
}
