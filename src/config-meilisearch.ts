export interface MeilisearchConfig {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of these, either the first or the other two; null: the server asks for none. */
  readonly masterKey: string | null;
  readonly searchKey: string | null;
  readonly indexKey: string | null;
  readonly indexPrefix: string;
  readonly timeoutMs: number;
}

interface MeilisearchVariables {
  readonly MEILI_URL?: string | undefined;
  readonly MEILI_MASTER_KEY?: string | undefined;
  readonly MEILI_SEARCH_KEY?: string | undefined;
  readonly MEILI_INDEX_KEY?: string | undefined;
  readonly MEILI_INDEX_PREFIX: string;
  readonly MEILI_TIMEOUT_MS: number;
}

/** Null: there is no server, and the engine inside the service answers. */
export function meilisearchOf(value: MeilisearchVariables): MeilisearchConfig | null {
  if (value.MEILI_URL === undefined) return null;
  return {
    url: value.MEILI_URL,
    masterKey: value.MEILI_MASTER_KEY ?? null,
    searchKey: value.MEILI_SEARCH_KEY ?? null,
    indexKey: value.MEILI_INDEX_KEY ?? null,
    indexPrefix: value.MEILI_INDEX_PREFIX,
    timeoutMs: value.MEILI_TIMEOUT_MS,
  };
}

/** What is wrong with these variables together. */
export function meilisearchProblems(value: MeilisearchVariables): string[] {
  const { MEILI_MASTER_KEY: master, MEILI_SEARCH_KEY: search, MEILI_INDEX_KEY: index } = value;
  const hasKeys = [master, search, index].some((key) => key !== undefined);
  if (value.MEILI_URL === undefined)
    return hasKeys ? ["MEILI_URL: is not set, but a key of a server is"] : [];
  if (master !== undefined || (search === undefined) === (index === undefined)) return [];
  const missing = search === undefined ? "MEILI_SEARCH_KEY" : "MEILI_INDEX_KEY";
  return [`${missing}: is not set, but the other key is, and no MEILI_MASTER_KEY to make it with`];
}
